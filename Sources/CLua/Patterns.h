// Lua's patterns, matched by a matcher of our own, so that a runaway pattern ends with the time limit:
// no hook fires inside of Lua's.

#ifndef COPYDESK_PATTERNS_H
#define COPYDESK_PATTERNS_H

#include "internal.h"

#define COPYDESK_CAPTURES 32

typedef struct {
  const char *start;
  ptrdiff_t length;  // or one of the two below
} copydesk_capture;

#define COPYDESK_OPEN (-1)
#define COPYDESK_POSITION (-2)

typedef struct {
  lua_State *L;
  copydesk_state *state;
  const char *subject, *subject_end;
  const char *pattern, *pattern_end;
  int depth;
  int count;  // of captures, so far
  copydesk_capture captures[COPYDESK_CAPTURES];
} copydesk_matcher;

void copydesk_begin_matching(
  copydesk_matcher *matcher, lua_State *L, const char *subject, size_t subject_length,
  const char *pattern, size_t pattern_length);
/// The end of a match of the pattern that begins at `from`, or null.
const char *copydesk_match_at(copydesk_matcher *matcher, const char *from);
/// The start of the first match at or behind `from`, and its end; null where there is none.
const char *copydesk_match_behind(
  copydesk_matcher *matcher, const char *from, const char **match_end);

/// Pushes a capture: text, or a position. Where there are none, the first is the whole match.
void copydesk_push_capture(
  copydesk_matcher *matcher, int index, const char *match, const char *match_end);
/// Pushes all captures and says how many; `whole` asks for the match itself where there are none.
int copydesk_push_captures(
  copydesk_matcher *matcher, const char *match, const char *match_end, bool whole);

#endif
