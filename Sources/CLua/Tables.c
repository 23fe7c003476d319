// The table functions, as Lua's own but with an eye on the clock: their loops can be made endless by
// a `__len` or a range.

#include "Buffer.h"
#include "Sort.h"

#include <limits.h>

// MARK: Access

typedef struct {
  lua_State *L;
  copydesk_state *state;
  int index;
  bool raw;  // no metatable: no metamethods
} list;

static list list_at(lua_State *L, int index, const char *const *needed) {
  list list = {L, state_of(L), index, false};
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

static const char *const reading[] = {"__index", "__len", NULL};
static const char *const writing[] = {"__index", "__newindex", "__len", NULL};

static lua_Integer length_of(list list) {
  return list.raw ? (lua_Integer)lua_rawlen(list.L, list.index) : luaL_len(list.L, list.index);
}

static int get(list list, lua_Integer position) {
  if (__builtin_expect(list.state->expired, 0))
    copydesk_abort(list.L, copydesk_verdict_timeout);
  return lua_geti(list.L, list.index, position);
}

static void set(list list, lua_Integer position) { lua_seti(list.L, list.index, position); }

// MARK: Insert, remove, move

static int insert_element(lua_State *L) {
  list list = list_at(L, 1, writing);
  lua_Integer end = luaL_intop(+, length_of(list), 1);
  switch (lua_gettop(L)) {
    case 2:
      set(list, end);
      return 0;
    case 3: {
      lua_Integer position = luaL_checkinteger(L, 2);
      luaL_argcheck(L, (lua_Unsigned)position - 1u < (lua_Unsigned)end, 2, "position out of bounds");
      for (lua_Integer i = end; i > position; i--) {
        get(list, i - 1);
        set(list, i);
      }
      set(list, position);
      return 0;
    }
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
  }
}

static int remove_element(lua_State *L) {
  list list = list_at(L, 1, writing);
  lua_Integer end = length_of(list);
  lua_Integer position = luaL_optinteger(L, 2, end);
  if (position != end)
    luaL_argcheck(L, (lua_Unsigned)position - 1u <= (lua_Unsigned)end, 2, "position out of bounds");
  get(list, position);
  for (; position < end; position++) {
    get(list, position + 1);
    set(list, position);
  }
  lua_pushnil(L);
  set(list, position);
  return 1;
}

static int move_elements(lua_State *L) {
  lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3);
  lua_Integer target = luaL_checkinteger(L, 4);
  int to_index = lua_isnoneornil(L, 5) ? 1 : 5;
  list from = list_at(L, 1, (const char *const[]){"__index", NULL});
  list to = list_at(L, to_index, (const char *const[]){"__newindex", NULL});
  if (last >= first) {
    luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
    lua_Integer count = last - first + 1;
    luaL_argcheck(L, target <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    bool overlap = target > first && target <= last && (to_index == 1 || lua_compare(L, 1, 5, LUA_OPEQ));
    for (lua_Integer i = 0; i < count; i++) {
      lua_Integer step = overlap ? count - 1 - i : i;
      get(from, first + step);
      set(to, target + step);
    }
  }
  lua_pushvalue(L, to_index);
  return 1;
}

// MARK: Concatenation

static void add_element(list list, copydesk_buffer *text, lua_Integer position) {
  get(list, position);
  if (!lua_isstring(list.L, -1))
    luaL_error(list.L, "invalid value (%s) at index %I in table for 'concat'",
      luaL_typename(list.L, -1), (LUAI_UACINT)position);
  copydesk_add_value(text);
}

static int concatenate(lua_State *L) {
  list list = list_at(L, 1, reading);
  lua_Integer length = length_of(list);
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

// MARK: Sorting

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
  const list *list = context;
  get(*list, (lua_Integer)a + 1);
  get(*list, (lua_Integer)b + 1);
  bool result = lua_compare(list->L, -2, -1, LUA_OPLT);
  lua_pop(list->L, 2);
  return result;
}

static bool function_before(void *context, uint32_t a, uint32_t b) {
  const list *list = context;
  lua_pushvalue(list->L, 2);
  get(*list, (lua_Integer)a + 1);
  get(*list, (lua_Integer)b + 1);
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

static sort_kind read_keys(list list, uint32_t count, sort_key *keys) {
  sort_kind kind = by_operator;
  for (uint32_t i = 0; i < count; i++) {
    get(list, (lua_Integer)i + 1);
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
static void apply(list list, uint32_t *order, uint32_t count) {
  for (uint32_t start = 0; start < count; start++) {
    if (order[start] == start) continue;
    get(list, (lua_Integer)start + 1);
    uint32_t place = start;
    while (order[place] != start) {
      uint32_t source = order[place];
      get(list, (lua_Integer)source + 1);
      set(list, (lua_Integer)place + 1);
      order[place] = place;
      place = source;
    }
    set(list, (lua_Integer)place + 1);
    order[place] = place;
  }
}

static int sort_elements(lua_State *L) {
  list list = list_at(L, 1, writing);
  lua_Integer length = length_of(list);
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

const luaL_Reg copydesk_table_functions[] = {
  {"concat", concatenate},
  {"insert", insert_element},
  {"move", move_elements},
  {"remove", remove_element},
  {"sort", sort_elements},
  {NULL, NULL}};
