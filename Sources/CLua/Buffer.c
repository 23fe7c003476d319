// Text under construction.

#include "Buffer.h"

void copydesk_begin_text(lua_State *L, copydesk_buffer *buffer) {
  luaL_checkstack(L, 3, NULL);
  lua_pushnil(L);
  buffer->L = L;
  buffer->slot = lua_gettop(L);
  buffer->length = 0;
  buffer->room = sizeof buffer->first;
  buffer->bytes = buffer->first;
}

static void grow(copydesk_buffer *buffer, size_t needed) {
  size_t room = buffer->room * 2;
  if (room < needed) room = needed;
  char *bytes = lua_newuserdatauv(buffer->L, room, 0);
  memcpy(bytes, buffer->bytes, buffer->length);
  lua_replace(buffer->L, buffer->slot);
  buffer->bytes = bytes;
  buffer->room = room;
}

char *copydesk_text_room(copydesk_buffer *buffer, size_t count) {
  if (__builtin_expect(count > buffer->room - buffer->length, 0)) {
    if (count > (size_t)PTRDIFF_MAX - buffer->length)
      luaL_error(buffer->L, "resulting string too large");
    grow(buffer, buffer->length + count);
  }
  return buffer->bytes + buffer->length;
}

void copydesk_add_value(copydesk_buffer *buffer) {
  size_t length;
  const char *bytes = lua_tolstring(buffer->L, -1, &length);
  char *room = copydesk_text_room(buffer, length);
  memcpy(room, bytes, length);
  buffer->length += length;
  lua_pop(buffer->L, 1);
}

void copydesk_push_text(copydesk_buffer *buffer) {
  lua_pushlstring(buffer->L, buffer->bytes, buffer->length);
}
