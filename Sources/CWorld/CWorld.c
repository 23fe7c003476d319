#include "CWorld.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t world_outline[] = {
#embed "World.txt"
};

const uint8_t *copydesk_world_outline(void) { return world_outline; }

size_t copydesk_world_outline_size(void) { return sizeof world_outline; }
