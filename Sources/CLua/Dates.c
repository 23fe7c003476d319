// `os.time`, `os.date` and `os.difftime` as plain arithmetic: in UTC, in English, and of what scripts
// give them, for there is no clock. The C library is not asked, since it would read time zones.

#include "Buffer.h"

#include <stdio.h>

#define DAY 86400LL
#define LAST_YEAR 9999

typedef struct {
  int64_t year;
  int month, day, hour, minute, second, weekday, yearday;  // weekday from Sunday, 0; yearday from 0
} date;

static int64_t floor_divide(int64_t a, int64_t b) { return a / b - (a % b != 0 && a % b < 0); }

// Days since 1970-01-01, counted in years that begin in March and eras of 400 of them.
static int64_t days_of(int64_t year, int month, int day) {
  year -= month <= 2;
  int64_t era = floor_divide(year, 400), of_era = year - era * 400;
  int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static date date_of(int64_t time) {
  int64_t days = floor_divide(time, DAY), seconds = time - days * DAY;
  int64_t shifted = days + 719468, era = floor_divide(shifted, 146097);
  int64_t of_era = shifted - era * 146097;
  int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
  int64_t month = (5 * of_year + 2) / 153;
  date date;
  date.day = (int)(of_year - (153 * month + 2) / 5 + 1);
  date.month = (int)(month < 10 ? month + 3 : month - 9);
  date.year = years + era * 400 + (date.month <= 2);
  date.hour = (int)(seconds / 3600);
  date.minute = (int)(seconds / 60 % 60);
  date.second = (int)(seconds % 60);
  date.weekday = (int)(days + 4 - floor_divide(days + 4, 7) * 7);
  date.yearday = (int)(days - days_of(date.year, 1, 1));
  return date;
}

// MARK: os.time

// A field of the table at index 1; without a default it must be there.
static int64_t field(lua_State *L, const char *name, int64_t otherwise) {
  lua_getfield(L, 1, name);
  int is_integer;
  lua_Integer value = lua_tointegerx(L, -1, &is_integer);
  if (!is_integer) {
    if (!lua_isnil(L, -1)) luaL_error(L, "field '%s' is not an integer", name);
    if (otherwise < 0) luaL_error(L, "field '%s' is missing in the date", name);
    value = otherwise;
  }
  // Far beyond any calendar, and far from where sums overflow.
  if (value < -(1LL << 40) || value > 1LL << 40) luaL_error(L, "field '%s' is out of bounds", name);
  lua_pop(L, 1);
  return value;
}

static int time_of(lua_State *L) {
  if (lua_isnoneornil(L, 1))
    return luaL_error(L, "os.time needs a date to turn into a time: scripts have no clock");
  luaL_checktype(L, 1, LUA_TTABLE);
  int64_t months = field(L, "year", -1) * 12 + field(L, "month", -1) - 1;
  int64_t year = floor_divide(months, 12);
  int64_t days = days_of(year, (int)(months - year * 12) + 1, 1) + field(L, "day", -1) - 1;
  int64_t time = days * DAY + field(L, "hour", 12) * 3600 + field(L, "min", 0) * 60 + field(L, "sec", 0);
  lua_pushinteger(L, time);
  return 1;
}

// MARK: os.date

static const char *const days[] = {
  "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const months[] = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"};

// The week of ISO 8601, and the year it belongs to.
static int iso_week(const date *date, int64_t *year) {
  int from_monday = (date->weekday + 6) % 7;
  int64_t thursday = days_of(date->year, date->month, date->day) - from_monday + 3;
  *year = date_of(thursday * DAY).year;
  return (int)((thursday - days_of(*year, 1, 1)) / 7) + 1;
}

static void add_number(copydesk_buffer *out, const char *format, int64_t number) {
  char text[32];
  snprintf(text, sizeof text, format, (long long)number);
  copydesk_add_string(out, text);
}

static void add(lua_State *L, copydesk_buffer *out, const date *date, const char *format);

static void add_conversion(lua_State *L, copydesk_buffer *out, const date *date, char conversion) {
  int64_t iso_year;
  int week = iso_week(date, &iso_year);
  int hour = date->hour % 12 == 0 ? 12 : date->hour % 12;
  switch (conversion) {
    case 'a': copydesk_add_bytes(out, days[date->weekday], 3); break;
    case 'A': copydesk_add_string(out, days[date->weekday]); break;
    case 'b': case 'h': copydesk_add_bytes(out, months[date->month - 1], 3); break;
    case 'B': copydesk_add_string(out, months[date->month - 1]); break;
    case 'c': add(L, out, date, "%a %b %e %H:%M:%S %Y"); break;
    case 'C': add_number(out, "%02lld", date->year / 100); break;
    case 'd': add_number(out, "%02lld", date->day); break;
    case 'D': case 'x': add(L, out, date, "%m/%d/%y"); break;
    case 'e': add_number(out, "%2lld", date->day); break;
    case 'F': add(L, out, date, "%Y-%m-%d"); break;
    case 'g': add_number(out, "%02lld", iso_year % 100); break;
    case 'G': add_number(out, "%lld", iso_year); break;
    case 'H': add_number(out, "%02lld", date->hour); break;
    case 'I': add_number(out, "%02lld", hour); break;
    case 'j': add_number(out, "%03lld", date->yearday + 1); break;
    case 'm': add_number(out, "%02lld", date->month); break;
    case 'M': add_number(out, "%02lld", date->minute); break;
    case 'n': copydesk_add_byte(out, '\n'); break;
    case 'p': copydesk_add_string(out, date->hour < 12 ? "AM" : "PM"); break;
    case 'r': add(L, out, date, "%I:%M:%S %p"); break;
    case 'R': add(L, out, date, "%H:%M"); break;
    case 'S': add_number(out, "%02lld", date->second); break;
    case 't': copydesk_add_byte(out, '\t'); break;
    case 'T': case 'X': add(L, out, date, "%H:%M:%S"); break;
    case 'u': add_number(out, "%lld", date->weekday == 0 ? 7 : date->weekday); break;
    case 'U': add_number(out, "%02lld", (date->yearday + 7 - date->weekday) / 7); break;
    case 'V': add_number(out, "%02lld", week); break;
    case 'w': add_number(out, "%lld", date->weekday); break;
    case 'W': add_number(out, "%02lld", (date->yearday + 7 - (date->weekday + 6) % 7) / 7); break;
    case 'y': add_number(out, "%02lld", date->year % 100); break;
    case 'Y': add_number(out, "%lld", date->year); break;
    case 'z': copydesk_add_string(out, "+0000"); break;
    case 'Z': copydesk_add_string(out, "UTC"); break;
    case '%': copydesk_add_byte(out, '%'); break;
    default: luaL_error(L, "os.date does not know the conversion '%%%c'", conversion);
  }
}

static void add(lua_State *L, copydesk_buffer *out, const date *date, const char *format) {
  for (; *format; format++) {
    if (*format != '%') copydesk_add_byte(out, *format);
    else if (format[1]) add_conversion(L, out, date, *++format);
    else luaL_error(L, "the format of os.date ends in '%%'");
  }
}

static void set_field(lua_State *L, const char *name, int64_t value) {
  lua_pushinteger(L, value);
  lua_setfield(L, -2, name);
}

static int push_fields(lua_State *L, const date *date) {
  lua_createtable(L, 0, 9);
  set_field(L, "year", date->year);
  set_field(L, "month", date->month);
  set_field(L, "day", date->day);
  set_field(L, "hour", date->hour);
  set_field(L, "min", date->minute);
  set_field(L, "sec", date->second);
  set_field(L, "wday", date->weekday + 1);
  set_field(L, "yday", date->yearday + 1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "isdst");
  return 1;
}

static int format_date(lua_State *L) {
  const char *format = luaL_optstring(L, 1, "%c");
  if (lua_isnoneornil(L, 2))
    return luaL_error(L, "os.date needs a time as its second argument: scripts have no clock");
  lua_Integer time = luaL_checkinteger(L, 2);
  luaL_argcheck(L, time >= days_of(0, 1, 1) * DAY && time < days_of(LAST_YEAR + 1, 1, 1) * DAY, 2,
    "time is not in the years 0 to 9999");
  date date = date_of(time);
  if (*format == '!') format++;
  if (strcmp(format, "*t") == 0) return push_fields(L, &date);
  copydesk_buffer out;
  copydesk_begin_text(L, &out);
  add(L, &out, &date, format);
  copydesk_push_text(&out);
  return 1;
}

static int subtract_times(lua_State *L) {
  lua_pushnumber(L, (lua_Number)luaL_checkinteger(L, 1) - (lua_Number)luaL_checkinteger(L, 2));
  return 1;
}

const luaL_Reg copydesk_date_functions[] = {
  {"date", format_date},
  {"difftime", subtract_times},
  {"time", time_of},
  {NULL, NULL}};
