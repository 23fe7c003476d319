// Coroutines that the clock can follow: it must know which of them runs, and no error of its own may
// end in a `resume`.

#include "internal.h"

// How much of the C stack may be in use when a coroutine is closed: Lua 5.4.4 does not count coroutines
// that close each other, and would crash.
#define CLOSING_STACK (192 << 10)

static lua_State *coroutine_at(lua_State *L, int index) {
  lua_State *coroutine = lua_tothread(L, index);
  luaL_argexpected(L, coroutine, index, "coroutine");
  return coroutine;
}

// Runs the coroutine with the values on top of the stack: how many it gave back, pushed, or -1 with
// the error pushed.
static int resume(lua_State *L, lua_State *coroutine, int arguments) {
  copydesk_state *state = state_of(L);
  int results = 0;
  if (!lua_checkstack(coroutine, arguments)) {
    lua_pushliteral(L, "too many arguments to resume");
    return -1;
  }
  lua_xmove(L, coroutine, arguments);
  state->running = coroutine;
  int status = lua_resume(coroutine, L, arguments, &results);
  state->running = L;
  if (status == LUA_OK || status == LUA_YIELD) {
    copydesk_check(L, LUA_OK);
    if (!lua_checkstack(L, results + 1)) {
      lua_pop(coroutine, results);
      lua_pushliteral(L, "too many results to resume");
      return -1;
    }
    lua_xmove(coroutine, L, results);
    return results;
  }
  if (lua_status(coroutine) > LUA_YIELD) {
    // One that failed itself, and not only refused to run, keeps its error for `close`.
    if (state->framed != coroutine) copydesk_add_frames(state, coroutine);
    if (lua_checkstack(coroutine, 1)) lua_pushvalue(coroutine, -1);
  }
  copydesk_check(L, status);
  lua_xmove(coroutine, L, 1);
  return -1;
}

// Closes what the coroutine left to be closed; false with the error pushed where that fails.
static bool close_coroutine(lua_State *L, lua_State *coroutine) {
  copydesk_state *state = state_of(L);
  if (state->stack_base - (char *)__builtin_frame_address(0) > CLOSING_STACK)
    luaL_error(L, "coroutines close each other too deeply");
  state->running = coroutine;
  int status = lua_resetthread(coroutine);
  state->running = L;
  copydesk_check(L, status);
  if (status == LUA_OK) return true;
  lua_xmove(coroutine, L, 1);
  return false;
}

// MARK: The library

static int resume_protected(lua_State *L) {
  lua_State *coroutine = coroutine_at(L, 1);
  int results = resume(L, coroutine, lua_gettop(L) - 1);
  if (results < 0) copydesk_forget_frames(state_of(L));
  lua_pushboolean(L, results >= 0);
  int count = results < 0 ? 1 : results;
  lua_insert(L, -count - 1);
  return count + 1;
}

// Upvalue 1: the coroutine. Its error goes on as it is, with the place where it arose.
static int resume_wrapped(lua_State *L) {
  lua_State *coroutine = lua_tothread(L, lua_upvalueindex(1));
  int results = resume(L, coroutine, lua_gettop(L));
  if (results >= 0) return results;
  // What closing raises takes the place of the coroutine's error.
  if (lua_status(coroutine) > LUA_YIELD) close_coroutine(L, coroutine);
  return lua_error(L);
}

static int wrap(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_State *coroutine = lua_newthread(L);
  lua_pushvalue(L, 1);
  lua_xmove(L, coroutine, 1);
  lua_pushcclosure(L, resume_wrapped, 1);
  return 1;
}

static bool is_at_rest(lua_State *L, lua_State *coroutine) {
  if (coroutine == L) return false;
  lua_Debug activation;
  switch (lua_status(coroutine)) {
    case LUA_OK: return !lua_getstack(coroutine, 0, &activation);
    default: return true;
  }
}

static int close_protected(lua_State *L) {
  lua_State *coroutine = coroutine_at(L, 1);
  if (!is_at_rest(L, coroutine)) return luaL_error(L, "cannot close a running coroutine");
  bool closed = close_coroutine(L, coroutine);
  lua_pushboolean(L, closed);
  if (closed) return 1;
  lua_insert(L, -2);
  return 2;
}

const luaL_Reg copydesk_coroutine_functions[] = {
  {"close", close_protected},
  {"resume", resume_protected},
  {"wrap", wrap},
  {NULL, NULL}};
