// Walks over tables. Lua's own order follows addresses and a seed that differs from run to run, so
// here keys come sorted: integers, other numbers, strings by their bytes, false, true, then the
// host's objects by what they hold. Keys of other types have no order but their address, so that
// a table may have one of them at most.

#ifndef COPYDESK_KEYS_H
#define COPYDESK_KEYS_H

#include "Sort.h"
#include "internal.h"

typedef enum {
  class_integer, class_number, class_string, class_boolean, class_object, class_other
} copydesk_key_class;

typedef struct {
  copydesk_key_class class;
  union {
    int64_t integer;
    double number;
    copydesk_text text;
    const copydesk_handle *object;
  };
} copydesk_key;

copydesk_key copydesk_key_at(lua_State *L, int index);
int copydesk_compare_keys(const copydesk_key *a, const copydesk_key *b);
/// Sorts the positions of keys, for which there is room twice.
void copydesk_sort_keys(copydesk_key *keys, uint32_t *order, uint32_t count);

/// Counts the entries, and says whether their keys are 1 to the count and come in that order.
bool copydesk_is_sequence(lua_State *L, int table, uint32_t *count);
/// Pushes a list of the table's keys and the positions in it that sort them; where it is strict,
/// several keys without an order are an error.
const uint32_t *copydesk_push_order(lua_State *L, int table, uint32_t count, bool strict);
/// Raises the error that keys of the type of a value have no order.
int copydesk_refuse_order(lua_State *L, int index);
/// Leaves at index 1 the table that is really walked; says whether it is an object of the host's.
bool copydesk_take_walked(lua_State *L, const char *function);

#endif
