// Walks over tables. Lua's own order follows addresses and a seed that differs from run to run, so
// here keys come sorted: integers, other numbers, strings by their bytes, false, true, then the
// host's objects by what they hold. Keys of other types have no order but their address, so that
// a table may have one of them at most.

#include "Sort.h"
#include "internal.h"

// MARK: Keys

typedef enum {
  class_integer, class_number, class_string, class_boolean, class_object, class_other
} key_class;

typedef struct {
  key_class class;
  union {
    int64_t integer;
    double number;
    copydesk_text text;
    const copydesk_handle *object;
  };
} key;

static key key_at(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      if (lua_isinteger(L, index))
        return (key){.class = class_integer, .integer = lua_tointeger(L, index)};
      return (key){.class = class_number, .number = lua_tonumber(L, index)};
    case LUA_TSTRING: {
      size_t length;
      const char *bytes = lua_tolstring(L, index, &length);
      return (key){.class = class_string, .text = copydesk_text_of(bytes, length)};
    }
    case LUA_TBOOLEAN:
      return (key){.class = class_boolean, .integer = lua_toboolean(L, index)};
    case LUA_TUSERDATA:
      return (key){.class = class_object, .object = copydesk_to_handle(L, index)};
    default:
      return (key){.class = class_other};
  }
}

static int compare_integers(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

static int compare_objects(const copydesk_handle *a, const copydesk_handle *b) {
  int order = compare_integers(a->kind, b->kind);
  if (order == 0) order = compare_integers(a->generation, b->generation);
  for (int i = 0; order == 0 && i < 4; i++) order = compare_integers(a->values[i], b->values[i]);
  return order;
}

static inline int compare(const key *a, const key *b) {
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
  const key *keys = context;
  return compare(&keys[a], &keys[b]) < 0;
}

// MARK: Collecting

// Counts the entries, and says whether their keys are 1 to the count and come in that order.
static bool is_sequence(lua_State *L, int table, uint32_t *count) {
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

static int refuse_order(lua_State *L, int index) {
  return luaL_error(L, "keys of type %s have no order that is the same in every run; "
    "walk with desk.each, which takes them as they come", luaL_typename(L, index));
}

// Pushes the table's keys as a list, in Lua's order, and reads them.
static void collect(lua_State *L, int table, uint32_t count, key *keys, bool strict) {
  uint32_t found = 0, others = 0;
  lua_createtable(L, (int)count, 0);
  int list = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    keys[found] = key_at(L, -1);
    if (keys[found].class == class_other && ++others > 1 && strict) refuse_order(L, -1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, list, ++found);
  }
}

// Pushes a list of the table's keys and the positions in it that sort them.
static const uint32_t *push_order(lua_State *L, int table, uint32_t count, bool strict) {
  key *keys = lua_newuserdatauv(L, count * sizeof *keys + 1, 0);
  collect(L, table, count, keys, strict);
  uint32_t *order = lua_newuserdatauv(L, 2 * count * sizeof *order + 1, 0);
  copydesk_sort(order, count, before, keys);
  lua_remove(L, -3);
  return order;
}

void copydesk_push_keys(lua_State *L, int table) {
  uint32_t count;
  table = lua_absindex(L, table);
  is_sequence(L, table, &count);
  const uint32_t *order = push_order(L, table, count, false);
  lua_createtable(L, (int)count, 0);
  for (uint32_t i = 0; i < count; i++) {
    lua_rawgeti(L, -3, order[i] + 1);
    lua_rawseti(L, -2, i + 1);
  }
  lua_replace(L, -3);
  lua_pop(L, 1);
}

// MARK: pairs. The keys are those at the start; what has gone by then is passed over.

// Upvalue 1: the length at the start.
static int step_sequence(lua_State *L) {
  lua_Integer length = lua_tointeger(L, lua_upvalueindex(1));
  for (lua_Integer position = lua_tointeger(L, 2) + 1; position <= length; position++) {
    lua_pushinteger(L, position);
    if (lua_rawgeti(L, 1, position) != LUA_TNIL) return 2;
    lua_pop(L, 2);
  }
  return 0;
}

// Upvalue 1: how many keys have been seen; the sorted keys follow it.
#define FEW 32
static int step_few(lua_State *L) {
  int seen = (int)lua_tointeger(L, lua_upvalueindex(1));
  while (seen < FEW && !lua_isnone(L, lua_upvalueindex(seen + 2))) {
    lua_pushvalue(L, lua_upvalueindex(seen + 2));
    seen++;
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 1) != LUA_TNIL) {
      lua_pushinteger(L, seen);
      lua_replace(L, lua_upvalueindex(1));
      return 2;
    }
    lua_pop(L, 2);
  }
  return 0;
}

