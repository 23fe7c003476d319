// A stable merge sort of positions. Lua's own sort draws its pivots from the clock, so that equal
// elements would come out in an order that differs from run to run.

#include "internal.h"

#include <string.h>

int copydesk_compare_bytes(const char *a, size_t a_length, const char *b, size_t b_length) {
  int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
  return order ? order : (a_length > b_length) - (a_length < b_length);
}

static void merge(
  uint32_t *order, uint32_t *scratch, uint32_t left, uint32_t right, copydesk_before before,
  void *context
) {
  memcpy(scratch, order, left * sizeof *order);
  uint32_t i = 0, j = left, out = 0;
  while (i < left && j < left + right) {
    if (before(context, order[j], scratch[i])) order[out++] = order[j++];
    else order[out++] = scratch[i++];
  }
  memcpy(order + out, scratch + i, (left - i) * sizeof *order);
}

static void sort(
  uint32_t *order, uint32_t *scratch, uint32_t count, copydesk_before before, void *context
) {
  if (count < 2) return;
  uint32_t left = count / 2, right = count - left;
  sort(order, scratch, left, before, context);
  sort(order + left, scratch, right, before, context);
  // What is in order already costs one comparison a merge.
  if (before(context, order[left], order[left - 1]))
    merge(order, scratch, left, right, before, context);
}

void copydesk_sort(uint32_t *order, uint32_t count, copydesk_before before, void *context) {
  for (uint32_t i = 0; i < count; i++) order[i] = i;
  sort(order, order + count, count, before, context);
}
