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

// MARK: Libraries that are read when they are first asked for

// In the metatable of a table behind, under this address: the host's bodies that give the sources, by name.
static char promised_key;

void copydesk_promise(lua_State *L, const char *name, void *body) {
  lua_getmetatable(L, -1);
  if (lua_rawgetp(L, -1, &promised_key) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, -3, &promised_key);
  }
  lua_pushlightuserdata(L, body);
  lua_setfield(L, -2, name);
  lua_pop(L, 2);
}

// The body that was promised for the name at 2 in the table behind at 1; null for other names.
static void *promised(lua_State *L) {
  void *body = NULL;
  lua_getmetatable(L, 1);
  if (lua_rawgetp(L, -1, &promised_key) == LUA_TTABLE) {
    lua_pushvalue(L, 2);
    lua_rawget(L, -2);
    body = lua_touserdata(L, -1);
  }
  lua_settop(L, 2);
  return body;
}

// The body gives the source, and what the chunk is called with; the chunk gives the library's table.
static int load_promised(lua_State *L, const char *owner, void *body) {
  int count = copydesk_run_body(L, body), first = lua_gettop(L) - count + 1;
  size_t length;
  const char *source = lua_tolstring(L, first, &length);
  const char *path = lua_pushfstring(L, "%s.%s", owner, lua_tostring(L, 2));
  int status = luaL_loadbufferx(L, source, length, lua_pushfstring(L, "=%s", path), "t");
  if (status != LUA_OK) {
    copydesk_check(L, status);
    return lua_error(L);
  }
  for (int argument = first + 1; argument < first + count; argument++) lua_pushvalue(L, argument);
  lua_call(L, count - 1, 1);
  copydesk_lock(L, path);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, -2);
  lua_rawset(L, 1);
  return 1;
}

void copydesk_keep_promises(lua_State *L, int behind) {
  lua_getmetatable(L, behind);
  if (lua_rawgetp(L, -1, &promised_key) == LUA_TTABLE) {
    lua_pushnil(L);
    while (lua_next(L, -2)) {
      lua_getfield(L, behind, lua_tostring(L, -2));
      lua_pop(L, 2);
    }
  }
  lua_pop(L, 2);
}

// MARK: Locks

// Upvalue 1: the owner's name; nil for the globals.
static int read_undefined(lua_State *L) {
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  void *body = promised(L);
  if (body) return load_promised(L, lua_tostring(L, lua_upvalueindex(1)), body);
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
