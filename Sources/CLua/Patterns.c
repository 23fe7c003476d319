// The matcher: it tries the pattern's elements one behind the other and goes back where one fails.

#include "Patterns.h"

#include <string.h>

// How deep alternatives may nest, as in Lua.
#define DEEPEST 200

// MARK: Classes of bytes, of ASCII whatever the locale says

enum {
  cntrl = 1, digit = 2, lower = 4, punct = 8, space = 16, upper = 32, hex = 64, zero = 128
};

static const uint8_t classes[256] = {
  [0] = cntrl | zero, [1 ... 8] = cntrl, [9 ... 13] = cntrl | space, [14 ... 31] = cntrl, [' '] = space,
  ['!' ... '/'] = punct, ['0' ... '9'] = digit | hex, [':' ... '@'] = punct,
  ['A' ... 'F'] = upper | hex, ['G' ... 'Z'] = upper, ['[' ... '`'] = punct,
  ['a' ... 'f'] = lower | hex, ['g' ... 'z'] = lower, ['{' ... '~'] = punct, [127] = cntrl};

// The class that a letter stands for behind a `%`; 0: the byte stands for itself.
static uint8_t class_of(unsigned char letter) {
  switch (letter | 0x20) {
    case 'a': return lower | upper;
    case 'c': return cntrl;
    case 'd': return digit;
    case 'g': return lower | upper | digit | punct;
    case 'l': return lower;
    case 'p': return punct;
    case 's': return space;
    case 'u': return upper;
    case 'w': return lower | upper | digit;
    case 'x': return hex;
    case 'z': return zero;
    default: return 0;
  }
}

// Whether the byte belongs to what `%letter` stands for.
static bool is_escaped(unsigned char c, unsigned char letter) {
  if (!(classes[letter] & (lower | upper))) return c == letter;
  uint8_t class = class_of(letter);
  if (class == 0) return c == letter;
  return ((classes[c] & class) != 0) != ((classes[letter] & upper) != 0);
}

// MARK: Elements: what matches one byte

typedef struct {
  enum { any_byte, one_byte, a_class, a_set } kind;
  unsigned char byte;  // or the class's letter
  const char *start;   // of a set, behind its `[`
  const char *end;     // behind the element, where its quantifier is
} element;

static const char *end_of_set(copydesk_matcher *m, const char *p) {
  if (p < m->pattern_end && *p == '^') p++;
  // The first byte cannot end the set.
  do {
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
    if (*p++ == '%' && p < m->pattern_end) p++;
  } while (p == m->pattern_end || *p != ']');
  return p + 1;
}

