// `ipairs`; `pairs`, which walks the keys that were there at its start and passes over what has gone by then; and
// the walk in no order.

#include "Keys.h"

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
  copydesk_key keys[FEW];
  uint32_t order[2 * FEW], found = 0, others = 0;
  luaL_checkstack(L, 2 * FEW + 4, NULL);
  int base = lua_gettop(L) + 1;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    keys[found] = copydesk_key_at(L, -1);
    if (keys[found++].class == class_other && ++others > 1) copydesk_refuse_order(L, -1);
    lua_pushvalue(L, -1);
  }
  copydesk_sort_keys(keys, order, count);
  lua_pushinteger(L, 0);
  for (uint32_t i = 0; i < count; i++) lua_pushvalue(L, base + (int)order[i]);
  lua_pushcclosure(L, step_few, (int)count + 1);
}

static void push_walk(lua_State *L, int table) {
  uint32_t count;
  if (copydesk_is_sequence(L, table, &count)) {
    lua_pushinteger(L, count);
    lua_pushcclosure(L, step_sequence, 1);
  } else if (count <= FEW) {
    push_few(L, table, count);
  } else {
    lua_pushinteger(L, 0);
    copydesk_push_order(L, table, count, true);
    lua_pushcclosure(L, step_many, 3);
  }
}

// Over whatever `value[i]` answers for; sequences are asked directly.
static int step_elements(lua_State *L) {
  lua_Integer position = (lua_Integer)((lua_Unsigned)luaL_checkinteger(L, 2) + 1);
  lua_pushinteger(L, position);
  const copydesk_handle *object = copydesk_to_handle(L, 1);
  if (object && state_of(L)->kinds[object->kind].is_sequence) {
    copydesk_refuse_stale(L, object);
    return copydesk_push_item(L, object, position) ? 2 : 1;
  }
  return lua_geti(L, 1, position) == LUA_TNIL ? 1 : 2;
}

static int walk_elements(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushcfunction(L, step_elements);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

bool copydesk_take_walked(lua_State *L, const char *function) {
  luaL_checkany(L, 1);
  if (lua_type(L, 1) == LUA_TTABLE) {
    if (copydesk_push_behind(L, 1)) {
      copydesk_keep_promises(L, lua_gettop(L));
      lua_replace(L, 1);
    }
    return false;
  }
  const char *name = copydesk_kind_name(L, 1);
  if (!name) luaL_typeerror(L, 1, lua_typename(L, LUA_TTABLE));
  const copydesk_kind *kind = &state_of(L)->kinds[copydesk_to_handle(L, 1)->kind];
  if (!kind->element && !kind->is_sequence)
    luaL_error(L, "%s: %s %s has no elements; it has fields, as in value.name", function,
      copydesk_article(name), name);
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
  if (copydesk_take_walked(L, "pairs")) {
    lua_pushcfunction(L, step_elements);
    lua_insert(L, 1);
    lua_pushinteger(L, 0);
    return 3;
  }
  push_walk(L, 1);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
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
  if (copydesk_take_walked(L, "each")) lua_pushcfunction(L, step_elements);
  else lua_pushcfunction(L, step_unordered);
  lua_pushvalue(L, 1);
  if (lua_type(L, 1) == LUA_TTABLE) lua_pushnil(L);
  else lua_pushinteger(L, 0);
  return 3;
}

void copydesk_push_each(lua_State *L) { lua_pushcfunction(L, walk_unordered); }

const luaL_Reg copydesk_pairs_functions[] = {
  {"ipairs", walk_elements}, {"pairs", walk_pairs}, {NULL, NULL}};
