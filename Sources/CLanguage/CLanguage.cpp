#include "CLanguage.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>

int copydesk_detect_language(
    const char *utf8, size_t length, char code[16], bool *reliable) {
  CLD2::Language language[3];
  int percent[3], bytes;
  CLD2::ExtDetectLanguageSummary(
      utf8, static_cast<int>(length), true, language, percent, &bytes, reliable);
  const bool known = language[0] != CLD2::UNKNOWN_LANGUAGE;
  std::snprintf(code, 16, "%s", known ? CLD2::LanguageCode(language[0]) : "und");
  return known ? percent[0] : 0;
}
