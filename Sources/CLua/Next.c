// `next`. The sorted keys of the walk before are kept, for it is the one that goes on.

#include "Keys.h"

static char walk_key;  // in the registry: the table, its keys, the positions

static int first_key(lua_State *L) {
  lua_pushnil(L);
  if (!lua_next(L, 1)) return 0;
  lua_pop(L, 1);
  copydesk_key least = copydesk_key_at(L, -1);
  lua_replace(L, 2);
  bool other = least.class == class_other;
  lua_pushvalue(L, 2);
  while (lua_next(L, 1)) {
    lua_pop(L, 1);
    copydesk_key found = copydesk_key_at(L, -1);
    if (found.class == class_other) {
      if (other) copydesk_refuse_order(L, -1);
      other = true;
    }
    if (copydesk_compare_keys(&found, &least) >= 0) continue;
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
  copydesk_is_sequence(L, 1, &count);
  lua_createtable(L, 3, 0);
  int walk = lua_gettop(L);
  const uint32_t *order = copydesk_push_order(L, 1, count, true);
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
  copydesk_key given = copydesk_key_at(L, 2);
  uint32_t low = 0, high = count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    lua_rawgeti(L, list, order[middle] + 1);
    copydesk_key found = copydesk_key_at(L, -1);
    lua_pop(L, 1);
    if (copydesk_compare_keys(&found, &given) <= 0) low = middle + 1;
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
  if (copydesk_take_walked(L, "next")) return luaL_error(L, "next works on tables; walk with pairs");
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

const luaL_Reg copydesk_next_functions[] = {{"next", next_entry}, {NULL, NULL}};
