// String functions that need care: repetition, which can loop for ever on nothing, and formatting,
// which would show addresses.

#include "Buffer.h"

static int repeat(lua_State *L) {
  size_t length, separator_length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &separator_length);
  size_t unit = length + separator_length;
  if (count <= 0 || unit == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if (unit < length || (lua_Unsigned)count > (size_t)PTRDIFF_MAX / unit)
    return luaL_error(L, "resulting string too large");
  size_t total = unit * (size_t)count - separator_length;
  copydesk_buffer buffer;
  copydesk_begin_text(L, &buffer);
  char *out = copydesk_text_room(&buffer, total);
  size_t done = unit < total ? unit : total;
  memcpy(out, text, length);
  if (done > length) memcpy(out + length, separator, separator_length);
  while (done < total) {
    // What is there already, whole units of it, is copied again: each time twice as much.
    size_t more = done < total - done ? done : total - done;
    memcpy(out + done, out, more);
    done += more;
  }
  buffer.length = total;
  copydesk_push_text(&buffer);
  return 1;
}

// MARK: Letters, of ASCII whatever the locale says

static int map_bytes(lua_State *L, char first, char last) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  copydesk_buffer buffer;
  copydesk_begin_text(L, &buffer);
  char *out = copydesk_text_room(&buffer, length);
  for (size_t i = 0; i < length; i++)
    out[i] = (char)(text[i] >= first && text[i] <= last ? text[i] ^ 0x20 : text[i]);
  buffer.length = length;
  copydesk_push_text(&buffer);
  return 1;
}

static int lower(lua_State *L) { return map_bytes(L, 'A', 'Z'); }
static int upper(lua_State *L) { return map_bytes(L, 'a', 'z'); }

static int reverse(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  copydesk_buffer buffer;
  copydesk_begin_text(L, &buffer);
  char *out = copydesk_text_room(&buffer, length);
  for (size_t i = 0; i < length; i++) out[i] = text[length - 1 - i];
  buffer.length = length;
  copydesk_push_text(&buffer);
  return 1;
}

// MARK: Formatting

// `%s` gets the text that `tostring` shows, which has no address in it.
static int format(lua_State *L) {
  size_t length;
  const char *spec = luaL_checklstring(L, 1, &length);
  int argument = 1;
  for (const char *end = spec + length; spec < end; spec++) {
    if (*spec != '%') continue;
    spec++;
    if (*spec == '%') continue;
    argument++;
    spec += strspn(spec, "-+#0 .123456789");
    if (*spec == 'p') return luaL_error(L, "'%%p' is not allowed: addresses differ from run to run");
    if (*spec != 's' || argument > lua_gettop(L) || lua_type(L, argument) == LUA_TSTRING) continue;
    copydesk_to_text(L, argument);
    lua_replace(L, argument);
  }
  return copydesk_format(L);
}

const luaL_Reg copydesk_string_functions[] = {
  {"format", format},
  {"lower", lower},
  {"rep", repeat},
  {"reverse", reverse},
  {"upper", upper},
  {NULL, NULL}};
