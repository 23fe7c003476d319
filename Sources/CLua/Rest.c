#include "internal.h"
const luaL_Reg copydesk_coroutine_functions[] = {{NULL, NULL}};
const luaL_Reg copydesk_order_functions[] = {{NULL, NULL}};
const luaL_Reg copydesk_os_functions[] = {{NULL, NULL}};
const luaL_Reg copydesk_string_functions[] = {{NULL, NULL}};
const luaL_Reg copydesk_table_functions[] = {{NULL, NULL}};
void copydesk_seed_random(copydesk_state *state, int64_t first, int64_t second) { (void)state; (void)first; (void)second; }
void copydesk_push_each(copydesk_state *state) { lua_pushnil(state->running); }
