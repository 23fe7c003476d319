#include "CUnicode.h"

#include <vector>

#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

static UCollator *opaque(const copydesk_collator *collator) {
  return reinterpret_cast<UCollator *>(const_cast<copydesk_collator *>(collator));
}

const copydesk_collator *copydesk_collator_open(const char *tag) {
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY + ULOC_KEYWORDS_CAPACITY];
  uloc_forLanguageTag(tag, locale, sizeof locale, nullptr, &status);
  // Of the empty name ICU would take the root; of no name the machine's own language.
  UCollator *collator = U_SUCCESS(status) ? ucol_open(locale, &status) : nullptr;
  return U_SUCCESS(status) ? reinterpret_cast<copydesk_collator *>(collator) : nullptr;
}

size_t copydesk_sort_key(
    const copydesk_collator *collator, const uint8_t *utf8, size_t length, uint8_t *key,
    size_t capacity) {
  if (length > INT32_MAX / 2 || capacity > INT32_MAX) return SIZE_MAX;
  // UTF-16 never has more units than UTF-8 has bytes.
  std::vector<UChar> units(length + 1);
  int32_t count = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(
      units.data(), static_cast<int32_t>(units.size()), &count,
      reinterpret_cast<const char *>(utf8), static_cast<int32_t>(length), &status);
  if (U_FAILURE(status)) return SIZE_MAX;
  int32_t size =
      ucol_getSortKey(opaque(collator), units.data(), count, key, static_cast<int32_t>(capacity));
  return size > 0 ? static_cast<size_t>(size) : SIZE_MAX;
}
