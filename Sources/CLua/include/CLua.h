// Lua 5.4 behind a small C shim: the allocator, the clock, the trampoline between Lua and Swift,
// and the functions of the sandbox that are safer or faster in C.
//
// The rule of this file: no longjmp ever crosses a Swift frame. What Swift calls here either cannot
// raise, or raises under a protected call that begins and ends in C. What Swift is called by here
// returns a status; the trampoline raises once the Swift frame is gone.

#ifndef COPYDESK_CLUA_H
#define COPYDESK_CLUA_H

#include <lua5.4/lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Why a run ended, apart from what its error says.
typedef enum {
  copydesk_verdict_none = 0,
  copydesk_verdict_timeout = 1,
  copydesk_verdict_memory = 2,
} copydesk_verdict_kind;

/// A host function: returns how many results it pushed, or -1 with a message on top of the stack.
typedef int (*copydesk_dispatch)(lua_State *L, void *body);

/// What the script's objects of the host hold: plain integers, so that no access retains anything.
typedef struct {
  uint32_t kind;
  uint32_t generation;  // 0: lives as long as the interpreter
  int64_t values[4];
} copydesk_handle;

/// A frame of a traceback, copied while the failed stack still stood.
typedef struct {
  char source[256];
  char name[64];
  int line;
} copydesk_frame;

typedef struct copydesk_state copydesk_state;

/// The name and version of Lua: "Lua 5.4.6".
const char *copydesk_lua_release(void);

// Life

/// Opens a state with the sandbox's environment; null where there is no memory at all.
copydesk_state *copydesk_open(size_t memory_limit, copydesk_dispatch dispatch);
void copydesk_close(copydesk_state *state);

/// The thread of Lua that runs now: a coroutine's while one runs.
lua_State *copydesk_running(const copydesk_state *state);

size_t copydesk_memory_used(const copydesk_state *state);
size_t copydesk_memory_peak(const copydesk_state *state);
void copydesk_collect(copydesk_state *state);

/// After a timeout or a memory error the state is spent: its tables may be half-written.
copydesk_verdict_kind copydesk_verdict(const copydesk_state *state);

/// Whether the running call has used up its time; long host functions ask and leave.
bool copydesk_expired(lua_State *L);

/// When a C function outlives its deadline by `grace` seconds the process leaves with `status`.
void copydesk_set_hard_stop(double grace, int status);

// Calls

/// Compiles text, leaving the function or the error on the stack; names begin with `@`.
int copydesk_load(
  copydesk_state *state, const char *bytes, size_t count, const char *name, double seconds);

/// Calls the function below `arguments` values within limits; results or the error on the stack.
int copydesk_call(copydesk_state *state, int arguments, int results, double seconds);

/// The frames of the last failed call, innermost first; `omitted` counts those between.
int copydesk_frames(const copydesk_state *state, const copydesk_frame **frames, int *omitted);
const char *copydesk_frame_source(const copydesk_frame *frame);
const char *copydesk_frame_name(const copydesk_frame *frame);

void copydesk_forget_frames(copydesk_state *state);
/// Gives the frames of a failed call to the call that the failure is handed on to.
void copydesk_add_frame(lua_State *L, const char *source, const char *name, int line);
void copydesk_end_frames(lua_State *L, int omitted);

/// The position `source:line: ` of the function at a level of the running stack, pushed; of a library of the host's that of the
/// script that called it.
void copydesk_push_position(lua_State *L, int level);

/// The chunk that a function of a script's was written in and its line there; null for others.
const char *copydesk_definition(lua_State *L, int index, int *line);

// Samples

/// A function that runs, as a sample finds it; the names live until the sampler returns.
typedef struct {
  const char *source;  // null for functions of the host and of Lua's libraries
  const char *name;    // null where nothing tells
  int line, defined;
} copydesk_sampled_frame;

/// Where a script was when the clock ticked; innermost first.
typedef struct {
  const copydesk_sampled_frame *frames;
  int count;
  int script_ticks, host_ticks;  // since the sample before, in the script and in what it called of the host
  size_t bytes;                  // allocated since the sample before
} copydesk_sample;

