// Walks: objects that the host has made ready, each with a number, given one by one without leaving C.

#include "internal.h"

typedef struct {
  uint32_t kind, generation, count, next;
  copydesk_row rows[];
} walk;

// Upvalue 1: the walk, which no script can see.
static int step_walk(lua_State *L) {
  walk *walk = lua_touserdata(L, lua_upvalueindex(1));
  if (walk->next == walk->count) {
    lua_pushnil(L);
    return 1;
  }
  if (copydesk_is_stale(L, walk->generation))
    return luaL_error(L, "these %ss are from an earlier article", state_of(L)->kinds[walk->kind].name);
  const copydesk_row *row = &walk->rows[walk->next++];
  copydesk_handle object = {.kind = walk->kind, .generation = walk->generation};
  for (int i = 0; i < 4; i++) object.values[i] = row->values[i];
  copydesk_push_handle(L, &object);
  lua_pushnumber(L, row->number);
  return 2;
}

static int step_nothing(lua_State *L) {
  lua_pushnil(L);
  return 1;
}

copydesk_row *copydesk_push_walk(
  lua_State *L, uint32_t kind, uint32_t generation, uint32_t count
) {
  if (count == 0) {
    lua_pushcfunction(L, step_nothing);
    return NULL;
  }
  walk *made = lua_newuserdatauv(L, sizeof *made + count * sizeof made->rows[0], 0);
  *made = (walk){.kind = kind, .generation = generation, .count = count};
  lua_pushcclosure(L, step_walk, 1);
  return made->rows;
}
