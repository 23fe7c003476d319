// What is said about names that are not there: the name that was probably meant, or why the sandbox
// does without it.

#include "internal.h"

#include <string.h>

// MARK: Suggestions

#define LONGEST_NAME 32

// Damerau and Levenshtein's distance between names of at most LONGEST_NAME bytes.
static int distance(const char *a, size_t a_length, const char *b, size_t b_length) {
  int rows[3][LONGEST_NAME + 1];
  for (size_t j = 0; j <= b_length; j++) rows[0][j] = (int)j;
  for (size_t i = 1; i <= a_length; i++) {
    int *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
    row[0] = (int)i;
    for (size_t j = 1; j <= b_length; j++) {
      int best = above[j - 1] + (a[i - 1] != b[j - 1]);
      if (above[j] + 1 < best) best = above[j] + 1;
      if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < best)
        best = before[j - 2] + 1;
      row[j] = best;
    }
  }
  return rows[a_length % 3][b_length];
}

// The nearest of a table's names, or null where none is near. The least of equals, so that the
// table's order does not matter.
static const char *nearest(lua_State *L, int table, const char *name) {
  size_t length = strlen(name);
  if (length > LONGEST_NAME) return NULL;
  const char *best = NULL;
  int best_distance = length < 3 ? 2 : (int)(length / 3) + 2;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    size_t other_length;
    if (lua_type(L, -1) != LUA_TSTRING) continue;
    const char *other = lua_tolstring(L, -1, &other_length);
    if (other_length > LONGEST_NAME || *other == '_') continue;
    int apart = distance(name, length, other, other_length);
    if (apart < best_distance || (best && apart == best_distance && strcmp(other, best) < 0)) {
      best = other;
      best_distance = apart;
    }
  }
  return best;
}

// MARK: What other Lua programs have

static const struct {
  const char *owner, *name, *reason;
} absent[] = {
  {NULL, "debug", "scripts cannot look into the interpreter"},
  {NULL, "dofile", "scripts reach no files; use require for modules"},
  {NULL, "io", "scripts reach no files"},
  {NULL, "load", "scripts cannot compile text; put the code into a module and require it"},
  {NULL, "loadfile", "scripts reach no files; use require for modules"},
  {NULL, "loadstring", "scripts cannot compile text; put the code into a module and require it"},
  {NULL, "lpeg", "it is desk.lpeg here"},
  {NULL, "package", "modules come from the script's own folder; use require"},
  {NULL, "setfenv", "this is Lua 5.4"},
  {NULL, "getfenv", "this is Lua 5.4"},
  {NULL, "unpack", "this is Lua 5.4; use table.unpack"},
  {NULL, "warn", "use print"},
  {"math", "randomseed", "the host seeds math.random, so that results can be repeated"},
  {"math", "pow", "use x ^ y"},
  {"os", "clock", "scripts have no clock"},
  {"os", "execute", "scripts cannot run programs"},
  {"os", "exit", "scripts cannot end the process; use error"},
  {"os", "getenv", "scripts cannot read the environment"},
  {"os", "remove", "scripts reach no files"},
  {"os", "rename", "scripts reach no files"},
  {"os", "setlocale", "scripts cannot change the process"},
  {"os", "tmpname", "scripts reach no files"},
  {"string", "dump", "functions cannot be turned into bytecode"},
  {"table", "getn", "use the # operator"},
};

const char *copydesk_reason_for_absence(const char *owner, const char *name) {
  for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
    bool same_owner = owner ? absent[i].owner && strcmp(absent[i].owner, owner) == 0 : !absent[i].owner;
    if (same_owner && strcmp(absent[i].name, name) == 0) return absent[i].reason;
  }
  return NULL;
}

int copydesk_undefined(lua_State *L, const char *owner, int table, const char *name) {
  const char *reason = copydesk_reason_for_absence(owner, name), *near = reason ? NULL : nearest(L, table, name);
  luaL_where(L, 1);
  if (owner) lua_pushfstring(L, "%s has no '%s'", owner, name);
  else lua_pushfstring(L, "undefined global '%s'", name);
  if (reason) lua_pushfstring(L, ": %s", reason);
  else if (near) lua_pushfstring(L, "; did you mean '%s'?", near);
  else lua_pushliteral(L, "");
  lua_concat(L, 3);
  return lua_error(L);
}