static element element_at(copydesk_matcher *m, const char *p) {
  switch (*p) {
    case '.': return (element){.kind = any_byte, .end = p + 1};
    case '[': return (element){.kind = a_set, .start = p + 1, .end = end_of_set(m, p + 1)};
    case '%':
      if (p + 1 == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
      return (element){.kind = a_class, .byte = (unsigned char)p[1], .end = p + 2};
    default: return (element){.kind = one_byte, .byte = (unsigned char)*p, .end = p + 1};
  }
}

static bool is_in_set(unsigned char c, const char *p, const char *last) {
  bool found = true;
  if (*p == '^') {
    found = false;
    p++;
  }
  while (p < last) {
    unsigned char first = (unsigned char)*p;
    if (first == '%' && p + 1 < last) {
      if (is_escaped(c, (unsigned char)p[1])) return found;
      p += 2;
    } else if (p + 2 < last && p[1] == '-') {
      if (first <= c && c <= (unsigned char)p[2]) return found;
      p += 3;
    } else {
      if (first == c) return found;
      p++;
    }
  }
  return !found;
}

static inline bool is_matched(const element *e, char byte) {
  unsigned char c = (unsigned char)byte;
  switch (e->kind) {
    case any_byte: return true;
    case one_byte: return c == e->byte;
    case a_class: return is_escaped(c, e->byte);
    default: return is_in_set(c, e->start, e->end - 1);
  }
}

// MARK: Parts of a pattern

static const char *match(copydesk_matcher *m, const char *s, const char *p);

// As often as it can, and then less and less.
static const char *match_most(
  copydesk_matcher *m, const char *s, const element *e, ptrdiff_t least
) {
  ptrdiff_t count = 0, room = m->subject_end - s;
  if (e->kind == any_byte) count = room;
  else while (count < room && is_matched(e, s[count])) count++;
  for (; count >= least; count--) {
    const char *end = match(m, s + count, e->end + 1);
    if (end) return end;
  }
  return NULL;
}

// Not at all, and then more and more.
static const char *match_least(copydesk_matcher *m, const char *s, const element *e) {
  for (;;) {
    const char *end = match(m, s, e->end + 1);
    if (end) return end;
    if (s == m->subject_end || !is_matched(e, *s)) return NULL;
    s++;
  }
}

static const char *match_balanced(copydesk_matcher *m, const char *s, const char *p) {
  if (p + 1 >= m->pattern_end)
    luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
  if (s == m->subject_end || *s != p[0]) return NULL;
  int open = 1;
  while (++s < m->subject_end) {
    if (*s == p[1]) {
      if (--open == 0) return s + 1;
    } else if (*s == p[0]) {
      open++;
    }
  }
  return NULL;
}

// Whether a set that the byte before is not in begins here.
static bool is_frontier(copydesk_matcher *m, const char *s, const element *set) {
  char before = s == m->subject ? '\0' : s[-1];
  char here = s == m->subject_end ? '\0' : *s;
  return !is_matched(set, before) && is_matched(set, here);
}

static const char *match_back_reference(copydesk_matcher *m, const char *s, int index) {
  if (index < 0 || index >= m->count || m->captures[index].length == COPYDESK_OPEN)
    luaL_error(m->L, "invalid capture index %%%d", index + 1);
  ptrdiff_t length = m->captures[index].length;
  if (length < 0 || length > m->subject_end - s) return NULL;
  return memcmp(m->captures[index].start, s, (size_t)length) == 0 ? s + length : NULL;
}

static const char *open_capture(copydesk_matcher *m, const char *s, const char *p) {
  bool is_position = p < m->pattern_end && *p == ')';
  if (m->count == COPYDESK_CAPTURES) luaL_error(m->L, "too many captures");
  m->captures[m->count++] =
    (copydesk_capture){s, is_position ? COPYDESK_POSITION : COPYDESK_OPEN};
  const char *end = match(m, s, is_position ? p + 1 : p);
  if (!end) m->count--;
  return end;
}

static const char *close_capture(copydesk_matcher *m, const char *s, const char *p) {
  int index = m->count - 1;
  while (index >= 0 && m->captures[index].length != COPYDESK_OPEN) index--;
  if (index < 0) luaL_error(m->L, "invalid pattern capture");
  m->captures[index].length = s - m->captures[index].start;
  const char *end = match(m, s, p);
  if (!end) m->captures[index].length = COPYDESK_OPEN;
  return end;
}

// MARK: The whole

// What follows an element: nothing, one of the quantifiers, or another element.
static const char *match_elements(copydesk_matcher *m, const char *s, const char *p) {
  while (p < m->pattern_end) {
    switch (*p) {
      case '(': return open_capture(m, s, p + 1);
      case ')': return close_capture(m, s, p + 1);
      case '$':
        if (p + 1 == m->pattern_end) return s == m->subject_end ? s : NULL;
        break;
      case '%':
        if (p + 1 == m->pattern_end) break;
        if (p[1] == 'b') {
          if (!(s = match_balanced(m, s, p + 2))) return NULL;
          p += 4;
          continue;
        }
        if (p[1] == 'f') {
          if (p + 2 == m->pattern_end || p[2] != '[')
            luaL_error(m->L, "missing '[' after '%%f' in pattern");
          element set = element_at(m, p + 2);
          if (!is_frontier(m, s, &set)) return NULL;
          p = set.end;
          continue;
        }
        if (classes[(unsigned char)p[1]] & digit) {
          if (!(s = match_back_reference(m, s, p[1] - '1'))) return NULL;
          p += 2;
          continue;
        }
    }
    element e = element_at(m, p);
    bool here = s < m->subject_end && is_matched(&e, *s);
    switch (e.end < m->pattern_end ? *e.end : '\0') {
      case '*': return match_most(m, s, &e, 0);
      case '+': return match_most(m, s, &e, 1);
      case '-': return match_least(m, s, &e);
      case '?': {
        const char *end = here ? match(m, s + 1, e.end + 1) : NULL;
        if (end) return end;
        p = e.end + 1;
        continue;
      }
    }
    if (!here) return NULL;
    s++;
    p = e.end;
  }
  return s;
}

static const char *match(copydesk_matcher *m, const char *s, const char *p) {
  if (__builtin_expect(m->state->expired, 0)) copydesk_abort(m->L, copydesk_verdict_timeout);
  if (m->depth++ == DEEPEST) luaL_error(m->L, "pattern too complex");
  const char *end = match_elements(m, s, p);
  m->depth--;
  return end;
}

void copydesk_begin_matching(
  copydesk_matcher *m, lua_State *L, const char *subject, size_t subject_length,
  const char *pattern, size_t pattern_length
) {
  m->L = L;
  m->state = state_of(L);
  m->subject = subject;
  m->subject_end = subject + subject_length;
  m->pattern = pattern;
  m->pattern_end = pattern + pattern_length;
  m->depth = m->count = 0;
}

const char *copydesk_match_at(copydesk_matcher *m, const char *from) {
  m->depth = m->count = 0;
  return match(m, from, m->pattern);
}

// The byte that every match begins with, or -1.
static int first_byte(copydesk_matcher *m) {
  if (m->pattern == m->pattern_end || strchr(".[%()$", *m->pattern)) return -1;
  if (m->pattern + 1 < m->pattern_end && strchr("*?-", m->pattern[1])) return -1;
  return (unsigned char)*m->pattern;
}

const char *copydesk_match_behind(
  copydesk_matcher *m, const char *from, const char **match_end
) {
  int first = first_byte(m);
  for (; from <= m->subject_end; from++) {
    if (first >= 0) {
      from = memchr(from, first, (size_t)(m->subject_end - from));
      if (!from) return NULL;
    }
    *match_end = copydesk_match_at(m, from);
    if (*match_end) return from;
  }
  return NULL;
}

// MARK: Captures

void copydesk_push_capture(
  copydesk_matcher *m, int index, const char *match, const char *match_end
) {
  if (index >= m->count) {
    if (index > 0) luaL_error(m->L, "invalid capture index %%%d", index + 1);
    lua_pushlstring(m->L, match, (size_t)(match_end - match));
    return;
  }
  const copydesk_capture *capture = &m->captures[index];
  if (capture->length == COPYDESK_OPEN) luaL_error(m->L, "unfinished capture");
  if (capture->length == COPYDESK_POSITION)
    lua_pushinteger(m->L, capture->start - m->subject + 1);
  else
    lua_pushlstring(m->L, capture->start, (size_t)capture->length);
}

int copydesk_push_captures(
  copydesk_matcher *m, const char *match, const char *match_end, bool whole
) {
  int count = m->count == 0 && whole ? 1 : m->count;
  luaL_checkstack(m->L, count, "too many captures");
  for (int i = 0; i < count; i++) copydesk_push_capture(m, i, match, match_end);
  return count;
}