// Upvalues: how many keys have been seen, the list of keys, and the positions that sort them.
static int step_many(lua_State *L) {
  lua_Integer seen = lua_tointeger(L, lua_upvalueindex(1));
  const uint32_t *order = lua_touserdata(L, lua_upvalueindex(3));
  lua_Integer count = (lua_Integer)lua_rawlen(L, lua_upvalueindex(2));
  while (seen < count) {
    lua_rawgeti(L, lua_upvalueindex(2), order[seen++] + 1);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 1) != LUA_TNIL) {
      lua_pushinteger(L, seen);
      lua_replace(L, lua_upvalueindex(1));
      return 2;
    }
    lua_pop(L, 2);
  }
  return 0;
}

static void push_few(lua_State *L, int table, uint32_t count) {
  key keys[FEW];
  uint32_t order[2 * FEW], found = 0, others = 0;
  luaL_checkstack(L, 2 * FEW + 4, NULL);
  int base = lua_gettop(L) + 1;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    keys[found] = key_at(L, -1);
    if (keys[found++].class == class_other && ++others > 1) refuse_order(L, -1);
    lua_pushvalue(L, -1);
  }
  copydesk_sort(order, count, before, keys);
  lua_pushinteger(L, 0);
  for (uint32_t i = 0; i < count; i++) lua_pushvalue(L, base + (int)order[i]);
  lua_pushcclosure(L, step_few, (int)count + 1);
}

static void push_walk(lua_State *L, int table) {
  uint32_t count;
  if (is_sequence(L, table, &count)) {
    lua_pushinteger(L, count);
    lua_pushcclosure(L, step_sequence, 1);
  } else if (count <= FEW) {
    push_few(L, table, count);
  } else {
    lua_pushinteger(L, 0);
    push_order(L, table, count, true);
    lua_pushcclosure(L, step_many, 3);
  }
}

static int step_object(lua_State *L) {
  lua_Integer position = luaL_checkinteger(L, 2) + 1;
  lua_pushinteger(L, position);
  return lua_geti(L, 1, position) == LUA_TNIL ? 1 : 2;
}

// Leaves at index 1 the table that is really walked; says whether it is an object of the host's.
static bool take_walked(lua_State *L, const char *function) {
  luaL_checkany(L, 1);
  if (lua_type(L, 1) == LUA_TTABLE) {
    if (copydesk_push_behind(L, 1)) lua_replace(L, 1);
    return false;
  }
  const char *name = copydesk_kind_name(L, 1);
  if (!name) luaL_typeerror(L, 1, lua_typename(L, LUA_TTABLE));
  const copydesk_kind *kind = &state_of(L)->kinds[copydesk_to_handle(L, 1)->kind];
  if (!kind->element && !kind->is_sequence)
    luaL_error(L, "%s: a %s has no elements; it has fields, as in value.name", function, name);
  return true;
}

static int end_pairs(lua_State *L, int status, lua_KContext context) {
  (void)L, (void)status, (void)context;
  return 3;
}

