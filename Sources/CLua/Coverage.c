// Which lines of scripts run. A hook counts them, so a state that is covered runs slower, and the same in all else.

#include "internal.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_CHUNK (1 << 20)

typedef struct {
  char *name;
  uint32_t *counts;  // by line; nothing at 0
  int lines;
} covered_chunk;

struct copydesk_coverage {
  covered_chunk *chunks;
  int count;
};

copydesk_coverage *copydesk_open_coverage(void) { return calloc(1, sizeof(copydesk_coverage)); }

void copydesk_close_coverage(copydesk_coverage *coverage) {
  for (int i = 0; i < coverage->count; i++) {
    free(coverage->chunks[i].name);
    free(coverage->chunks[i].counts);
  }
  free(coverage->chunks);
  free(coverage);
}

static int find_chunk(const copydesk_coverage *coverage, const char *name) {
  for (int i = 0; i < coverage->count; i++)
    if (strcmp(coverage->chunks[i].name, name) == 0) return i;
  return -1;
}

static int add_chunk(copydesk_coverage *coverage, const char *name) {
  covered_chunk *moved =
    realloc(coverage->chunks, sizeof(covered_chunk) * ((size_t)coverage->count + 1));
  char *copy = strdup(name);
  if (moved) coverage->chunks = moved;
  if (!moved || !copy) {
    free(copy);
    return -1;
  }
  coverage->chunks[coverage->count] = (covered_chunk){.name = copy};
  return coverage->count++;
}

// Makes room up to a line; false where there is no memory, which costs a count.
static bool make_room(covered_chunk *chunk, int line) {
  if (line < chunk->lines) return true;
  if (line > LONGEST_CHUNK) return false;
  int lines = line + 256;
  uint32_t *counts = realloc(chunk->counts, sizeof(uint32_t) * (size_t)lines);
  if (!counts) return false;
  memset(counts + chunk->lines, 0, sizeof(uint32_t) * (size_t)(lines - chunk->lines));
  chunk->counts = counts;
  chunk->lines = lines;
  return true;
}

static void count_line(lua_State *L, lua_Debug *activation) {
  copydesk_state *state = state_of(L);
  copydesk_coverage *coverage = state->coverage;
  int line = activation->currentline;
  if (!coverage || line < 1) return;
  lua_getinfo(L, "S", activation);
  const char *source = activation->source;
  if (*source == '@') source++;
  // Lua keeps a chunk's name for as long as its functions, so that its address tells it again.
  if (source != state->covered_source) {
    int found = find_chunk(coverage, source);
    if (found < 0) found = add_chunk(coverage, source);
    if (found < 0) return;
    state->covered_source = source;
    state->covered_chunk = found;
  }
  covered_chunk *chunk = &coverage->chunks[state->covered_chunk];
  if (make_room(chunk, line) && chunk->counts[line] < UINT32_MAX) chunk->counts[line]++;
}

void copydesk_cover(copydesk_state *state, copydesk_coverage *coverage) {
  state->coverage = coverage;
  lua_sethook(state->main, count_line, LUA_MASKLINE, 0);
}

const uint32_t *copydesk_covered(
  const copydesk_coverage *coverage, const char *chunk, int *lines
) {
  int found = find_chunk(coverage, chunk);
  *lines = found < 0 ? 0 : coverage->chunks[found].lines;
  return found < 0 ? NULL : coverage->chunks[found].counts;
}

// MARK: Compiled functions

typedef struct {
  uint8_t *bytes;
  size_t count, room;
} dumped;

static int add_dumped(lua_State *L, const void *bytes, size_t count, void *context) {
  (void)L;
  dumped *into = context;
  if (into->count + count > into->room) {
    size_t room = 2 * (into->count + count);
    uint8_t *moved = realloc(into->bytes, room);
    if (!moved) return 1;
    into->bytes = moved;
    into->room = room;
  }
  memcpy(into->bytes + into->count, bytes, count);
  into->count += count;
  return 0;
}

uint8_t *copydesk_dump(copydesk_state *state, int reference, size_t *count) {
  lua_State *L = state->running;
  dumped into = {0};
  copydesk_push_reference(L, reference);
  int status = lua_dump(L, add_dumped, &into, 0);
  lua_pop(L, 1);
  if (status != 0) {
    free(into.bytes);
    into = (dumped){0};
  }
  *count = into.count;
  return into.bytes;
}
