// Calls in both directions, and the errors that end them.

#include "internal.h"

#include <stdio.h>
#include <string.h>

// The error value of an abort. What a script does with it matters little: the verdict decides.
static char aborted;

void copydesk_abort(lua_State *L, copydesk_verdict_kind verdict) {
  copydesk_state *state = state_of(L);
  if (state->verdict == copydesk_verdict_none) state->verdict = verdict;
  if (state->framed != L) {
    copydesk_add_frames(state, L);
    state->framed = L;
  }
  copydesk_stop_soon(L);  // what its `__close` still wants to do
  lua_pushlightuserdata(L, &aborted);
  lua_error(L);
  __builtin_unreachable();
}

// Lua takes every error whose text is `not enough memory` for one, and a `__close` may replace it.
bool copydesk_is_out_of_memory(const copydesk_state *state, int status) {
  return (status == LUA_ERRMEM && state->refused) || (status > LUA_YIELD && state->exhausted);
}

void copydesk_check(lua_State *L, int status) {
  copydesk_state *state = state_of(L);
  if (copydesk_is_out_of_memory(state, status)) copydesk_abort(L, copydesk_verdict_memory);
  if (state->verdict != copydesk_verdict_none) copydesk_abort(L, state->verdict);
  if (state->expired) copydesk_abort(L, copydesk_verdict_timeout);
}

// MARK: Swift

int copydesk_run_body(lua_State *L, void *body) {
  copydesk_state *state = state_of(L);
  bool armed = state->armed;
  state->armed = false;
  int count = state->dispatch(L, body);
  state->armed = armed;
  if (__builtin_expect(state->used > state->limit, 0) && armed) {
    lua_gc(L, LUA_GCCOLLECT);
    if (state->used > state->limit) copydesk_abort(L, copydesk_verdict_memory);
  }
  if (__builtin_expect(count < 0, 0)) {
    copydesk_check(L, LUA_OK);
    lua_error(L);
  }
  return count;
}

static int trampoline(lua_State *L) {
  return copydesk_run_body(L, lua_touserdata(L, lua_upvalueindex(1)));
}

void copydesk_push_function(lua_State *L, void *body) {
  lua_pushlightuserdata(L, body);
  lua_pushcclosure(L, trampoline, 1);
}

// MARK: Lua

static int take_message(lua_State *L) {
  copydesk_state *state = state_of(L);
  if (state->framed != L) copydesk_add_frames(state, L);
  return 1;
}

// Enters a script: from here on its limits bind.
static int enter(copydesk_state *state, double seconds, bool *armed) {
  if (state->verdict != copydesk_verdict_none) {
    lua_pushlightuserdata(state->running, &aborted);
    return LUA_ERRRUN;
  }
  if (state->depth == 0) {
    state->stack_base = __builtin_frame_address(0);
    state->refused = false;
    copydesk_clock_start(state, seconds);
  } else {
    state->depth = state->depth + 1;
  }
  copydesk_forget_frames(state);
  *armed = state->armed;
  state->armed = true;
  return LUA_OK;
}

static void leave(copydesk_state *state, bool armed, int status) {
  state->armed = armed;
  state->depth = state->depth - 1;
  if (copydesk_is_out_of_memory(state, status) && state->verdict == copydesk_verdict_none)
    state->verdict = copydesk_verdict_memory;
  if (status != LUA_OK && state->expired && state->verdict == copydesk_verdict_none)
    state->verdict = copydesk_verdict_timeout;
  if (state->depth == 0) copydesk_clock_stop(state);
}

int copydesk_call(copydesk_state *state, int arguments, int results, double seconds) {
  lua_State *L = state->running;
  bool armed;
  int status = enter(state, seconds, &armed);
  if (status != LUA_OK) {
    lua_insert(L, -arguments - 2);
    lua_pop(L, arguments + 1);
    return status;
  }
  int base = lua_gettop(L) - arguments;
  lua_pushcfunction(L, take_message);
  lua_insert(L, base);
  status = lua_pcall(L, arguments, results, base);
  state->running = L;
  lua_remove(L, base);
  leave(state, armed, status);
  return status;
}

int copydesk_load(
  copydesk_state *state, const char *bytes, size_t count, const char *name, double seconds
) {
  lua_State *L = state->running;
  bool armed;
  int status = enter(state, seconds, &armed);
  if (status != LUA_OK) return status;
  status = luaL_loadbufferx(L, bytes, count, name, "t");
  leave(state, armed, status);
  return status;
}

