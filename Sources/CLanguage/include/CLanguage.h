#ifndef COPYDESK_CLANGUAGE_H
#define COPYDESK_CLANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The most likely language of UTF-8 text, by Compact Language Detector 2.
/// Writes a BCP 47 code ("en", "de", "zh-Hant") to `code`, or "und".
/// Returns the share of the text in that language, in percent; `reliable` is CLD2's own verdict.
int copydesk_detect_language(
    const char *utf8, size_t length, char code[16], bool *reliable);

#ifdef __cplusplus
}
#endif

#endif
