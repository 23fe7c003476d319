// Text under construction. Unlike Lua's own buffers, which fail at once where memory is short, these
// have the collector run first, so that a script's garbage never counts against it.

#ifndef COPYDESK_BUFFER_H
#define COPYDESK_BUFFER_H

#include "internal.h"

#include <string.h>

typedef struct {
  lua_State *L;
  int slot;  // on the stack: what keeps the bytes once they outgrow `first`
  size_t length, room;
  char *bytes;
  char first[512];
} copydesk_buffer;

/// Begins an empty text; takes one place on the stack, which stays taken.
void copydesk_begin_text(lua_State *L, copydesk_buffer *buffer);
/// The place for so many more bytes, which the caller fills and adds to the length.
char *copydesk_text_room(copydesk_buffer *buffer, size_t count);
/// Adds the string or number on top of the stack, and takes it off.
void copydesk_add_value(copydesk_buffer *buffer);
/// Pushes the text.
void copydesk_push_text(copydesk_buffer *buffer);

static inline void copydesk_add_bytes(copydesk_buffer *buffer, const char *bytes, size_t count) {
  memcpy(copydesk_text_room(buffer, count), bytes, count);
  buffer->length += count;
}

static inline void copydesk_add_string(copydesk_buffer *buffer, const char *string) {
  copydesk_add_bytes(buffer, string, strlen(string));
}

static inline void copydesk_add_byte(copydesk_buffer *buffer, char byte) {
  *copydesk_text_room(buffer, 1) = byte;
  buffer->length++;
}

#endif