// MARK: Tracebacks

static void copy(char *to, size_t room, const char *from) { snprintf(to, room, "%s", from); }

static void name_function(copydesk_frame *frame, const lua_Debug *activation) {
  if (*activation->what == 'm')
    copy(frame->name, sizeof frame->name, "main chunk");
  else if (activation->name)
    snprintf(frame->name, sizeof frame->name, "function '%s'", activation->name);
  else
    snprintf(frame->name, sizeof frame->name, "function at line %d", activation->linedefined);
}

// Adds the frame at a level, if it is a script's: the chunks of the host's libraries have names that begin with '='.
static bool take_frame(copydesk_frame *frame, lua_State *L, int level) {
  lua_Debug activation;
  if (!lua_getstack(L, level, &activation)) return false;
  lua_getinfo(L, "Sl", &activation);
  if (*activation.what == 'C' || activation.currentline < 0 || *activation.source == '=') return false;
  lua_getinfo(L, "n", &activation);
  const char *source = activation.source;
  bool named = *source == '@';
  copy(frame->source, sizeof frame->source, named ? source + 1 : "a loaded chunk");
  frame->line = activation.currentline;
  name_function(frame, &activation);
  return true;
}

// Finding a level takes time in proportion to it, so the deepest is searched for by halves.
static int deepest_level(lua_State *L) {
  lua_Debug activation;
  int low = 0, high = 1;
  while (lua_getstack(L, high, &activation)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    int middle = low + (high - low) / 2;
    if (lua_getstack(L, middle, &activation)) low = middle;
    else high = middle;
  }
  return low;
}

#define MOST_LEVELS 1000

// Keeps the innermost frames and, where there are many, the outermost ones.
void copydesk_add_frames(copydesk_state *state, lua_State *L) {
  int count = state->frame_count;
  const int half = (COPYDESK_FRAMES - count) / 2;
  int last = deepest_level(L), level = 0, kept = count + half;
  // Frames of the host's libraries are passed over, but not without end: each takes the longer to find the deeper it lies.
  for (int most = level + MOST_LEVELS; level <= last && level < most && count < kept; level++)
    if (take_frame(&state->frames[count], L, level)) count++;
  if (last - level >= half) {
    state->frames_omitted += last - half - level + 1;
    level = last - half + 1;
  }
  for (; level <= last; level++)
    if (take_frame(&state->frames[count], L, level)) count++;
  state->frame_count = count;
}

void copydesk_add_frame(lua_State *L, const char *source, const char *name, int line) {
  copydesk_state *state = state_of(L);
  if (state->frame_count == COPYDESK_FRAMES) return;
  copydesk_frame *frame = &state->frames[state->frame_count++];
  copy(frame->source, sizeof frame->source, source);
  copy(frame->name, sizeof frame->name, name);
  frame->line = line;
}

// A call inside another stands on the same stack, so that its traceback was that of both.
void copydesk_end_frames(lua_State *L, int omitted) {
  state_of(L)->frames_omitted = omitted;
  state_of(L)->framed = L;
}

void copydesk_forget_frames(copydesk_state *state) {
  state->frame_count = state->frames_omitted = 0;
  state->framed = NULL;
}

int copydesk_frames(const copydesk_state *state, const copydesk_frame **frames, int *omitted) {
  *frames = state->frames;
  *omitted = state->frames_omitted;
  return state->frame_count;
}

const char *copydesk_frame_source(const copydesk_frame *frame) { return frame->source; }
const char *copydesk_frame_name(const copydesk_frame *frame) { return frame->name; }

void copydesk_push_position(lua_State *L, int level) {
  lua_Debug activation;
  while (lua_getstack(L, level, &activation) && lua_getinfo(L, "S", &activation) && *activation.source == '=' &&
         *activation.what != 'C')
    level++;
  luaL_where(L, level);
}

const char *copydesk_definition(lua_State *L, int index, int *line) {
  lua_Debug function;
  lua_pushvalue(L, index);
  lua_getinfo(L, ">S", &function);
  if (*function.what == 'C') return NULL;
  *line = function.linedefined;
  return *function.source == '@' ? function.source + 1 : function.source;
}
