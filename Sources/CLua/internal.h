// What the files of the shim share.

#ifndef COPYDESK_INTERNAL_H
#define COPYDESK_INTERNAL_H

#include "CLua.h"

#include <lua5.4/lauxlib.h>
#include <lua5.4/lualib.h>
#include <signal.h>
#include <time.h>

#define COPYDESK_FRAMES 24
#define COPYDESK_KINDS 64
#define COPYDESK_LAYERS 16

/// Where a field's name was found before. Lua keeps one copy of a short string, so that its address
/// tells it from all others while the kind's own table keeps it alive.
typedef struct {
  const char *name;
  void *code;
} copydesk_found_field;

/// A getter of one of a few words: the column that holds its number, a list of the words, and what answers as long as the column is
/// not set.
typedef struct {
  uint32_t column;
  int words;  // a reference
  void *body;
} copydesk_word_getter;

#define COPYDESK_WORD_GETTERS 16

/// A block that is free, in a list of those of its size.
typedef struct copydesk_free_block {
  struct copydesk_free_block *next;
} copydesk_free_block;

#define COPYDESK_BLOCK_SIZES 16
#define COPYDESK_FOUND_FIELDS 16
#define COPYDESK_SHORT_NAME 40

/// A kind of object, as its metatable and the checks of arguments need it.
typedef struct {
  char name[48];
  int metatable;  // a reference
  void *element, *length, *call;
  int length_value;
  bool is_sequence;
  int settled;  // a reference to what getters have settled, by their addresses; 0: nothing yet
  uint32_t settled_generation;
  copydesk_found_field found[COPYDESK_FOUND_FIELDS];
} copydesk_kind;

struct copydesk_state {
  lua_State *main;
  lua_State *volatile running;
  copydesk_dispatch dispatch;

  // Memory. The limit binds while a script runs and lets go while Swift does.
  size_t used, peak, limit;
  bool armed;
  int refusals;    // since the last that was granted; after the second Lua gives up
  bool refused;    // in the running call, so that its memory error is no forgery
  bool exhausted;  // a script was refused memory for good
  copydesk_free_block *free_blocks[COPYDESK_BLOCK_SIZES];
  copydesk_free_block *chunks;  // what small blocks are cut from
  size_t chunk_bytes;           // of all chunks
  char *fresh, *fresh_end;      // what is left of the newest chunk

  // Time. The deadline is of the outermost call; the timer fires late enough, and then looks.
  volatile sig_atomic_t expired;
  volatile sig_atomic_t depth;  // calls from Swift into Lua that have not returned
  volatile int64_t deadline;    // nanoseconds of the monotonic clock
  int64_t worked_at_expiry;     // nanoseconds of the thread's own, when the deadline was seen to have passed
  timer_t timer;
  int timer_thread;  // 0: no timer yet
  volatile sig_atomic_t timer_armed;

  // Samples, of a state that is profiled.
  int64_t sample_interval;  // nanoseconds; 0: none are taken
  copydesk_sampler sampler;
  void *sampler_context;
  volatile sig_atomic_t script_ticks, host_ticks;  // since the last sample
  size_t allocated;                                // bytes since the last sample

  copydesk_verdict_kind verdict;
  copydesk_frame frames[COPYDESK_FRAMES];
  int frame_count, frames_omitted;
  lua_State *framed;  // the thread whose frames were taken last
  char *stack_base;   // of C, where the outermost call began

  uint32_t generation;
  copydesk_kind kinds[COPYDESK_KINDS];
  uint32_t kind_count;
  copydesk_word_getter word_getters[COPYDESK_WORD_GETTERS];
  uint32_t word_getter_count;
  const copydesk_spans *spans;
  uint32_t item_kinds[COPYDESK_LAYERS];

  int globals;  // a reference: the table behind the environment
  void *printer, *finder;
  uint32_t walk_position;  // of the walk by `next` that goes on
  uint64_t random[4];

  // Coverage, where lines are counted: the chunk whose line ran last, and its place.
  copydesk_coverage *coverage;
  const char *covered_source;
  int covered_chunk;

  copydesk_state *next;  // in the list of those that are free
};

static inline copydesk_state *state_of(lua_State *L) {
  return *(copydesk_state **)lua_getextraspace(L);
}

