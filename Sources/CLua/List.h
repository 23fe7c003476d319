// Tables, and what behaves like one, as the functions of the table library work on them.

#ifndef COPYDESK_LIST_H
#define COPYDESK_LIST_H

#include "internal.h"

typedef struct {
  lua_State *L;
  copydesk_state *state;
  int index;
  bool raw;  // no metatable: no metamethods
} copydesk_list;

/// What a value that is no table must have in its metatable, a list that ends in null.
typedef const char *const *copydesk_needs;
extern const char *const copydesk_reading[], *const copydesk_writing[];

copydesk_list copydesk_list_at(lua_State *L, int index, copydesk_needs needs);

static inline lua_Integer copydesk_length(copydesk_list list) {
  return list.raw ? (lua_Integer)lua_rawlen(list.L, list.index) : luaL_len(list.L, list.index);
}

static inline int copydesk_get(copydesk_list list, lua_Integer position) {
  if (__builtin_expect(list.state->expired, 0))
    copydesk_abort(list.L, copydesk_verdict_timeout);
  return lua_geti(list.L, list.index, position);
}

static inline void copydesk_set(copydesk_list list, lua_Integer position) {
  lua_seti(list.L, list.index, position);
}

#endif
