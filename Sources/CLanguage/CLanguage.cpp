#include "CLanguage.h"

#include <cstdio>
#include <cstring>

#include <cld2/public/compact_lang_det.h>

// CLD2 keeps some codes that ISO 639-1 has withdrawn.
static const char *current(const char *code) {
  if (!std::strcmp(code, "iw")) return "he";
  if (!std::strcmp(code, "in")) return "id";
  if (!std::strcmp(code, "ji")) return "yi";
  if (!std::strcmp(code, "jw")) return "jv";
  if (!std::strcmp(code, "mo")) return "ro";
  return code;
}

int copydesk_detect_language(
    const char *utf8, size_t length, char code[16], bool *reliable) {
  CLD2::Language language[3];
  int percent[3], bytes;
  CLD2::ExtDetectLanguageSummary(
      utf8, static_cast<int>(length), true, language, percent, &bytes, reliable);
  const bool known = language[0] != CLD2::UNKNOWN_LANGUAGE;
  std::snprintf(code, 16, "%s", known ? current(CLD2::LanguageCode(language[0])) : "und");
  return known ? percent[0] : 0;
}
