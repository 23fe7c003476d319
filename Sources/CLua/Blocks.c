// Small blocks of memory, of which Lua takes and gives back thousands an article: lists of free ones by size, cut from
// chunks that live as long as the state. Larger blocks are the C library's.

#include "internal.h"

#include <stdlib.h>
#include <string.h>

#define STEP 16
#define LARGEST (STEP * COPYDESK_BLOCK_SIZES)
#define CHUNK (32 << 10)

// The sanitizer sees more where every block is one of the C library's.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COPYDESK_NO_SMALL_BLOCKS
#endif
#endif

#ifdef COPYDESK_NO_SMALL_BLOCKS
static bool is_small(size_t size) {
  (void)size;
  return false;
}
#else
static bool is_small(size_t size) { return size <= LARGEST; }
#endif

static size_t list_of(size_t size) { return (size - 1) / STEP; }

// Begins a chunk. What was left of the last one is lost, less than one block.
//
// Blocks of one size are never made blocks of another. So that a script which uses its memory for one size after the
// other cannot hold many times its limit, it is refused chunks beyond twice the limit, as it is refused memory.
static bool add_chunk(copydesk_state *state) {
  if (state->armed && state->chunk_bytes / 2 + CHUNK / 2 > state->limit) return false;
  copydesk_free_block *chunk = malloc(CHUNK);
  if (!chunk) return false;
  state->chunk_bytes += CHUNK;
  chunk->next = state->chunks;
  state->chunks = chunk;
  state->fresh = (char *)chunk + STEP;
  state->fresh_end = (char *)chunk + CHUNK;
  return true;
}

static void *take_small(copydesk_state *state, size_t size) {
  size_t list = list_of(size);
  copydesk_free_block *block = state->free_blocks[list];
  if (block) {
    state->free_blocks[list] = block->next;
    return block;
  }
  size_t whole = (list + 1) * STEP;
  if ((size_t)(state->fresh_end - state->fresh) < whole && !add_chunk(state)) return NULL;
  void *fresh = state->fresh;
  state->fresh += whole;
  return fresh;
}

void copydesk_give_back(copydesk_state *state, void *block, size_t size) {
  if (!block) return;
  if (!is_small(size)) {
    free(block);
    return;
  }
  copydesk_free_block *given = block;
  size_t list = list_of(size);
  given->next = state->free_blocks[list];
  state->free_blocks[list] = given;
}

static void *take(copydesk_state *state, size_t size) {
  return is_small(size) ? take_small(state, size) : malloc(size);
}

void *copydesk_resize(copydesk_state *state, void *block, size_t old_size, size_t new_size) {
  if (!block) return take(state, new_size);
  bool was_small = is_small(old_size), stays_small = is_small(new_size);
  if (!was_small && !stays_small) return realloc(block, new_size);
  if (was_small && stays_small && list_of(old_size) == list_of(new_size)) return block;
  void *moved = take(state, new_size);
  if (!moved) return NULL;
  memcpy(moved, block, old_size < new_size ? old_size : new_size);
  copydesk_give_back(state, block, old_size);
  return moved;
}

void copydesk_free_blocks(copydesk_state *state) {
  copydesk_free_block *next;
  for (copydesk_free_block *chunk = state->chunks; chunk; chunk = next) {
    next = chunk->next;
    free(chunk);
  }
  state->chunks = NULL;
  state->chunk_bytes = 0;
}
