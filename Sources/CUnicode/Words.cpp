#include "CUnicode.h"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

// One iterator a thread: its dictionaries take longer to find than most texts to cut.
static icu::BreakIterator *words() {
  static thread_local std::unique_ptr<icu::BreakIterator> iterator;
  if (!iterator) {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) iterator.reset();
  }
  return iterator.get();
}

size_t copydesk_word_ends(const uint8_t *utf8, size_t length, uint32_t *ends, size_t capacity) {
  icu::BreakIterator *iterator = words();
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, reinterpret_cast<const char *>(utf8), static_cast<int64_t>(length), &status);
  size_t count = 0;
  if (iterator && U_SUCCESS(status)) {
    iterator->setText(&text, status);
    if (U_SUCCESS(status)) {
      iterator->first();
      for (int32_t end; count < capacity && (end = iterator->next()) != icu::BreakIterator::DONE;)
        ends[count++] = static_cast<uint32_t>(end);
    }
  }
  utext_close(&text);
  return count;
}
