#ifndef COPYDESK_CUNICODE_H
#define COPYDESK_CUNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ByteMasks.h"

#ifdef __cplusplus
extern "C" {
#endif

/// What a conversion of UTF-8 text does to it.
typedef enum {
  COPYDESK_NFC,
  COPYDESK_FOLD,
  COPYDESK_LOWER,
  COPYDESK_UPPER,
  /// Folded, and without the marks above and below letters.
  COPYDESK_PLAIN,
} copydesk_conversion;

/// ICU's version: `72.1`.
const char *copydesk_icu_version(void);

/// Whether valid UTF-8 is in Unicode normalisation form C already.
bool copydesk_is_nfc(const uint8_t *utf8, size_t length);

/// Converts valid UTF-8 by ICU, in the root locale.
/// Returns how many bytes the result takes; it is written only if `capacity` suffices. SIZE_MAX on failure.
size_t copydesk_convert(
    copydesk_conversion how, const uint8_t *utf8, size_t length, uint8_t *result, size_t capacity);

/// Whether a code point is a mark that combines with what stands before it, so that its order can change.
bool copydesk_is_mark(uint32_t scalar);

/// Decodes bytes of an encoding that ICU knows by `name` to UTF-8; what cannot be decoded becomes U+FFFD and is counted.
/// Returns a buffer of `count` bytes that the caller frees; null on failure.
uint8_t *copydesk_decode(
    const char *name, const uint8_t *bytes, size_t length, size_t *count, size_t *faults);

/// Guesses the encoding of text, of which ICU reads the first 8,000 bytes, by the shapes of its bytes and what languages write; tags
/// are passed over. Writes ICU's name for it; returns how sure ICU is, 0 to 100, 0 where it has no guess.
int32_t copydesk_guess_encoding(const uint8_t *bytes, size_t length, char *name, size_t capacity);

/// Cuts valid UTF-8 in a script without spaces into words, by ICU's dictionaries (Chinese, Japanese, Thai, Lao,
/// Khmer, Burmese). Writes where each word ends, in bytes, as many as fit; the last end is the text's.
/// Returns how many were written; 0 on failure.
size_t copydesk_word_ends(const uint8_t *utf8, size_t length, uint32_t *ends, size_t capacity);

/// The order of a language's lists.
typedef struct copydesk_collator copydesk_collator;

/// Opens the order of a BCP 47 tag: `sv`, `de-u-co-phonebk`; the empty tag and languages that ICU does not know have that of
/// CLDR's root. Null on failure; never closed, for there are few.
const copydesk_collator *copydesk_collator_open(const char *tag);

/// Writes bytes by which texts compare as the order says. Returns how many there are; they are written only if `capacity`
/// suffices. SIZE_MAX on failure.
size_t copydesk_sort_key(
    const copydesk_collator *collator, const uint8_t *utf8, size_t length, uint8_t *key,
    size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
