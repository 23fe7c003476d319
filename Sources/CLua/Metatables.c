// Metatables and access without metamethods, with what the sandbox's promises rule out.

#include "internal.h"

static void refuse_field(lua_State *L, const char *field, const char *why) {
  lua_pushstring(L, field);
  if (lua_rawget(L, 2) != LUA_TNIL) luaL_error(L, "metatables cannot have '%s': %s", field, why);
  lua_pop(L, 1);
}

static int set_metatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_argexpected(L, lua_isnil(L, 2) || lua_type(L, 2) == LUA_TTABLE, 2, "nil or table");
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
    return luaL_error(L, "cannot change a protected metatable");
  if (lua_type(L, 2) == LUA_TTABLE) {
    // The collector runs finalizers where no limit reaches them.
    refuse_field(L, "__gc", "nothing can run when the collector does");
    // What a weak table still holds depends on when the collector ran.
    refuse_field(L, "__mode", "weak tables would make results differ from run to run");
  }
  lua_settop(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

static int raw_get(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  if (copydesk_push_behind(L, 1)) lua_replace(L, 1);
  lua_rawget(L, 1);
  return 1;
}

static int raw_set(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  luaL_checkany(L, 3);
  lua_settop(L, 3);
  if (copydesk_push_behind(L, 1)) return luaL_error(L, "globals and libraries are read-only");
  lua_rawset(L, 1);
  return 1;
}

const luaL_Reg copydesk_metatable_functions[] = {
  {"rawget", raw_get},
  {"rawset", raw_set},
  {"setmetatable", set_metatable},
  {NULL, NULL}};
