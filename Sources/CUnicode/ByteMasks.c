#include "ByteMasks.h"

#include <string.h>

// Sixteen bytes at a time, where the compiler knows such vectors; each processor has its own way to make bits of a comparison.
typedef uint8_t bytes16 __attribute__((vector_size(16)));

static uint64_t bits(bytes16 truths) {
#if defined(__SSE2__)
  typedef char chars16 __attribute__((vector_size(16)));
  return (uint16_t)__builtin_ia32_pmovmskb128((chars16)truths);
#else
  uint64_t found = 0;
  for (int i = 0; i < 16; i++) found |= (uint64_t)(truths[i] & 1) << i;
  return found;
#endif
}

// Bytes from `first` on, `count` of them: what comes before turns into large numbers.
static bytes16 among(bytes16 bytes, uint8_t first, uint8_t count) {
  return (bytes16)(bytes - first < count);
}

// Of letters and figures all is asked for; of the rest what the walker over words has to know.
static inline __attribute__((always_inline)) void mask(
  const uint8_t *text, size_t count, copydesk_byte_masks *masks, int by_spaces
) {
  uint8_t padded[64];
  if (count < 64) {
    memset(padded, ' ', sizeof padded);
    memcpy(padded, text, count);
    text = padded;
  }
  copydesk_byte_masks all = {0};
  for (int shift = 0; shift < 64; shift += 16) {
    bytes16 bytes;
    memcpy(&bytes, text + shift, sizeof bytes);
    all.upper |= bits(among(bytes, 'A', 26)) << shift;
    all.lower |= bits(among(bytes, 'a', 26)) << shift;
    all.digit |= bits(among(bytes, '0', 10)) << shift;
    all.wide |= bits(among(bytes, 0x80, 0x80)) << shift;
    if (by_spaces) {
      all.space |= bits(among(bytes, 0x09, 5) | among(bytes, 0x1C, 5)) << shift;
      all.print |= bits(among(bytes, 0x21, 0x7F - 0x21)) << shift;
    } else {
      all.apostrophe |= bits(among(bytes, '\'', 1)) << shift;
    }
  }
  *masks = all;
}

void copydesk_mask_runs(const uint8_t *text, size_t count, copydesk_byte_masks *masks) {
  mask(text, count, masks, 0);
}

void copydesk_mask_spaced(const uint8_t *text, size_t count, copydesk_byte_masks *masks) {
  mask(text, count, masks, 1);
}
