#include "CModels.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const uint8_t entity_model[] = {
#embed "Entities.model"
};

const uint8_t *copydesk_entity_model(void) { return entity_model; }

size_t copydesk_entity_model_size(void) { return sizeof entity_model; }
