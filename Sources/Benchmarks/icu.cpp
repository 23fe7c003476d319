// What ICU does in C++ with the words and sentences of the same texts: the peer of the row `icu` in compare.py, which
// compiles it. Prints one JSON line as the benchmarks do.
//
//   c++ -O2 -std=c++17 icu.cpp -licuuc -o icu && ./icu FOLDER

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <unicode/brkiter.h>

using Iterator = std::unique_ptr<icu::BreakIterator>;

static long cut(const std::string &text, icu::BreakIterator &sentences, icu::BreakIterator &words) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  long made = 0;
  sentences.setText(wide);
  while (sentences.next() != icu::BreakIterator::DONE) made++;
  words.setText(wide);
  while (words.next() != icu::BreakIterator::DONE) made += words.getRuleStatus() != 0;
  return made;
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  std::vector<std::string> texts;
  size_t bytes = 0;
  for (const auto &entry : std::filesystem::directory_iterator(arguments[1])) {
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    bytes += texts.back().size();
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale("en_US");
  Iterator sentences(icu::BreakIterator::createSentenceInstance(locale, status));
  Iterator words(icu::BreakIterator::createWordInstance(locale, status));
  if (U_FAILURE(status)) return 1;
  double best = 1e9;
  long made = 0;
  for (int round = 0; round < 5; round++) {
    const auto start = std::chrono::steady_clock::now();
    made = 0;
    for (const auto &text : texts) made += cut(text, *sentences, *words);
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::printf("{\"items\":%zu,\"bytes\":%zu,\"made\":%ld,\"seconds\":%.4f,\"MB/s\":%.1f}\n", texts.size(), bytes,
              made, best, static_cast<double>(bytes) / best / 1e6);
}
