// Keys of tables and their order.

#include "Keys.h"

copydesk_key copydesk_key_at(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      if (lua_isinteger(L, index))
        return (copydesk_key){.class = class_integer, .integer = lua_tointeger(L, index)};
      return (copydesk_key){.class = class_number, .number = lua_tonumber(L, index)};
    case LUA_TSTRING: {
      size_t length;
      const char *bytes = lua_tolstring(L, index, &length);
      return (copydesk_key){.class = class_string, .text = copydesk_text_of(bytes, length)};
    }
    case LUA_TBOOLEAN:
      return (copydesk_key){.class = class_boolean, .integer = lua_toboolean(L, index)};
    case LUA_TUSERDATA:
      return (copydesk_key){.class = class_object, .object = copydesk_to_handle(L, index)};
    default:
      return (copydesk_key){.class = class_other};
  }
}

static int compare_integers(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

static int compare_objects(const copydesk_handle *a, const copydesk_handle *b) {
  int order = compare_integers(a->kind, b->kind);
  if (order == 0) order = compare_integers(a->generation, b->generation);
  for (int i = 0; order == 0 && i < 4; i++) order = compare_integers(a->values[i], b->values[i]);
  return order;
}

int copydesk_compare_keys(const copydesk_key *a, const copydesk_key *b) {
  if (a->class != b->class) return a->class < b->class ? -1 : 1;
  switch (a->class) {
    case class_integer: case class_boolean: return compare_integers(a->integer, b->integer);
    case class_number: return a->number < b->number ? -1 : a->number > b->number;
    case class_string: return copydesk_compare_texts(&a->text, &b->text);
    case class_object: return compare_objects(a->object, b->object);
    default: return 0;
  }
}

static inline bool before(void *context, uint32_t a, uint32_t b) {
  const copydesk_key *keys = context;
  return copydesk_compare_keys(&keys[a], &keys[b]) < 0;
}

void copydesk_sort_keys(copydesk_key *keys, uint32_t *order, uint32_t count) {
  copydesk_sort(order, count, before, keys);
}

// MARK: Collecting

bool copydesk_is_sequence(lua_State *L, int table, uint32_t *count) {
  bool sequence = true;
  *count = 0;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    *count += 1;
    sequence = sequence && lua_isinteger(L, -1) && lua_tointeger(L, -1) == *count;
  }
  return sequence;
}

int copydesk_refuse_order(lua_State *L, int index) {
  return luaL_error(L, "keys of type %s have no order that is the same in every run; "
    "walk with desk.each, which takes them as they come", luaL_typename(L, index));
}

// Pushes the table's keys as a list, in Lua's order, and reads them.
static void collect(lua_State *L, int table, uint32_t count, copydesk_key *keys, bool strict) {
  uint32_t found = 0, others = 0;
  lua_createtable(L, (int)count, 0);
  int list = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    keys[found] = copydesk_key_at(L, -1);
    if (keys[found].class == class_other && ++others > 1 && strict) copydesk_refuse_order(L, -1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, list, ++found);
  }
}

const uint32_t *copydesk_push_order(lua_State *L, int table, uint32_t count, bool strict) {
  copydesk_key *keys = lua_newuserdatauv(L, count * sizeof *keys + 1, 0);
  collect(L, table, count, keys, strict);
  uint32_t *order = lua_newuserdatauv(L, 2 * count * sizeof *order + 1, 0);
  copydesk_sort_keys(keys, order, count);
  lua_remove(L, -3);
  return order;
}

void copydesk_push_keys(lua_State *L, int table) {
  uint32_t count;
  table = lua_absindex(L, table);
  copydesk_is_sequence(L, table, &count);
  const uint32_t *order = copydesk_push_order(L, table, count, false);
  lua_createtable(L, (int)count, 0);
  for (uint32_t i = 0; i < count; i++) {
    lua_rawgeti(L, -3, order[i] + 1);
    lua_rawseti(L, -2, i + 1);
  }
  lua_replace(L, -3);
  lua_pop(L, 1);
}
