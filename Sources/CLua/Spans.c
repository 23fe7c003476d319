// Stretches of texts: the objects that scripts walk by the thousand, shown without leaving C.

#include "internal.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  uint32_t *pairs;  // where each range begins and ends
  uint32_t count, room;
  uint32_t in_second;  // how many of them, all at the front, are in the second text
} layer;

typedef struct {
  uint8_t *numbers;
  size_t count, room;
} column;

struct copydesk_spans {
  char *texts[2];
  size_t lengths[2], rooms[2];
  layer *layers;
  uint32_t count;
  column columns[COPYDESK_WORD_COLUMNS];
};

copydesk_spans *copydesk_make_spans(void) { return calloc(1, sizeof(copydesk_spans)); }

void copydesk_free_spans(copydesk_spans *spans) {
  for (uint32_t i = 0; i < spans->count; i++) free(spans->layers[i].pairs);
  for (int i = 0; i < COPYDESK_WORD_COLUMNS; i++) free(spans->columns[i].numbers);
  free(spans->layers);
  free(spans->texts[0]);
  free(spans->texts[1]);
  free(spans);
}

// Blocks only grow. There is no way on without memory, as Swift may be on the stack.
static void *grown(void *block, size_t size) {
  void *moved = realloc(block, size);
  if (!moved) abort();
  return moved;
}

void copydesk_set_span_text(copydesk_spans *spans, int text, const void *bytes, size_t count) {
  if (count > spans->rooms[text]) {
    spans->texts[text] = grown(spans->texts[text], count);
    spans->rooms[text] = count;
  }
  if (count) memcpy(spans->texts[text], bytes, count);
  spans->lengths[text] = count;
}

const void *copydesk_span_text(const copydesk_spans *spans, int text, size_t *count) {
  *count = spans->lengths[text];
  return spans->texts[text];
}

void copydesk_set_span_layer(
  copydesk_spans *spans, uint32_t number, const void *pairs, size_t count, size_t in_second
) {
  if (number >= spans->count) {
    spans->layers = grown(spans->layers, (number + 1) * sizeof(layer));
    memset(spans->layers + spans->count, 0, (number + 1 - spans->count) * sizeof(layer));
    spans->count = number + 1;
  }
  layer *into = &spans->layers[number];
  if (count > into->room) {
    into->pairs = grown(into->pairs, count * 2 * sizeof(uint32_t));
    into->room = (uint32_t)count;
  }
  if (count) memcpy(into->pairs, pairs, count * 2 * sizeof(uint32_t));
  into->count = (uint32_t)count;
  into->in_second = (uint32_t)in_second;
}

void copydesk_set_span_words(
  copydesk_spans *spans, uint32_t number, const uint8_t *numbers, size_t count
) {
  column *into = &spans->columns[number];
  if (count > into->room) {
    into->numbers = grown(into->numbers, count);
    into->room = count;
  }
  if (count) memcpy(into->numbers, numbers, count);
  into->count = count;
}

int copydesk_span_word(const copydesk_spans *spans, uint32_t number, size_t index) {
  const column *column = &spans->columns[number];
  return index < column->count ? column->numbers[index] : -1;
}

void copydesk_clear_span_words(copydesk_spans *spans) {
  for (int i = 0; i < COPYDESK_WORD_COLUMNS; i++) spans->columns[i].count = 0;
}

void copydesk_use_spans(copydesk_state *state, const copydesk_spans *spans) {
  state->spans = spans;
}

void copydesk_set_item_kind(copydesk_state *state, uint32_t layer, uint32_t kind) {
  if (layer < COPYDESK_LAYERS) state->item_kinds[layer] = kind;
}

// MARK: What scripts see

int copydesk_push_span_text(lua_State *L, const copydesk_handle *span) {
  const copydesk_spans *spans = state_of(L)->spans;
  int64_t first = span->values[0], last = span->values[1];
  int text = span->values[2] == 1;
  if (!spans || first < 1 || first > last || (uint64_t)last > spans->lengths[text])
    lua_pushliteral(L, "");
  else
    lua_pushlstring(L, spans->texts[text] + first - 1, (size_t)(last - first + 1));
  return 1;
}

int copydesk_push_span_word(
  lua_State *L, const copydesk_handle *span, const copydesk_word_getter *getter
) {
  const copydesk_spans *spans = state_of(L)->spans;
  uint32_t index = (uint32_t)span->values[3];
  int number = spans ? copydesk_span_word(spans, getter->column, index) : -1;
  if (number < 0) return copydesk_run_body(L, getter->body);
  lua_rawgeti(L, LUA_REGISTRYINDEX, getter->words);
  lua_rawgeti(L, -1, number);
  return 1;
}

// The sequence's integers are its layer, its first item's index and its length.
bool copydesk_push_item(lua_State *L, const copydesk_handle *sequence, lua_Integer position) {
  const copydesk_state *state = state_of(L);
  uint64_t number = (uint64_t)sequence->values[0];
  uint64_t index = (uint64_t)sequence->values[1] + (uint64_t)position - 1;
  if (position < 1 || position > sequence->values[2] || !state->spans
      || number >= state->spans->count || index >= state->spans->layers[number].count) {
    lua_pushnil(L);
    return false;
  }
  const layer *layer = &state->spans->layers[number];
  copydesk_handle item = {
    .kind = state->item_kinds[number < COPYDESK_LAYERS ? number : COPYDESK_LAYERS - 1],
    .generation = sequence->generation,
    .values = {
      (int64_t)layer->pairs[2 * index] + 1, layer->pairs[2 * index + 1],
      index < layer->in_second, (int64_t)(number << 32 | index)}};
  copydesk_push_handle(L, &item);
  return true;
}
