#include "CUnicode.h"


#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

static icu::StringPiece piece(const uint8_t *utf8, size_t length) {
  return icu::StringPiece(reinterpret_cast<const char *>(utf8), static_cast<int32_t>(length));
}

bool copydesk_is_nfc(const uint8_t *utf8, size_t length) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) && nfc->isNormalizedUTF8(piece(utf8, length), status) && U_SUCCESS(status);
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
  }
  return U_SUCCESS(status) ? static_cast<size_t>(sink.NumberOfBytesAppended()) : SIZE_MAX;
}
