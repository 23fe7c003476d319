// Samples of where a script spends its time and memory. The timer that stands behind the deadline ticks meanwhile; each tick
// has the hook take the stack at the script's next instruction. A state that is not sampled has neither ticks nor the count
// of what it allocates.

#include "internal.h"

#define DEEPEST_SAMPLE 64

// A tick that comes while Swift runs is the host's: what the script called before its next instruction.
static void take_sample(lua_State *L, lua_Debug *activation) {
  (void)activation;
  copydesk_state *state = state_of(L);
  lua_sethook(L, NULL, 0, 0);
  // The deadline may have passed just now and set a hook of its own, which this one took away.
  if (state->expired || state->verdict != copydesk_verdict_none) copydesk_stop_soon(L);
  copydesk_sampled_frame frames[DEEPEST_SAMPLE];
  lua_Debug frame;
  int count = 0;
  for (int level = 0; count < DEEPEST_SAMPLE && lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "nSl", &frame);
    bool is_script = *frame.what != 'C';
    if (!is_script && !frame.name) continue;
    frames[count++] = (copydesk_sampled_frame){
      .source = is_script && *frame.source == '@' ? frame.source + 1 : NULL,
      .name = *frame.what == 'm' ? "main chunk" : frame.name,
      .line = frame.currentline, .defined = frame.linedefined};
  }
  copydesk_sample sample = {
    .frames = frames, .count = count, .script_ticks = state->script_ticks,
    .host_ticks = state->host_ticks, .bytes = state->allocated};
  state->script_ticks = state->host_ticks = 0;
  state->allocated = 0;
  if (count > 0) state->sampler(state->sampler_context, &sample);
}

void copydesk_tick(copydesk_state *state) {
  if (state->armed) state->script_ticks++;
  else state->host_ticks++;
  lua_sethook(state->running, take_sample, LUA_MASKCOUNT, 1);
}

void copydesk_begin_samples(
  copydesk_state *state, double seconds, copydesk_sampler sampler, void *context
) {
  state->sampler = sampler;
  state->sampler_context = context;
  copydesk_count_allocations(state);
  state->sample_interval = (int64_t)(seconds * 1e9);
}
