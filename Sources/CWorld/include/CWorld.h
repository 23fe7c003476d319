#ifndef COPYDESK_WORLD_H
#define COPYDESK_WORLD_H

#include <stddef.h>
#include <stdint.h>

/// The coasts and borders of the world, as `.ci/world-outline` writes them. They lie in the program's read-only data: nothing is
/// read before a map is drawn.
const uint8_t *copydesk_world_outline(void);
size_t copydesk_world_outline_size(void);

#endif
