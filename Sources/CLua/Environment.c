// What scripts can reach: an environment built from an allow-list, behind tables that cannot be
// changed.

#include "internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

// MARK: Libraries

static void add_functions(lua_State *L, const luaL_Reg *functions) {
  for (; functions->name; functions++) {
    lua_pushcfunction(L, functions->func);
    lua_setfield(L, -2, functions->name);
  }
}

// Lets messages find the names of functions in the table on top that were not called by one. Lua's own
// look for them in the table of loaded modules, which scripts do not have.
static void name_functions(lua_State *L, const char *library) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, library);
  lua_pop(L, 1);
}

// Adds a library with what is borrowed for it and two lists of ours, the second of which may be missing.
static void add_library(
  lua_State *L, const char *name, const luaL_Reg *ours, const luaL_Reg *more
) {
  lua_createtable(L, 0, 32);
  copydesk_add_borrowed(L, name);
  if (ours) add_functions(L, ours);
  if (more) add_functions(L, more);
  name_functions(L, name);
  copydesk_lock(L, name);
  lua_setfield(L, -2, name);
}

static void add_constant(lua_State *L, const char *library, const char *name) {
  lua_getfield(L, -2, library);
  copydesk_push_behind(L, -1);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, name);
  lua_pop(L, 3);
}

static void add_constants(lua_State *L) {
  lua_pushnumber(L, 3.141592653589793238462643383279502884);
  add_constant(L, "math", "pi");
  lua_pushnumber(L, (lua_Number)HUGE_VAL);
  add_constant(L, "math", "huge");
  lua_pushinteger(L, LUA_MAXINTEGER);
  add_constant(L, "math", "maxinteger");
  lua_pushinteger(L, LUA_MININTEGER);
  add_constant(L, "math", "mininteger");
  static const char character[] = "[\0-\x7F\xC2-\xFD][\x80-\xBF]*";
  lua_pushlstring(L, character, sizeof character - 1);
  add_constant(L, "utf8", "charpattern");
  lua_pushliteral(L, LUA_VERSION);
  lua_setfield(L, -2, "_VERSION");
}

// Methods of strings come from our library, and their metatable shows itself to nobody.
static void add_string_metatable(lua_State *L) {
  lua_pushliteral(L, "");
  lua_createtable(L, 0, 12);
  copydesk_add_borrowed(L, "string metatable");
  lua_getfield(L, -3, "string");
  copydesk_push_behind(L, -1);
  lua_setfield(L, -3, "__index");
  lua_pop(L, 1);
  lua_pushliteral(L, "locked");
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

void copydesk_build_environment(lua_State *L) {
  copydesk_state *state = state_of(L);
  lua_createtable(L, 0, 48);
  copydesk_add_borrowed(L, "base");
  add_functions(L, copydesk_base_functions);
  add_functions(L, copydesk_metatable_functions);
  add_functions(L, copydesk_module_functions);
  add_functions(L, copydesk_next_functions);
  add_functions(L, copydesk_pairs_functions);
  name_functions(L, "_G");
  add_library(L, "string", copydesk_string_functions, copydesk_search_functions);
  add_library(L, "table", copydesk_table_functions, copydesk_sort_functions);
  add_library(L, "math", copydesk_random_functions, NULL);
  add_library(L, "utf8", NULL, NULL);
  add_library(L, "coroutine", copydesk_coroutine_functions, NULL);
  add_library(L, "os", copydesk_date_functions, NULL);
  add_constants(L);
  add_string_metatable(L);

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

// Puts the table behind a library, `desk` or `desk.json`, on the stack; of none, that of the globals.
static void enter_path(copydesk_state *state, const char *path) {
  lua_State *L = state->running;
  lua_rawgeti(L, LUA_REGISTRYINDEX, state->globals);
  for (const char *rest = path; rest;) {
    const char *dot = strchr(rest, '.');
    size_t length = dot ? (size_t)(dot - rest) : strlen(rest);
    char owner[64];
    snprintf(owner, sizeof owner, "%.*s", (int)(rest + length - path), path);
    enter_library(L, rest, length, owner);
    rest = dot ? dot + 1 : NULL;
  }
}

void copydesk_define(copydesk_state *state, const char *library, const char *name) {
  lua_State *L = state->running;
  int value = lua_gettop(L);
  enter_path(state, library);
  lua_pushstring(L, name);
  lua_pushvalue(L, value);
  lua_rawset(L, -3);
  lua_settop(L, value - 1);
}

void copydesk_promise_library(copydesk_state *state, const char *library, const char *name, void *body) {
  lua_State *L = state->running;
  enter_path(state, library);
  copydesk_promise(L, name, body);
  lua_pop(L, 1);
}

void copydesk_set_printer(copydesk_state *state, void *body) { state->printer = body; }
void copydesk_set_finder(copydesk_state *state, void *body) { state->finder = body; }
