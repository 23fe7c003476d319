// The base functions that the sandbox has in place of Lua's own.

#include "Buffer.h"

#include <string.h>

// MARK: Text

// As Lua's own, but a value without a name of its own is only its type: no addresses.
const char *copydesk_to_text(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TSTRING: case LUA_TNUMBER:
      lua_pushvalue(L, index);
      return lua_tostring(L, -1);
    case LUA_TNIL: return lua_pushliteral(L, "nil");
    case LUA_TBOOLEAN: return lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
    default: break;
  }
  if (luaL_callmeta(L, index, "__tostring")) {
    if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
    return lua_tostring(L, -1);
  }
  int type = luaL_getmetafield(L, index, "__name");
  if (type == LUA_TSTRING) return lua_tostring(L, -1);
  if (type != LUA_TNIL) lua_pop(L, 1);
  return lua_pushstring(L, luaL_typename(L, index));
}

const char *copydesk_article(const char *name) {
  return *name && strchr("aeiouAEIOU", *name) ? "an" : "a";
}

static int to_string(lua_State *L) {
  luaL_checkany(L, 1);
  copydesk_to_text(L, 1);
  return 1;
}

// Whether a value has no text of its own, neither Lua's nor the script's, so that the host shows it.
static bool is_shown_by_host(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TTABLE: case LUA_TUSERDATA: case LUA_TFUNCTION: case LUA_TTHREAD: break;
    default: return false;
  }
  if (copydesk_kind_name(L, index)) return true;
  if (luaL_getmetafield(L, index, "__tostring") == LUA_TNIL) return true;
  lua_pop(L, 1);
  return false;
}

// Gives the host's printer a line's values: texts, and what has none as it is.
static int print(lua_State *L) {
  copydesk_state *state = state_of(L);
  int count = lua_gettop(L);
  for (int i = 1; i <= count; i++) {
    if (is_shown_by_host(L, i)) continue;
    copydesk_to_text(L, i);
    lua_replace(L, i);
    lua_settop(L, count);
  }
  if (state->printer) copydesk_run_body(L, state->printer);
  return 0;
}

// The collector is the host's; scripts may ask what their values occupy, in kilobytes.
static int collect_garbage(lua_State *L) {
  const char *option = luaL_optstring(L, 1, "collect");
  if (strcmp(option, "count") != 0)
    return luaL_error(L, "collectgarbage('%s') is not allowed: scripts can only 'count'", option);
  lua_pushnumber(L, (lua_Number)state_of(L)->used / 1024);
  return 1;
}

// MARK: Errors

static int protected_end(lua_State *L, int status, lua_KContext extra) {
  copydesk_check(L, status == LUA_YIELD ? LUA_OK : status);
  if (status != LUA_OK && status != LUA_YIELD) {
    copydesk_forget_frames(state_of(L));
    lua_pushboolean(L, 0);
    lua_pushvalue(L, -2);
    return 2;
  }
  return lua_gettop(L) - (int)extra;
}

static int protected_call(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, protected_end);
  return protected_end(L, status, 0);
}

// Upvalue 1: the script's handler, which an abort under way does not reach.
static int handle_message(lua_State *L) {
  copydesk_state *state = state_of(L);
  if (state->verdict != copydesk_verdict_none || state->expired) return 1;
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

static int protected_call_handled(lua_State *L) {
  int count = lua_gettop(L);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, handle_message, 1);
  lua_replace(L, 2);
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  int status = lua_pcallk(L, count - 2, LUA_MULTRET, 2, 2, protected_end);
  return protected_end(L, status, 2);
}

const luaL_Reg copydesk_base_functions[] = {
  {"collectgarbage", collect_garbage},
  {"pcall", protected_call},
  {"print", print},
  {"tostring", to_string},
  {"xpcall", protected_call_handled},
  {NULL, NULL}};
