// What scripts can reach: an environment built from an allow-list, behind tables that cannot be
// changed.

#include "internal.h"

#include <stdio.h>
#include <string.h>

// MARK: Locked tables

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

// MARK: The allow-list. Functions of Lua's own that are safe as they are; ours join them.

static const char *const base_names[] = {
  "_VERSION", "assert", "error", "getmetatable", "ipairs", "rawequal", "rawlen", "select", "tonumber",
  "type", NULL};
static const char *const string_names[] = {
  "byte", "char", "len", "pack", "packsize", "sub", "unpack", NULL};
static const char *const table_names[] = {"pack", "unpack", NULL};
static const char *const math_names[] = {
  "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log",
  "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan",
  "tointeger", "type", "ult", NULL};
static const char *const utf8_names[] = {
  "char", "charpattern", "codepoint", "codes", "len", "offset", NULL};
static const char *const coroutine_names[] = {
  "create", "isyieldable", "running", "status", "yield", NULL};
static const char *const no_names[] = {NULL};

static void copy_names(lua_State *L, int from, const char *const *names) {
  for (; *names; names++) {
    lua_getfield(L, from, *names);
    lua_setfield(L, -2, *names);
  }
}

// Pushes a table with what is allowed of a library of Lua's, and our functions.
static void push_library(
  lua_State *L, lua_CFunction open, const char *const *names, const luaL_Reg *ours
) {
  lua_pushcfunction(L, open);
  lua_call(L, 0, 1);
  if (open == luaopen_string) {
    lua_getfield(L, -1, "format");
    copydesk_set_format(lua_tocfunction(L, -1));
    lua_pop(L, 1);
  }
  lua_newtable(L);
  copy_names(L, lua_gettop(L) - 1, names);
  lua_remove(L, -2);
  if (ours) luaL_setfuncs(L, ours, 0);
}

static void add_library(
  lua_State *L, const char *name, lua_CFunction open, const char *const *names,
  const luaL_Reg *ours
) {
  push_library(L, open, names, ours);
  copydesk_lock(L, name);
  lua_setfield(L, -2, name);
}

static void add_functions(lua_State *L, const char *library, const luaL_Reg *functions) {
  lua_getfield(L, -1, library);
  copydesk_push_behind(L, -1);
  luaL_setfuncs(L, functions, 0);
  lua_pop(L, 2);
}

// Methods of strings come from our library, and their metatable shows itself to nobody.
static void lock_strings(lua_State *L) {
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_getfield(L, -3, "string");
  copydesk_push_behind(L, -1);
  lua_setfield(L, -3, "__index");
  lua_pop(L, 1);
  lua_pushliteral(L, "locked");
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
}

void copydesk_build_environment(lua_State *L) {
  copydesk_state *state = state_of(L);
  push_library(L, luaopen_base, base_names, copydesk_base_functions);
  luaL_setfuncs(L, copydesk_metatable_functions, 0);
  luaL_setfuncs(L, copydesk_module_functions, 0);
  luaL_setfuncs(L, copydesk_order_functions, 0);
  add_library(L, "string", luaopen_string, string_names, copydesk_string_functions);
  add_functions(L, "string", copydesk_search_functions);
  add_library(L, "table", luaopen_table, table_names, copydesk_table_functions);
  add_library(L, "math", luaopen_math, math_names, copydesk_random_functions);
  add_library(L, "utf8", luaopen_utf8, utf8_names, NULL);
  add_library(L, "coroutine", luaopen_coroutine, coroutine_names, copydesk_coroutine_functions);
  add_library(L, "os", luaopen_os, no_names, copydesk_date_functions);
  lock_strings(L);

  lua_pushvalue(L, -1);
  state->globals = luaL_ref(L, LUA_REGISTRYINDEX);
  copydesk_lock(L, NULL);
  lua_pushvalue(L, -1);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_rawgeti(L, LUA_REGISTRYINDEX, state->globals);
  lua_insert(L, -2);
  lua_setfield(L, -2, "_G");
  lua_pop(L, 1);
}

// MARK: What hosts add

// Puts the table behind a library of the table on top, made where it is missing, in that table's place.
static void enter_library(lua_State *L, const char *name, size_t length, const char *owner) {
  lua_pushlstring(L, name, length);
  lua_pushvalue(L, -1);
  if (lua_rawget(L, -3) == LUA_TNIL) {
    lua_pop(L, 1);
    lua_newtable(L);
    copydesk_lock(L, owner);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, -5);
  }
  copydesk_push_behind(L, -1);
  lua_replace(L, -4);
  lua_pop(L, 2);
}

void copydesk_define(copydesk_state *state, const char *library, const char *name) {
  lua_State *L = state->running;
  int value = lua_gettop(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, state->globals);
  for (const char *rest = library; rest;) {
    const char *dot = strchr(rest, '.');
    size_t length = dot ? (size_t)(dot - rest) : strlen(rest);
    char owner[64];
    snprintf(owner, sizeof owner, "%.*s", (int)(rest + length - library), library);
    enter_library(L, rest, length, owner);
    rest = dot ? dot + 1 : NULL;
  }
  lua_pushstring(L, name);
  lua_pushvalue(L, value);
  lua_rawset(L, -3);
  lua_settop(L, value - 1);
}

void copydesk_set_printer(copydesk_state *state, void *body) { state->printer = body; }
void copydesk_set_finder(copydesk_state *state, void *body) { state->finder = body; }