static int walk_pairs(lua_State *L) {
  luaL_checkany(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_callk(L, 1, 3, 0, end_pairs);
    return 3;
  }
  lua_settop(L, 1);
  if (take_walked(L, "pairs")) {
    lua_pushcfunction(L, step_object);
    lua_insert(L, 1);
    lua_pushinteger(L, 0);
    return 3;
  }
  push_walk(L, 1);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

// MARK: next. The sorted keys of the walk before are kept, for it is the one that goes on.

static char walk_key;  // in the registry: the table, its keys, the positions

static int first_key(lua_State *L) {
  lua_pushnil(L);
  if (!lua_next(L, 1)) return 0;
  lua_pop(L, 1);
  key least = key_at(L, -1);
  lua_replace(L, 2);
  bool other = least.class == class_other;
  lua_pushvalue(L, 2);
  while (lua_next(L, 1)) {
    lua_pop(L, 1);
    key found = key_at(L, -1);
    if (found.class == class_other) {
      if (other) refuse_order(L, -1);
      other = true;
    }
    if (compare(&found, &least) >= 0) continue;
    least = found;
    lua_pushvalue(L, -1);
    lua_replace(L, 2);
  }
  return 1;
}

// Pushes the keys and the positions of a walk over the table at index 1.
static const uint32_t *take_walk(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &walk_key) == LUA_TTABLE) {
    lua_rawgeti(L, -1, 1);
    if (lua_rawequal(L, -1, 1)) {
      lua_rawgeti(L, -2, 2);
      lua_rawgeti(L, -3, 3);
      return lua_touserdata(L, -1);
    }
  }
  uint32_t count;
  is_sequence(L, 1, &count);
  lua_createtable(L, 3, 0);
  int walk = lua_gettop(L);
  const uint32_t *order = push_order(L, 1, count, true);
  lua_pushvalue(L, -1);
  lua_rawseti(L, walk, 3);
  lua_pushvalue(L, -2);
  lua_rawseti(L, walk, 2);
  lua_pushvalue(L, 1);
  lua_rawseti(L, walk, 1);
  lua_pushvalue(L, walk);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &walk_key);
  state_of(L)->walk_position = 0;
  return order;
}

static void drop_walk(lua_State *L) {
  lua_pushnil(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &walk_key);
}

// The place in the order behind the key at index 2: by looking where the walk stands, or by halves.
static uint32_t place_behind(lua_State *L, const uint32_t *order, uint32_t count, int list) {
  uint32_t place = state_of(L)->walk_position;
  if (place < count) {
    lua_rawgeti(L, list, order[place] + 1);
    bool here = lua_rawequal(L, -1, 2);
    lua_pop(L, 1);
    if (here) return place + 1;
  }
  key given = key_at(L, 2);
  uint32_t low = 0, high = count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    lua_rawgeti(L, list, order[middle] + 1);
    key found = key_at(L, -1);
    lua_pop(L, 1);
    if (compare(&found, &given) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

static int later_key(lua_State *L) {
  if (lua_isinteger(L, 2) && lua_tointeger(L, 2) >= 0 && lua_tointeger(L, 2) < LUA_MAXINTEGER) {
    lua_Integer position = lua_tointeger(L, 2) + 1;
    lua_pushinteger(L, position);
    if (lua_rawgeti(L, 1, position) != LUA_TNIL) return 2;
    lua_settop(L, 2);
  }
  const uint32_t *order = take_walk(L);
  int list = lua_gettop(L) - 1;
  uint32_t count = (uint32_t)lua_rawlen(L, list);
  for (uint32_t place = place_behind(L, order, count, list); place < count; place++) {
    lua_rawgeti(L, list, order[place] + 1);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 1) != LUA_TNIL) {
      state_of(L)->walk_position = place;
      return 2;
    }
    lua_pop(L, 2);
  }
  drop_walk(L);
  return 0;
}

static int next_entry(lua_State *L) {
  lua_settop(L, 2);
  if (take_walked(L, "next")) return luaL_error(L, "next works on tables; walk with pairs");
  if (!lua_isnil(L, 2)) return later_key(L);
  drop_walk(L);
  if (!first_key(L)) {
    lua_pushnil(L);
    return 1;
  }
  lua_settop(L, 2);
  lua_pushvalue(L, 2);
  lua_rawget(L, 1);
  return 2;
}

// MARK: each

static int step_unordered(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  if (lua_next(L, 1)) return 2;
  lua_pushnil(L);
  return 1;
}

static int walk_unordered(lua_State *L) {
  lua_settop(L, 1);
  if (take_walked(L, "each")) lua_pushcfunction(L, step_object);
  else lua_pushcfunction(L, step_unordered);
  lua_pushvalue(L, 1);
  if (lua_type(L, 1) == LUA_TTABLE) lua_pushnil(L);
  else lua_pushinteger(L, 0);
  return 3;
}

void copydesk_push_each(lua_State *L) { lua_pushcfunction(L, walk_unordered); }

const luaL_Reg copydesk_order_functions[] = {
  {"next", next_entry},
  {"pairs", walk_pairs},
  {NULL, NULL}};
