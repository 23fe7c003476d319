// A stable merge sort of positions, to be inlined with its comparison. Lua's own sort draws its pivots
// from the clock, so that equal elements would come out in an order that differs from run to run.

#ifndef COPYDESK_SORT_H
#define COPYDESK_SORT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef bool (*copydesk_before)(void *context, uint32_t a, uint32_t b);

#define COPYDESK_SORT_RUN 8

static inline __attribute__((always_inline)) void copydesk_sort_run(
  uint32_t *order, uint32_t count, copydesk_before before, void *context
) {
  for (uint32_t i = 1; i < count; i++) {
    uint32_t position = order[i], j = i;
    for (; j > 0 && before(context, position, order[j - 1]); j--) order[j] = order[j - 1];
    order[j] = position;
  }
}

static inline __attribute__((always_inline)) void copydesk_merge(
  const uint32_t *from, uint32_t *to, uint32_t left, uint32_t count, copydesk_before before,
  void *context
) {
  uint32_t i = 0, j = left, out = 0;
  // What is in order already costs one comparison a merge.
  if (j < count && before(context, from[j], from[left - 1])) {
    while (i < left && j < count)
      to[out++] = before(context, from[j], from[i]) ? from[j++] : from[i++];
  }
  memcpy(to + out, from + i, (left - i) * sizeof *to);
  out += left - i;
  memcpy(to + out, from + j, (count - j) * sizeof *to);
}

/// Writes the positions 0 to `count` - 1 in sorted order; `order` has room for twice as many.
static inline __attribute__((always_inline)) void copydesk_sort(
  uint32_t *order, uint32_t count, copydesk_before before, void *context
) {
  uint32_t *from = order, *to = order + count;
  for (uint32_t i = 0; i < count; i++) from[i] = i;
  for (uint32_t start = 0; start < count; start += COPYDESK_SORT_RUN) {
    uint32_t rest = count - start, run = rest < COPYDESK_SORT_RUN ? rest : COPYDESK_SORT_RUN;
    copydesk_sort_run(from + start, run, before, context);
  }
  for (uint64_t width = COPYDESK_SORT_RUN; width < count; width *= 2) {
    for (uint64_t start = 0; start < count; start += 2 * width) {
      uint32_t rest = (uint32_t)(count - start);
      uint32_t left = rest < width ? rest : (uint32_t)width;
      uint32_t both = rest < 2 * width ? rest : (uint32_t)(2 * width);
      copydesk_merge(from + start, to + start, left, both, before, context);
    }
    uint32_t *swapped = from;
    from = to;
    to = swapped;
  }
  if (from != order) memcpy(order, from, count * sizeof *order);
}

/// A string to be compared with others by its bytes.
typedef struct {
  uint64_t head;  // its first eight bytes as a number, so that most comparisons end with it
  const char *bytes;
  size_t length;
} copydesk_text;

static inline copydesk_text copydesk_text_of(const char *bytes, size_t length) {
  copydesk_text text = {0, bytes, length};
  unsigned char head[8] = {0};
  memcpy(head, bytes, length < 8 ? length : 8);
  for (int i = 0; i < 8; i++) text.head = text.head << 8 | head[i];
  return text;
}

static inline int copydesk_compare_texts(const copydesk_text *a, const copydesk_text *b) {
  if (a->head != b->head) return a->head < b->head ? -1 : 1;
  int order = memcmp(a->bytes, b->bytes, a->length < b->length ? a->length : b->length);
  return order ? order : (a->length > b->length) - (a->length < b->length);
}

#endif