/// Takes a sample; must neither raise nor touch the state.
typedef void (*copydesk_sampler)(void *context, const copydesk_sample *sample);

/// From here on the state is sampled, at every tick of so many seconds.
void copydesk_begin_samples(
  copydesk_state *state, double seconds, copydesk_sampler sampler, void *context);

// Coverage

/// How often lines of scripts ran.
typedef struct copydesk_coverage copydesk_coverage;

copydesk_coverage *copydesk_open_coverage(void);
void copydesk_close_coverage(copydesk_coverage *coverage);

/// From here on the state's lines are counted; the counts must live as long as the state.
void copydesk_cover(copydesk_state *state, copydesk_coverage *coverage);

/// The counts of a chunk by line, and how many there are; null where none of it ran.
const uint32_t *copydesk_covered(const copydesk_coverage *coverage, const char *chunk, int *lines);

/// A compiled function, for looking at its lines; to be freed. Null where there is no memory.
uint8_t *copydesk_dump(copydesk_state *state, int reference, size_t *count);

// Host functions and objects

void copydesk_push_function(lua_State *L, void *body);

/// Begins a kind of object and returns its number. Its fields follow: one of its own integers, a
/// host function that answers with a value, or one that scripts call with a colon.
uint32_t copydesk_begin_kind(copydesk_state *state, const char *name);
void copydesk_add_value_field(copydesk_state *state, const char *name, int value);
void copydesk_add_getter(copydesk_state *state, const char *name, void *body);
/// The same for a value that stays what it is for a generation, and need be asked for once.
void copydesk_add_settled_getter(copydesk_state *state, const char *name, void *body);
/// The same for one of a few words, a list of which is taken from the stack; its number is read from a column of the state's spans. The
/// host function answers while that is not set.
void copydesk_add_word_getter(
  copydesk_state *state, const char *name, uint32_t column, void *body);
void copydesk_add_method(copydesk_state *state, const char *name, void *body);
/// Ends the kind; `element` answers integer keys, `length` answers `#`; either may be null.
void copydesk_end_kind(
  copydesk_state *state, void *element, void *length, int length_value, void *call);
/// Makes the items of a layer the elements of the kind that was ended last.
void copydesk_make_sequence(copydesk_state *state);

void copydesk_push_handle(lua_State *L, const copydesk_handle *handle);
/// The handle at an index of the stack, or null.
const copydesk_handle *copydesk_to_handle(lua_State *L, int index);
/// The name of the kind of the object at an index of the stack, or null.
const char *copydesk_kind_name(lua_State *L, int index);
bool copydesk_is_stale(lua_State *L, uint32_t generation);

/// An object's integers, and the number that a walk gives beside it.
typedef struct {
  int64_t values[4];
  double number;
} copydesk_row;

/// Pushes a function that gives objects of a kind one by one, each with a number, and then nil. The rows are to be filled before the
/// next call into Lua; null where there are none.
copydesk_row *copydesk_push_walk(
  lua_State *L, uint32_t kind, uint32_t generation, uint32_t count);

void copydesk_set_generation(copydesk_state *state, uint32_t generation);

// Stretches of two texts, and layers of them. An object that is one holds its first byte, counted
// from 1, its last byte, its text (0 or 1), and a number: its layer's in the upper half, its own
// index in the lower.

typedef struct copydesk_spans copydesk_spans;

copydesk_spans *copydesk_make_spans(void);
void copydesk_free_spans(copydesk_spans *spans);
/// Copies a text, or a layer of pairs of offsets, the first `in_second` of which are in text 1.
void copydesk_set_span_text(copydesk_spans *spans, int text, const void *bytes, size_t count);
/// The bytes of a text, which stay where they are until it is set again.
const void *copydesk_span_text(const copydesk_spans *spans, int text, size_t *count);
void copydesk_set_span_layer(
  copydesk_spans *spans, uint32_t number, const void *pairs, size_t count, size_t in_second);

