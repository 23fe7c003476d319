// Columns: tables of lists of equal length, which the host fills and reads without a call for each value.

#include "internal.h"

#include <string.h>

static const copydesk_column *find(
  const copydesk_column *columns, size_t known, const char *name, size_t length
) {
  for (size_t i = 0; i < known; i++)
    if (strlen(columns[i].name) == length && memcmp(columns[i].name, name, length) == 0)
      return &columns[i];
  return NULL;
}

// Fills the list on top of the stack.
static void fill(
  lua_State *L, const copydesk_column *column, const char *rows, size_t stride, size_t count
) {
  const char *next = rows + column->offset;
  for (size_t row = 1; row <= count; row++, next += stride) {
    switch (column->type) {
      case copydesk_column_boolean: lua_pushboolean(L, *(const unsigned char *)next); break;
      case copydesk_column_integer: {
        uint32_t value;
        memcpy(&value, next, sizeof value);
        lua_pushinteger(L, (lua_Integer)value + column->add);
        break;
      }
      case copydesk_column_number: {
        double value;
        memcpy(&value, next, sizeof value);
        lua_pushnumber(L, value);
        break;
      }
      case copydesk_column_text: {
        copydesk_column_bytes value;
        memcpy(&value, next, sizeof value);
        lua_pushlstring(L, value.start, value.count);
        break;
      }
    }
    lua_rawseti(L, -2, (lua_Integer)row);
  }
}

// Of the table only lists in it are changed, never the table itself, so that the walk stays sound.
bool copydesk_fill_columns(
  lua_State *L, int table, const copydesk_column *columns, size_t known, const void *rows,
  size_t stride, size_t count
) {
  lua_pushnil(L);
  while (lua_next(L, table)) {
    size_t length = 0;
    const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tolstring(L, -2, &length) : NULL;
    const copydesk_column *column = name ? find(columns, known, name, length) : NULL;
    if (!column || lua_type(L, -1) != LUA_TTABLE || lua_rawequal(L, -1, table)) return false;
    fill(L, column, rows, stride, count);
    lua_pop(L, 1);
  }
  return true;
}

void copydesk_read_elements(lua_State *L, int list, size_t count, copydesk_element *elements) {
  for (size_t row = 0; row < count; row++) {
    copydesk_element *element = &elements[row];
    switch (lua_rawgeti(L, list, (lua_Integer)row + 1)) {
      case LUA_TNIL: element->type = copydesk_element_nil; break;
      case LUA_TBOOLEAN:
        element->type = copydesk_element_boolean;
        element->value.integer = lua_toboolean(L, -1);
        break;
      case LUA_TNUMBER:
        if (lua_isinteger(L, -1)) {
          element->type = copydesk_element_integer;
          element->value.integer = lua_tointeger(L, -1);
        } else {
          element->type = copydesk_element_number;
          element->value.number = lua_tonumber(L, -1);
        }
        break;
      default: element->type = copydesk_element_other;
    }
    lua_pop(L, 1);
  }
}
