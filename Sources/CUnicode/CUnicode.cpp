#include "CUnicode.h"

#include <cstdlib>
#include <cstring>
#include <string>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

const char *copydesk_icu_version(void) {
  static thread_local char words[U_MAX_VERSION_STRING_LENGTH];
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, words);
  return words;
}

static icu::StringPiece piece(const uint8_t *utf8, size_t length) {
  return icu::StringPiece(reinterpret_cast<const char *>(utf8), static_cast<int32_t>(length));
}

bool copydesk_is_nfc(const uint8_t *utf8, size_t length) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) && nfc->isNormalizedUTF8(piece(utf8, length), status) && U_SUCCESS(status);
}

static void write_plain(icu::StringPiece text, icu::ByteSink &sink, UErrorCode &status) {
  std::string folded, taken_apart;
  icu::StringByteSink<std::string> folds(&folded), parts(&taken_apart);
  icu::CaseMap::utf8Fold(0, text, folds, nullptr, status);
  const icu::Normalizer2 *nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return;
  nfd->normalizeUTF8(0, folded, parts, nullptr, status);
  const char *bytes = taken_apart.data();
  const int32_t length = static_cast<int32_t>(taken_apart.size());
  for (int32_t start = 0, end = 0; start < length; start = end) {
    UChar32 scalar;
    U8_NEXT(bytes, end, length, scalar);
    if (u_charType(scalar) != U_NON_SPACING_MARK) sink.Append(bytes + start, end - start);
  }
}

size_t copydesk_convert(
    copydesk_conversion how, const uint8_t *utf8, size_t length, uint8_t *result, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  icu::CheckedArrayByteSink sink(
      reinterpret_cast<char *>(result),
      static_cast<int32_t>(capacity < INT32_MAX ? capacity : INT32_MAX));
  switch (how) {
  case COPYDESK_NFC:
    if (const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status))
      nfc->normalizeUTF8(0, piece(utf8, length), sink, nullptr, status);
    break;
  case COPYDESK_FOLD:
    icu::CaseMap::utf8Fold(0, piece(utf8, length), sink, nullptr, status);
    break;
  case COPYDESK_LOWER:
    icu::CaseMap::utf8ToLower("", 0, piece(utf8, length), sink, nullptr, status);
    break;
  case COPYDESK_UPPER:
    icu::CaseMap::utf8ToUpper("", 0, piece(utf8, length), sink, nullptr, status);
    break;
  case COPYDESK_PLAIN:
    write_plain(piece(utf8, length), sink, status);
    break;
  }
  return U_SUCCESS(status) ? static_cast<size_t>(sink.NumberOfBytesAppended()) : SIZE_MAX;
}

bool copydesk_is_mark(uint32_t scalar) {
  return u_getCombiningClass(static_cast<UChar32>(scalar)) != 0;
}

static void count_fault(
    const void *faults, UConverterToUnicodeArgs *arguments, const char *units, int32_t length,
    UConverterCallbackReason reason, UErrorCode *status) {
  if (reason <= UCNV_IRREGULAR) ++*static_cast<size_t *>(const_cast<void *>(faults));
  UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, units, length, reason, status);
}

/// The bytes in UTF-16: at most one code unit for each byte, by ICU's own rule of thumb two.
static UChar *to_utf16(
    UConverter *converter, const uint8_t *bytes, size_t length, int32_t *count) {
  UErrorCode status = U_ZERO_ERROR;
  const size_t capacity = 2 * length + 16;
  if (capacity > INT32_MAX) return nullptr;
  UChar *units = static_cast<UChar *>(malloc(capacity * sizeof(UChar)));
  if (!units) return nullptr;
  *count = ucnv_toUChars(
      converter, units, static_cast<int32_t>(capacity), reinterpret_cast<const char *>(bytes),
      static_cast<int32_t>(length), &status);
  if (U_SUCCESS(status)) return units;
  free(units);
  return nullptr;
}

static uint8_t *to_utf8(const UChar *units, int32_t unit_count, size_t *count) {
  UErrorCode status = U_ZERO_ERROR;
  const size_t capacity = 3 * static_cast<size_t>(unit_count) + 1;
  char *result = capacity <= INT32_MAX ? static_cast<char *>(malloc(capacity)) : nullptr;
  if (!result) return nullptr;
  int32_t written = 0;
  u_strToUTF8WithSub(
      result, static_cast<int32_t>(capacity), &written, units, unit_count, 0xFFFD, nullptr, &status);
  *count = static_cast<size_t>(written);
  if (U_SUCCESS(status)) return reinterpret_cast<uint8_t *>(result);
  free(result);
  return nullptr;
}

uint8_t *copydesk_decode(
    const char *name, const uint8_t *bytes, size_t length, size_t *count, size_t *faults) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return nullptr;
  *faults = 0;
  ucnv_setToUCallBack(converter, count_fault, faults, nullptr, nullptr, &status);
  int32_t unit_count = 0;
  UChar *units = U_SUCCESS(status) ? to_utf16(converter, bytes, length, &unit_count) : nullptr;
  uint8_t *result = units ? to_utf8(units, unit_count, count) : nullptr;
  free(units);
  ucnv_close(converter);
  return result;
}

int32_t copydesk_guess_encoding(const uint8_t *bytes, size_t length, char *name, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  ucsdet_enableInputFilter(detector, true);
  const int32_t count = length > INT32_MAX ? INT32_MAX : static_cast<int32_t>(length);
  ucsdet_setText(detector, reinterpret_cast<const char *>(bytes), count, &status);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  int32_t confidence = 0;
  if (U_SUCCESS(status) && match) {
    const char *found = ucsdet_getName(match, &status);
    confidence = ucsdet_getConfidence(match, &status);
    if (U_FAILURE(status) || strlen(found) >= capacity) confidence = 0;
    else strcpy(name, found);
  }
  ucsdet_close(detector);
  return confidence;
}
