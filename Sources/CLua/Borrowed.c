// The allow-list: functions of Lua's own that are safe as they are. Their addresses are looked up once
// in the life of the process, so that opening a state need not open the libraries around them.

#include "internal.h"

#include <pthread.h>
#include <string.h>

static const struct {
  const char *library, *name;
} names[] = {
  {"base", "assert"}, {"base", "error"}, {"base", "getmetatable"}, {"base", "rawequal"},
  {"base", "rawlen"}, {"base", "select"}, {"base", "tonumber"}, {"base", "type"},
  {"string", "byte"}, {"string", "char"}, {"string", "len"}, {"string", "pack"},
  {"string", "packsize"}, {"string", "sub"}, {"string", "unpack"},
  {"table", "pack"}, {"table", "unpack"},
  {"math", "abs"}, {"math", "acos"}, {"math", "asin"}, {"math", "atan"}, {"math", "ceil"},
  {"math", "cos"}, {"math", "deg"}, {"math", "exp"}, {"math", "floor"}, {"math", "fmod"},
  {"math", "log"}, {"math", "max"}, {"math", "min"}, {"math", "modf"}, {"math", "rad"},
  {"math", "sin"}, {"math", "sqrt"}, {"math", "tan"}, {"math", "tointeger"}, {"math", "type"},
  {"math", "ult"},
  {"utf8", "char"}, {"utf8", "codepoint"}, {"utf8", "codes"}, {"utf8", "len"}, {"utf8", "offset"},
  {"coroutine", "create"}, {"coroutine", "isyieldable"}, {"coroutine", "running"},
  {"coroutine", "status"}, {"coroutine", "yield"},
  // Arithmetic on strings that are numerals.
  {"string metatable", "__add"}, {"string metatable", "__sub"}, {"string metatable", "__mul"},
  {"string metatable", "__mod"}, {"string metatable", "__pow"}, {"string metatable", "__div"},
  {"string metatable", "__idiv"}, {"string metatable", "__unm"},
};
#define COUNT (sizeof names / sizeof *names)

static lua_CFunction functions[COUNT], lua_format;

static void push_library(lua_State *L, const char *library) {
  if (strcmp(library, "base") == 0) {
    lua_pushglobaltable(L);
  } else if (strcmp(library, "string metatable") == 0) {
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
  } else {
    lua_getglobal(L, library);
  }
}

// A name that is missing would be called as null; it is a fault of the library's installation.
static lua_CFunction find(lua_State *L, const char *library, const char *name) {
  push_library(L, library);
  lua_getfield(L, -1, name);
  lua_CFunction function = lua_tocfunction(L, -1);
  if (!function) __builtin_trap();
  lua_settop(L, 0);
  return function;
}

static void find_all(void) {
  lua_State *L = luaL_newstate();
  if (!L) __builtin_trap();
  luaL_openlibs(L);
  for (size_t i = 0; i < COUNT; i++)
    functions[i] = find(L, names[i].library, names[i].name);
  lua_format = find(L, "string", "format");
  lua_close(L);
}

void copydesk_add_borrowed(lua_State *L, const char *library) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, find_all);
  for (size_t i = 0; i < COUNT; i++) {
    if (strcmp(names[i].library, library) != 0) continue;
    lua_pushcfunction(L, functions[i]);
    lua_setfield(L, -2, names[i].name);
  }
}

int copydesk_format(lua_State *L) { return lua_format(L); }
