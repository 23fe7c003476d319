// Tables that scripts can read and not change: an empty one stands in front of each.

#include "internal.h"

// The address marks metatables of locked tables, which hold under it the table behind.
static char locked_key;

bool copydesk_push_behind(lua_State *L, int index) {
  if (!lua_getmetatable(L, index)) return false;
  if (lua_rawgetp(L, -1, &locked_key) == LUA_TTABLE) {
    lua_remove(L, -2);
    return true;
  }
  lua_pop(L, 2);
  return false;
}

// Upvalue 1: the owner's name; nil for the globals.
static int read_undefined(lua_State *L) {
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  return copydesk_undefined(L, lua_tostring(L, lua_upvalueindex(1)), 1, lua_tostring(L, 2));
}

static int refuse_change(lua_State *L) {
  const char *owner = lua_tostring(L, lua_upvalueindex(1));
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
  if (owner) return luaL_error(L, "'%s.%s' cannot be set: libraries are read-only", owner, name);
  return luaL_error(L, "global '%s' cannot be set; declare it: local %s", name, name);
}

void copydesk_lock(lua_State *L, const char *owner) {
  int behind = lua_gettop(L);
  lua_createtable(L, 0, 1);
  lua_pushstring(L, owner);
  lua_pushcclosure(L, read_undefined, 1);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, behind);

  lua_newtable(L);
  lua_createtable(L, 0, 5);
  lua_pushvalue(L, behind);
  lua_setfield(L, -2, "__index");
  lua_pushstring(L, owner);
  lua_pushcclosure(L, refuse_change, 1);
  lua_setfield(L, -2, "__newindex");
  lua_pushliteral(L, "locked");
  lua_setfield(L, -2, "__metatable");
  lua_pushvalue(L, behind);
  lua_rawsetp(L, -2, &locked_key);
  lua_setmetatable(L, -2);
  lua_remove(L, behind);
}
