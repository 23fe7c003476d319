// The deadline. A timer fires when it has passed, and only then is a hook set, so that honest
// scripts pay one look at the clock a call and nothing else.

#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

#define SECOND 1000000000LL
// While an expired script still runs, how often the hook is set again and the hard stop considered.
#define TICK (SECOND / 20)

static int64_t hard_stop_grace;  // nanoseconds; 0: no hard stop
static int hard_stop_status;
static _Thread_local int this_thread;

void copydesk_set_hard_stop(double grace, int status) {
  hard_stop_status = status;
  hard_stop_grace = (int64_t)(grace * SECOND);
}

static int64_t read_clock(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * SECOND + time.tv_nsec;
}

static int64_t now(void) { return read_clock(CLOCK_MONOTONIC); }

// What the thread itself has worked: on a busy machine it may stand still for long.
static int64_t worked(void) { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

static void set_timer(copydesk_state *state, int64_t nanoseconds) {
  if (nanoseconds < 1) nanoseconds = 1;
  struct itimerspec when = {
    .it_value = {.tv_sec = nanoseconds / SECOND, .tv_nsec = nanoseconds % SECOND}};
  timer_settime(state->timer, 0, &when, NULL);
}

static int64_t until_next(const copydesk_state *state, int64_t left) {
  return state->sample_interval && state->sample_interval < left ? state->sample_interval : left;
}

static void stop_script(lua_State *L, lua_Debug *activation) {
  (void)activation;
  copydesk_state *state = state_of(L);
  if (state->verdict != copydesk_verdict_none || state->expired)
    copydesk_abort(L, copydesk_verdict_timeout);
  // A coroutine that was about to be stopped when its call ended, and now goes on in another.
  lua_sethook(L, NULL, 0, 0);
}

void copydesk_stop_soon(lua_State *L) { lua_sethook(L, stop_script, LUA_MASKCOUNT, 1); }

// Without a timer, when the process may have no more, the hook looks at the clock itself.
#define POLLED_INSTRUCTIONS 10000
static void poll_clock(lua_State *L, lua_Debug *activation) {
  copydesk_state *state = state_of(L);
  if (now() > state->deadline) state->expired = 1;
  if (state->verdict != copydesk_verdict_none || state->expired) stop_script(L, activation);
}

// Runs in the thread of the state, between any two of its instructions: it may look at the state's
// plain fields, and lua_sethook is made to be called from here.
static void on_timer(int signal, siginfo_t *info, void *context) {
  (void)signal, (void)context;
  int saved = errno;
  copydesk_state *state = info->si_value.sival_ptr;
  if (state && state->timer_armed) {
    int64_t left = state->deadline - now();
    if (state->depth == 0 || !state->running) {
      // Ticks go on between calls, or else short calls would never see one.
      if (state->sample_interval) set_timer(state, state->sample_interval);
      else state->timer_armed = 0;
    } else if (left > 0) {
      if (state->sample_interval) copydesk_tick(state);
      set_timer(state, until_next(state, left));
    } else {
      if (!state->expired) state->worked_at_expiry = worked();
      else if (hard_stop_grace > 0 && worked() - state->worked_at_expiry > hard_stop_grace) _exit(hard_stop_status);
      state->expired = 1;
      copydesk_stop_soon(state->running);
      set_timer(state, TICK);
    }
  }
  errno = saved;
}

static int timer_signal(void) {
  static int installed;
  int number = SIGRTMIN + 7;
  if (!__atomic_load_n(&installed, __ATOMIC_ACQUIRE)) {
    struct sigaction action = {.sa_sigaction = on_timer, .sa_flags = SA_SIGINFO | SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
    __atomic_store_n(&installed, 1, __ATOMIC_RELEASE);
  }
  return number;
}

static int thread(void) {
  if (!this_thread) this_thread = (int)syscall(SYS_gettid);
  return this_thread;
}

// A timer belongs to one thread; a state that has moved gets another.
static void make_timer(copydesk_state *state) {
  copydesk_clock_drop(state);
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = timer_signal();
  event.sigev_value.sival_ptr = state;
  event.sigev_notify_thread_id = thread();
  // Threads of Dispatch block every signal they do not know.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, event.sigev_signo);
  pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
  if (timer_create(CLOCK_MONOTONIC, &event, &state->timer) == 0) state->timer_thread = thread();
  else lua_sethook(state->running, poll_clock, LUA_MASKCOUNT, POLLED_INSTRUCTIONS);
}

void copydesk_clock_drop(copydesk_state *state) {
  state->timer_armed = 0;
  if (state->timer_thread) timer_delete(state->timer);
  state->timer_thread = 0;
}

// The timer is left to run from call to call: it is set again only where it would come too late,
// which saves two system calls a call.
void copydesk_clock_start(copydesk_state *state, double seconds) {
  int64_t budget = seconds < 1e9 ? (int64_t)(seconds * SECOND) : 1000000000LL * SECOND;
  if (state->timer_thread != thread()) make_timer(state);
  int64_t before = state->deadline;
  state->deadline = now() + budget;
  // The timer lets itself be taken down between calls: what it finds now is one, with its own deadline, or else this
  // call might count on a timer that is gone.
  state->depth = 1;
  bool soon_enough = state->timer_armed && (before <= state->deadline || state->sample_interval);
  if (soon_enough || !state->timer_thread) return;
  state->timer_armed = 1;
  set_timer(state, until_next(state, budget));
}

void copydesk_clock_stop(copydesk_state *state) {
  if (!state->expired) return;
  lua_sethook(state->main, NULL, 0, 0);
  state->expired = 0;
}

bool copydesk_expired(lua_State *L) { return state_of(L)->expired; }
