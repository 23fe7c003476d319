#ifndef COPYDESK_BYTE_MASKS_H
#define COPYDESK_BYTE_MASKS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What 64 bytes of a text are: a bit each, the first byte's the lowest.
typedef struct {
  /// Letters and figures of ASCII.
  uint64_t upper, lower, digit;
  /// Bytes of characters beyond ASCII.
  uint64_t wide;
  /// White space of ASCII, 0x09 to 0x0D and 0x1C to 0x20, and all that ASCII prints, 0x21 to 0x7E: for words between spaces alone.
  uint64_t space, print;
  /// For runs of letters and figures alone.
  uint64_t apostrophe;
} copydesk_byte_masks;

/// Tells of the first 64 bytes of a text what they are, for a walk over runs of letters and figures, or over words between
/// spaces; where the text has fewer, spaces stand for the rest.
void copydesk_mask_runs(const uint8_t *text, size_t count, copydesk_byte_masks *masks);
void copydesk_mask_spaced(const uint8_t *text, size_t count, copydesk_byte_masks *masks);

#ifdef __cplusplus
}
#endif

#endif
