// A state's life and its memory.

#include "internal.h"

#include <stdlib.h>
#include <string.h>

// Shims are kept for ever once made: a late signal of a dead timer may still look at one.
static copydesk_state *free_states;
static int free_states_lock;

static void lock_free_states(void) {
  while (__atomic_exchange_n(&free_states_lock, 1, __ATOMIC_ACQUIRE)) {}
}

static void unlock_free_states(void) { __atomic_store_n(&free_states_lock, 0, __ATOMIC_RELEASE); }

static copydesk_state *take_state(void) {
  lock_free_states();
  copydesk_state *state = free_states;
  if (state) free_states = state->next;
  unlock_free_states();
  if (!state) return calloc(1, sizeof(copydesk_state));
  memset(state, 0, sizeof *state);
  return state;
}

static void give_state_back(copydesk_state *state) {
  lock_free_states();
  state->next = free_states;
  free_states = state;
  unlock_free_states();
}

// Lua asks once more after a full collection, and then raises an error that no message handler sees:
// the traceback is taken here, where the script still stands. Reading it allocates nothing.
static void *refuse(copydesk_state *state) {
  state->refused = true;
  if (++state->refusals > 1 && !state->exhausted) {
    state->exhausted = true;
    state->framed = state->running;
    copydesk_add_frames(state, state->running);
  }
  return NULL;
}

// In lua_Alloc `old_size` is a type tag where `block` is null.
static void *allocate(void *shim, void *block, size_t old_size, size_t new_size) {
  copydesk_state *state = shim;
  size_t old = block ? old_size : 0;
  if (new_size == 0) {
    copydesk_give_back(state, block, old);
    state->used -= old;
    return NULL;
  }
  if (new_size > old && state->armed && state->used + (new_size - old) > state->limit)
    return refuse(state);
  void *moved = copydesk_resize(state, block, old, new_size);
  if (!moved) {
    // Swift may be on the stack, which an error must not jump over: there is no way on.
    if (!state->armed) abort();
    return refuse(state);
  }
  if (new_size > old) state->refusals = 0;
  state->used += new_size - old;
  if (state->used > state->peak) state->peak = state->used;
  return moved;
}

static void *allocate_counted(void *shim, void *block, size_t old_size, size_t new_size) {
  copydesk_state *state = shim;
  size_t old = block ? old_size : 0;
  void *moved = allocate(shim, block, old_size, new_size);
  if (moved && new_size > old) state->allocated += new_size - old;
  return moved;
}

void copydesk_count_allocations(copydesk_state *state) {
  lua_setallocf(state->main, allocate_counted, state);
}

copydesk_state *copydesk_open(size_t memory_limit, copydesk_dispatch dispatch) {
  copydesk_state *state = take_state();
  if (!state) return NULL;
  state->limit = memory_limit;
  state->dispatch = dispatch;
  state->generation = 1;
  lua_State *L = lua_newstate(allocate, state);
  if (!L) {
    give_state_back(state);
    return NULL;
  }
  *(copydesk_state **)lua_getextraspace(L) = state;
  state->main = state->running = L;
  copydesk_seed_random(state, 0, 0);
  copydesk_build_environment(L);
  return state;
}

const char *copydesk_lua_release(void) { return LUA_RELEASE; }

void copydesk_close(copydesk_state *state) {
  copydesk_clock_drop(state);
  lua_close(state->main);
  state->main = state->running = NULL;
  copydesk_free_blocks(state);
  give_state_back(state);
}

lua_State *copydesk_running(const copydesk_state *state) { return state->running; }
size_t copydesk_memory_used(const copydesk_state *state) { return state->used; }
size_t copydesk_memory_peak(const copydesk_state *state) { return state->peak; }
void copydesk_collect(copydesk_state *state) { lua_gc(state->running, LUA_GCCOLLECT); }
copydesk_verdict_kind copydesk_verdict(const copydesk_state *state) { return state->verdict; }

int copydesk_reference(lua_State *L) { return luaL_ref(L, LUA_REGISTRYINDEX); }
void copydesk_release(lua_State *L, int reference) {
  luaL_unref(L, LUA_REGISTRYINDEX, reference);
}
void copydesk_push_reference(lua_State *L, int reference) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, reference);
}
void copydesk_pop(lua_State *L, int count) { lua_pop(L, count); }
int copydesk_count_entries(lua_State *L, int table) {
  int count = 0;
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) count++;
  return count;
}
int copydesk_absolute(lua_State *L, int index) { return lua_absindex(L, index); }
bool copydesk_room(lua_State *L, int count) { return lua_checkstack(L, count); }