/// Columns of a table: what the items of a layer are, each by the number of one of a few words, from 1, or 0 for none.
#define COPYDESK_WORD_COLUMNS 16
void copydesk_set_span_words(
  copydesk_spans *spans, uint32_t column, const uint8_t *numbers, size_t count);
/// The number at an index of a column; -1 where it is not set so far.
int copydesk_span_word(const copydesk_spans *spans, uint32_t column, size_t index);
/// Forgets what all columns hold.
void copydesk_clear_span_words(copydesk_spans *spans);

/// What the objects of a state are stretches of; many states may use the same.
void copydesk_use_spans(copydesk_state *state, const copydesk_spans *spans);
/// The kind of the items of a layer; that of layer 15 goes for all further ones.
void copydesk_set_item_kind(copydesk_state *state, uint32_t layer, uint32_t kind);
/// As the number of a kind's own integer: the object's stretch of text.
#define COPYDESK_SPAN_TEXT 4
/// The same: which item of its layer it is, counted from 1.
#define COPYDESK_SPAN_INDEX 5

// Columns: lists of equal length in a table of a script's, by their names.

typedef enum {
  copydesk_column_integer, copydesk_column_boolean, copydesk_column_number, copydesk_column_text,
} copydesk_column_type;

/// A text in a row of the host's.
typedef struct {
  const char *start;
  size_t count;
} copydesk_column_bytes;

/// A column, and where its values lie in the host's rows: each a `uint32_t`, a byte that is a truth value, a `double`, or a
/// `copydesk_column_bytes`.
typedef struct {
  const char *name;
  size_t offset;
  copydesk_column_type type;
  int add;  // to each integer
} copydesk_column;

/// Fills the columns that a table has, from 1, out of `count` rows of `stride` bytes each. Where one of its names is not
/// known, or names no list, the answer is false, and name and value are left on the stack.
bool copydesk_fill_columns(
  lua_State *L, int table, const copydesk_column *columns, size_t known, const void *rows,
  size_t stride, size_t count);

typedef enum {
  copydesk_element_nil, copydesk_element_boolean, copydesk_element_integer, copydesk_element_number,
  copydesk_element_other,
} copydesk_element_type;

/// A value of a list, if it is a plain one; others must be looked at one by one.
typedef struct {
  copydesk_element_type type;
  union {
    int64_t integer;
    double number;
  } value;
} copydesk_element;

/// Reads the first `count` values of a list.
void copydesk_read_elements(lua_State *L, int list, size_t count, copydesk_element *elements);

// The environment

/// Adds the value on top of the stack to the globals, or to a library of them, or to `library.inner`.
void copydesk_define(copydesk_state *state, const char *library, const char *name);
/// Promises a library within a library, written in Lua: the first script that asks for it has the body push its source, and what
/// its chunk is called with.
void copydesk_promise_library(copydesk_state *state, const char *library, const char *name, void *body);
/// Why scripts do without a name that other Lua programs have, in a library or, where that is null, as a
/// global; null where they never had it.
const char *copydesk_reason_for_absence(const char *library, const char *name);
void copydesk_seed_random(copydesk_state *state, int64_t first, int64_t second);
void copydesk_set_printer(copydesk_state *state, void *body);
void copydesk_set_finder(copydesk_state *state, void *body);
/// Pushes a list of a table's keys in the order of `pairs`; those without an order come last.
void copydesk_push_keys(lua_State *L, int table);
/// The walk over a table in no order at all.
void copydesk_push_each(lua_State *L);

// What Lua declares as macros

int copydesk_reference(lua_State *L);
void copydesk_release(lua_State *L, int reference);
void copydesk_push_reference(lua_State *L, int reference);
void copydesk_pop(lua_State *L, int count);
int copydesk_count_entries(lua_State *L, int table);
int copydesk_absolute(lua_State *L, int index);
bool copydesk_room(lua_State *L, int count);

#endif
