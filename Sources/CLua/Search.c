// `string.find`, `match`, `gmatch` and `gsub`.

#define _GNU_SOURCE
#include "Buffer.h"
#include "Patterns.h"

#include <string.h>

// A position as scripts write it, from 1 or from the end, as an offset from 0.
static size_t offset_at(lua_State *L, int index, size_t length) {
  lua_Integer position = luaL_optinteger(L, index, 1);
  if (position > 0) return (size_t)position - 1;
  if (position == 0 || position < -(lua_Integer)length) return 0;
  return length + (size_t)position;
}

// MARK: find and match

static bool is_plain(const char *pattern, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (pattern[i] != '\0' && strchr("^$*+?.([%-", pattern[i])) return false;
  return true;
}

static int push_range(lua_State *L, const char *subject, const char *match, const char *end) {
  lua_pushinteger(L, match - subject + 1);
  lua_pushinteger(L, end - subject);
  return 2;
}

static int search(lua_State *L, bool find) {
  size_t length, pattern_length;
  const char *subject = luaL_checklstring(L, 1, &length);
  const char *pattern = luaL_checklstring(L, 2, &pattern_length);
  size_t offset = offset_at(L, 3, length);
  const char *match = NULL, *end = NULL;
  if (offset <= length && find && (lua_toboolean(L, 4) || is_plain(pattern, pattern_length))) {
    match = memmem(subject + offset, length - offset, pattern, pattern_length);
    if (match) return push_range(L, subject, match, match + pattern_length);
  } else if (offset <= length) {
    bool anchored = pattern_length > 0 && *pattern == '^';
    copydesk_matcher m;
    copydesk_begin_matching(
      &m, L, subject, length, pattern + anchored, pattern_length - anchored);
    if (!anchored) match = copydesk_match_behind(&m, subject + offset, &end);
    else if ((end = copydesk_match_at(&m, subject + offset))) match = subject + offset;
    if (match && find)
      return push_range(L, subject, match, end) + copydesk_push_captures(&m, match, end, false);
    if (match) return copydesk_push_captures(&m, match, end, true);
  }
  lua_pushnil(L);
  return 1;
}

static int find_text(lua_State *L) { return search(L, true); }
static int match_text(lua_State *L) { return search(L, false); }

// MARK: gmatch

typedef struct {
  size_t offset;
  const char *last_end;  // of the match before, which an empty one must not touch
} walk;

// The next match from the offset on that does not end where the one before did.
static const char *next_match(copydesk_matcher *m, walk *walk, const char **end) {
  const char *from = m->subject + walk->offset;
  while (from <= m->subject_end) {
    const char *match = copydesk_match_behind(m, from, end);
    if (!match || *end != walk->last_end) return match;
    from = match + 1;
  }
  return NULL;
}

// Upvalues: the subject, the pattern, the walk.
static int step(lua_State *L) {
  size_t length, pattern_length;
  const char *subject = lua_tolstring(L, lua_upvalueindex(1), &length);
  const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &pattern_length);
  walk *walk = lua_touserdata(L, lua_upvalueindex(3));
  if (walk->offset > length) return 0;
  copydesk_matcher m;
  copydesk_begin_matching(&m, L, subject, length, pattern, pattern_length);
  const char *end, *match = next_match(&m, walk, &end);
  if (!match) {
    walk->offset = length + 1;
    return 0;
  }
  walk->offset = (size_t)(end - subject);
  walk->last_end = end;
  return copydesk_push_captures(&m, match, end, true);
}

static int match_all(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  luaL_checkstring(L, 2);
  size_t offset = offset_at(L, 3, length);
  lua_settop(L, 2);
  walk *walk = lua_newuserdatauv(L, sizeof *walk, 0);
  walk->offset = offset;
  walk->last_end = NULL;
  lua_pushcclosure(L, step, 3);
  return 1;
}

// MARK: gsub

// Adds the replacement text at index 3, with its `%` read.
static void add_text(
  copydesk_matcher *m, copydesk_buffer *out, const char *match, const char *match_end
) {
  size_t length;
  const char *text = lua_tolstring(m->L, 3, &length), *end = text + length, *sign;
  while ((sign = memchr(text, '%', (size_t)(end - text)))) {
    copydesk_add_bytes(out, text, (size_t)(sign - text));
    char escaped = sign + 1 < end ? sign[1] : '\0';
    if (escaped == '%') {
      copydesk_add_byte(out, '%');
    } else if (escaped == '0') {
      copydesk_add_bytes(out, match, (size_t)(match_end - match));
    } else if (escaped >= '1' && escaped <= '9') {
      copydesk_push_capture(m, escaped - '1', match, match_end);
      copydesk_add_value(out);
    } else {
      luaL_error(m->L, "invalid use of '%%' in replacement string");
    }
    text = sign + 2;
  }
  copydesk_add_bytes(out, text, (size_t)(end - text));
}

// Adds what stands for a match; says whether that is another text.
static bool add_replacement(
  copydesk_matcher *m, copydesk_buffer *out, const char *match, const char *match_end, int type
) {
  lua_State *L = m->L;
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    lua_call(L, copydesk_push_captures(m, match, match_end, true), 1);
  } else if (type == LUA_TTABLE) {
    copydesk_push_capture(m, 0, match, match_end);
    lua_gettable(L, 3);
  } else {
    add_text(m, out, match, match_end);
    return true;
  }
  if (lua_toboolean(L, -1)) {
    if (!lua_isstring(L, -1))
      luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    copydesk_add_value(out);
    return true;
  }
  lua_pop(L, 1);
  copydesk_add_bytes(out, match, (size_t)(match_end - match));
  return false;
}

static int replacement_type(lua_State *L) {
  int type = lua_type(L, 3);
  luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION ||
    type == LUA_TTABLE, 3, "string/function/table");
  return type;
}

static int replace(lua_State *L) {
  size_t length, pattern_length;
  const char *subject = luaL_checklstring(L, 1, &length), *last_end = NULL;
  const char *pattern = luaL_checklstring(L, 2, &pattern_length);
  int type = replacement_type(L);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1), count = 0;
  bool anchored = pattern_length > 0 && *pattern == '^', changed = false;
  copydesk_matcher m;
  copydesk_begin_matching(&m, L, subject, length, pattern + anchored, pattern_length - anchored);
  copydesk_buffer out;
  copydesk_begin_text(L, &out);
  const char *from = subject;
  while (count < most) {
    const char *end, *match = from;
    if (anchored) end = copydesk_match_at(&m, from);
    else if (!(match = copydesk_match_behind(&m, from, &end))) break;
    if (!end) break;
    if (end == last_end) {
      // An empty match that touches the one before, or one that would end with it: go on behind.
      if (match >= m.subject_end) break;
      copydesk_add_bytes(&out, from, (size_t)(match + 1 - from));
      from = match + 1;
    } else {
      copydesk_add_bytes(&out, from, (size_t)(match - from));
      count++;
      changed |= add_replacement(&m, &out, match, end, type);
      from = last_end = end;
    }
    if (anchored) break;
  }
  if (changed) {
    copydesk_add_bytes(&out, from, (size_t)(m.subject_end - from));
    copydesk_push_text(&out);
  } else {
    lua_pushvalue(L, 1);
  }
  lua_pushinteger(L, count);
  return 2;
}

const luaL_Reg copydesk_search_functions[] = {
  {"find", find_text},
  {"gmatch", match_all},
  {"gsub", replace},
  {"match", match_text},
  {NULL, NULL}};
