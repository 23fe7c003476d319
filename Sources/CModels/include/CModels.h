#ifndef COPYDESK_MODELS_H
#define COPYDESK_MODELS_H

#include <stddef.h>
#include <stdint.h>

/// The tagger of entities, as `train-entities` writes it; see `Sources/Training/Entities/README.md`. It lies in the program's
/// read-only data, aligned to 64 bytes: nothing is read before it is used.
const uint8_t *copydesk_entity_model(void);
size_t copydesk_entity_model_size(void);

#endif
