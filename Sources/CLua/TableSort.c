// `table.sort`, which is stable.

#include "List.h"
#include "Sort.h"

#include <limits.h>

typedef enum { by_function, by_operator, by_integer, by_number, by_string } sort_kind;

typedef union {
  int64_t integer;
  double number;
  copydesk_text text;
} sort_key;

static bool integer_before(void *context, uint32_t a, uint32_t b) {
  const sort_key *keys = context;
  return keys[a].integer < keys[b].integer;
}

static bool number_before(void *context, uint32_t a, uint32_t b) {
  const sort_key *keys = context;
  return keys[a].number < keys[b].number;
}

static bool string_before(void *context, uint32_t a, uint32_t b) {
  const sort_key *keys = context;
  return copydesk_compare_texts(&keys[a].text, &keys[b].text) < 0;
}

static bool operator_before(void *context, uint32_t a, uint32_t b) {
  const copydesk_list *list = context;
  copydesk_get(*list, (lua_Integer)a + 1);
  copydesk_get(*list, (lua_Integer)b + 1);
  bool result = lua_compare(list->L, -2, -1, LUA_OPLT);
  lua_pop(list->L, 2);
  return result;
}

static bool function_before(void *context, uint32_t a, uint32_t b) {
  const copydesk_list *list = context;
  lua_pushvalue(list->L, 2);
  copydesk_get(*list, (lua_Integer)a + 1);
  copydesk_get(*list, (lua_Integer)b + 1);
  lua_call(list->L, 2, 1);
  bool result = lua_toboolean(list->L, -1);
  lua_pop(list->L, 1);
  return result;
}

// What all elements are, where they can be compared without Lua.
static sort_kind kind_of_element(lua_State *L) {
  switch (lua_type(L, -1)) {
    case LUA_TNUMBER: return lua_isinteger(L, -1) ? by_integer : by_number;
    case LUA_TSTRING: return by_string;
    default: return by_operator;
  }
}

static copydesk_text text_at_top(lua_State *L) {
  size_t length;
  const char *bytes = lua_tolstring(L, -1, &length);
  return copydesk_text_of(bytes, length);
}

static sort_kind read_keys(copydesk_list list, uint32_t count, sort_key *keys) {
  sort_kind kind = by_operator;
  for (uint32_t i = 0; i < count; i++) {
    copydesk_get(list, (lua_Integer)i + 1);
    sort_kind found = kind_of_element(list.L);
    if (i == 0) kind = found;
    if (found != kind || kind == by_operator) return by_operator;
    if (kind == by_integer) keys[i].integer = lua_tointeger(list.L, -1);
    else if (kind == by_number) keys[i].number = lua_tonumber(list.L, -1);
    else keys[i].text = text_at_top(list.L);
    lua_pop(list.L, 1);
  }
  return kind;
}

// Puts the elements in their order, along the cycles of the permutation.
static void apply(copydesk_list list, uint32_t *order, uint32_t count) {
  for (uint32_t start = 0; start < count; start++) {
    if (order[start] == start) continue;
    copydesk_get(list, (lua_Integer)start + 1);
    uint32_t place = start;
    while (order[place] != start) {
      uint32_t source = order[place];
      copydesk_get(list, (lua_Integer)source + 1);
      copydesk_set(list, (lua_Integer)place + 1);
      order[place] = place;
      place = source;
    }
    copydesk_set(list, (lua_Integer)place + 1);
    order[place] = place;
  }
}

static int sort_elements(lua_State *L) {
  copydesk_list list = copydesk_list_at(L, 1, copydesk_writing);
  lua_Integer length = copydesk_length(list);
  luaL_argcheck(L, length < INT_MAX / 16, 1, "array too big");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  if (length < 2) return 0;
  uint32_t count = (uint32_t)length;
  uint32_t *order = lua_newuserdatauv(L, 2 * count * sizeof *order, 0);
  if (!lua_isnil(L, 2)) {
    copydesk_sort(order, count, function_before, &list);
  } else {
    sort_key *keys = list.raw ? lua_newuserdatauv(L, count * sizeof *keys, 0) : NULL;
    switch (keys ? read_keys(list, count, keys) : by_operator) {
      case by_integer: copydesk_sort(order, count, integer_before, keys); break;
      case by_number: copydesk_sort(order, count, number_before, keys); break;
      case by_string: copydesk_sort(order, count, string_before, keys); break;
      default: copydesk_sort(order, count, operator_before, &list);
    }
  }
  apply(list, order, count);
  return 0;
}

const luaL_Reg copydesk_sort_functions[] = {{"sort", sort_elements}, {NULL, NULL}};