// Blocks.c

/// Changes a block's size, or makes one where there is none; null where there is no memory.
void *copydesk_resize(copydesk_state *state, void *block, size_t old_size, size_t new_size);
void copydesk_give_back(copydesk_state *state, void *block, size_t size);
/// Frees what small blocks were cut from; to be called when the state is closed.
void copydesk_free_blocks(copydesk_state *state);

// Calls.c

/// Runs a Swift function and raises what it reports, once its frame is gone.
int copydesk_run_body(lua_State *L, void *body);
/// Ends the run with a verdict that no script can catch.
_Noreturn void copydesk_abort(lua_State *L, copydesk_verdict_kind verdict);
/// Whether a call that ended so was refused memory.
bool copydesk_is_out_of_memory(const copydesk_state *state, int status);
/// Goes on with an abort under way; to be called wherever a script could catch an error.
void copydesk_check(lua_State *L, int status);
/// Adds the frames of a thread to the traceback, behind those of coroutines that failed under it.
void copydesk_add_frames(copydesk_state *state, lua_State *L);

// Objects.c

/// Raises an error where an object is of an earlier article.
void copydesk_refuse_stale(lua_State *L, const copydesk_handle *object);

// Spans.c

/// Pushes the text that an object is a stretch of; what a column says of it.
int copydesk_push_span_text(lua_State *L, const copydesk_handle *span);
int copydesk_push_span_word(
  lua_State *L, const copydesk_handle *span, const copydesk_word_getter *getter);
/// Pushes an item of a sequence, counted from 1; nil, and false, where there is none.
bool copydesk_push_item(lua_State *L, const copydesk_handle *sequence, lua_Integer position);

// Clock.c

/// Stops whatever runs in the thread at its next instruction.
void copydesk_stop_soon(lua_State *L);
/// Begins the outermost call, with its deadline.
void copydesk_clock_start(copydesk_state *state, double seconds);
void copydesk_clock_stop(copydesk_state *state);
void copydesk_clock_drop(copydesk_state *state);

// Samples.c

/// Has the stack be taken at the next instruction; to be called by the timer.
void copydesk_tick(copydesk_state *state);

// State.c

/// From here on counts the bytes that the state allocates.
void copydesk_count_allocations(copydesk_state *state);

// Borrowed.c

/// Adds to the table on top of the stack what the sandbox has of a library of Lua's.
void copydesk_add_borrowed(lua_State *L, const char *library);
/// Lua's own `string.format`, for ours, which looks at the arguments first.
int copydesk_format(lua_State *L);

// Locked.c

/// Puts an empty table that reads through to it in place of the table on top of the stack.
void copydesk_lock(lua_State *L, const char *owner);
// Has the table behind a library, on top, read another library, written in Lua, when a script first asks for its name.
void copydesk_promise(lua_State *L, const char *name, void *body);
// Has all that was promised for a table behind be read, for a walk over it.
void copydesk_keep_promises(lua_State *L, int behind);
/// Pushes the table that a locked one reads through to; false and nothing where it is not locked.
bool copydesk_push_behind(lua_State *L, int index);

// Environment.c

void copydesk_build_environment(lua_State *L);
/// Raises `undefined … 'name'; did you mean 'other'?`, with the string keys of a table on offer.
int copydesk_undefined(lua_State *L, const char *what, int table, const char *name);
/// Pushes the value as text, without addresses.
const char *copydesk_to_text(lua_State *L, int index);

// "a" or "an", as it stands before a kind's name.
const char *copydesk_article(const char *name);

// The functions of the sandbox, each file's as a list for the environment.

extern const luaL_Reg copydesk_base_functions[];
extern const luaL_Reg copydesk_metatable_functions[];
extern const luaL_Reg copydesk_module_functions[];
extern const luaL_Reg copydesk_next_functions[];
extern const luaL_Reg copydesk_pairs_functions[];
extern const luaL_Reg copydesk_coroutine_functions[];
extern const luaL_Reg copydesk_sort_functions[];
extern const luaL_Reg copydesk_table_functions[];
extern const luaL_Reg copydesk_string_functions[];
extern const luaL_Reg copydesk_search_functions[];
extern const luaL_Reg copydesk_date_functions[];
extern const luaL_Reg copydesk_random_functions[];

#endif
