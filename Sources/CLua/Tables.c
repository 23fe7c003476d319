// The table functions, as Lua's own but with an eye on the clock: their loops can be made endless by
// a `__len` or a range.

#include "Buffer.h"
#include "List.h"

const char *const copydesk_reading[] = {"__index", "__len", NULL};
const char *const copydesk_writing[] = {"__index", "__newindex", "__len", NULL};

copydesk_list copydesk_list_at(lua_State *L, int index, copydesk_needs needed) {
  copydesk_list list = {L, state_of(L), index, false};
  if (!lua_getmetatable(L, index)) {
    luaL_checktype(L, index, LUA_TTABLE);
    list.raw = true;
    return list;
  }
  if (lua_type(L, index) != LUA_TTABLE)
    for (; *needed; needed++) {
      lua_pushstring(L, *needed);
      if (lua_rawget(L, -2) == LUA_TNIL) luaL_checktype(L, index, LUA_TTABLE);
      lua_pop(L, 1);
    }
  lua_pop(L, 1);
  return list;
}

// MARK: Insert, remove, move

static int insert_element(lua_State *L) {
  copydesk_list list = copydesk_list_at(L, 1, copydesk_writing);
  lua_Integer end = luaL_intop(+, copydesk_length(list), 1);
  switch (lua_gettop(L)) {
    case 2:
      copydesk_set(list, end);
      return 0;
    case 3: {
      lua_Integer position = luaL_checkinteger(L, 2);
      luaL_argcheck(L, (lua_Unsigned)position - 1u < (lua_Unsigned)end, 2, "position out of bounds");
      for (lua_Integer i = end; i > position; i--) {
        copydesk_get(list, i - 1);
        copydesk_set(list, i);
      }
      copydesk_set(list, position);
      return 0;
    }
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
  }
}

static int remove_element(lua_State *L) {
  copydesk_list list = copydesk_list_at(L, 1, copydesk_writing);
  lua_Integer end = copydesk_length(list);
  lua_Integer position = luaL_optinteger(L, 2, end);
  if (position != end)
    luaL_argcheck(L, (lua_Unsigned)position - 1u <= (lua_Unsigned)end, 2, "position out of bounds");
  copydesk_get(list, position);
  for (; position < end; position++) {
    copydesk_get(list, position + 1);
    copydesk_set(list, position);
  }
  lua_pushnil(L);
  copydesk_set(list, position);
  return 1;
}

static int move_elements(lua_State *L) {
  lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3);
  lua_Integer target = luaL_checkinteger(L, 4);
  int to_index = lua_isnoneornil(L, 5) ? 1 : 5;
  copydesk_list from = copydesk_list_at(L, 1, (const char *const[]){"__index", NULL});
  copydesk_list to = copydesk_list_at(L, to_index, (const char *const[]){"__newindex", NULL});
  if (last >= first) {
    luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
    lua_Integer count = last - first + 1;
    luaL_argcheck(L, target <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    bool overlap = target > first && target <= last && (to_index == 1 || lua_compare(L, 1, 5, LUA_OPEQ));
    for (lua_Integer i = 0; i < count; i++) {
      lua_Integer step = overlap ? count - 1 - i : i;
      copydesk_get(from, first + step);
      copydesk_set(to, target + step);
    }
  }
  lua_pushvalue(L, to_index);
  return 1;
}

// MARK: Concatenation

static void add_element(copydesk_list list, copydesk_buffer *text, lua_Integer position) {
  copydesk_get(list, position);
  if (!lua_isstring(list.L, -1))
    luaL_error(list.L, "invalid value (%s) at index %I in table for 'concat'",
      luaL_typename(list.L, -1), (LUAI_UACINT)position);
  copydesk_add_value(text);
}

static int concatenate(lua_State *L) {
  copydesk_list list = copydesk_list_at(L, 1, copydesk_reading);
  lua_Integer length = copydesk_length(list);
  size_t separator_length;
  const char *separator = luaL_optlstring(L, 2, "", &separator_length);
  lua_Integer first = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, length);
  copydesk_buffer text;
  copydesk_begin_text(L, &text);
  for (; first < last; first++) {
    add_element(list, &text, first);
    copydesk_add_bytes(&text, separator, separator_length);
  }
  if (first == last) add_element(list, &text, first);
  copydesk_push_text(&text);
  return 1;
}

const luaL_Reg copydesk_table_functions[] = {
  {"concat", concatenate},
  {"insert", insert_element},
  {"move", move_elements},
  {"remove", remove_element},
  {NULL, NULL}};
