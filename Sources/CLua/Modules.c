// `require`: a module's source comes from the host's finder, runs once in the same sandbox, and what
// it returns is kept under its name.

#include "Buffer.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static char loaded_key, loading_key;  // in the registry: name to value, and a list of names

#define LONGEST_MODULE_NAME 200

// Parts of letters, digits, `_` and `-`, joined by single dots: nothing that leads out of a folder.
static bool is_module_name(const char *name, size_t length) {
  if (length == 0 || length > LONGEST_MODULE_NAME) return false;
  bool in_part = false;
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)name[i];
    if (c == '.' && !in_part) return false;
    if (c != '.' && !(c < 0x80 && (isalnum(c) || c == '_' || c == '-'))) return false;
    in_part = c != '.';
  }
  return in_part;
}

static void push_registry_table(lua_State *L, const void *key) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, key) == LUA_TTABLE) return;
  lua_pop(L, 1);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

// MARK: Cycles

// Raises `modules require each other: a → b → a` where the name is being loaded.
static void refuse_cycle(lua_State *L, int loading, const char *name) {
  int count = (int)lua_rawlen(L, loading), start = 1;
  for (; start <= count; start++) {
    lua_rawgeti(L, loading, start);
    bool same = strcmp(lua_tostring(L, -1), name) == 0;
    lua_pop(L, 1);
    if (same) break;
  }
  if (start > count) return;
  copydesk_buffer text;
  copydesk_begin_text(L, &text);
  for (int i = start; i <= count; i++) {
    lua_rawgeti(L, loading, i);
    copydesk_add_value(&text);
    copydesk_add_string(&text, " → ");
  }
  copydesk_add_string(&text, name);
  copydesk_push_text(&text);
  luaL_error(L, "modules require each other: %s", lua_tostring(L, -1));
}

// Takes the innermost name off the list, also when its module fails.
static int end_loading(lua_State *L) {
  push_registry_table(L, &loading_key);
  lua_pushnil(L);
  lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2));
  return 0;
}

static void begin_loading(lua_State *L, int loading) {
  lua_pushvalue(L, 1);
  lua_rawseti(L, loading, (lua_Integer)lua_rawlen(L, loading) + 1);
  lua_newtable(L);
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, end_loading);
  lua_setfield(L, -2, "__close");
  lua_setmetatable(L, -2);
  lua_toclose(L, -1);
}

// MARK: Loading

// Asks the finder, which sees `require`'s own arguments, and compiles what it found.
static void push_chunk(lua_State *L, const char *name) {
  int count = copydesk_run_body(L, state_of(L)->finder);
  if (count != 2 || lua_type(L, -1) != LUA_TSTRING || lua_type(L, -2) != LUA_TSTRING)
    luaL_error(L, "module '%s' was not found", name);
  size_t length;
  const char *source = lua_tolstring(L, -2, &length);
  lua_pushfstring(L, "@%s", lua_tostring(L, -1));
  int status = luaL_loadbufferx(L, source, length, lua_tostring(L, -1), "t");
  if (status == LUA_OK) return;
  copydesk_check(L, status);
  lua_error(L);
}

static int require(lua_State *L) {
  size_t length;
  const char *name = luaL_checklstring(L, 1, &length);
  lua_settop(L, 1);
  if (!is_module_name(name, length))
    return luaL_error(L, "'%s' cannot be a module's name; write its path from the script's folder "
      "without '.lua', with dots between folders", name);
  push_registry_table(L, &loaded_key);
  if (lua_getfield(L, 2, name) != LUA_TNIL) return 1;
  push_registry_table(L, &loading_key);
  refuse_cycle(L, 4, name);
  if (!state_of(L)->finder)
    return luaL_error(L, "module '%s' was not found: these scripts have no modules", name);
  begin_loading(L, 4);
  push_chunk(L, name);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (lua_isnil(L, -1)) lua_pushboolean(L, 1);
  lua_pushvalue(L, -1);
  lua_setfield(L, 2, name);
  return 1;
}

const luaL_Reg copydesk_module_functions[] = {{"require", require}, {NULL, NULL}};
