// `math.random`, drawn from a seed of the host's: xoshiro256** (Blackman and Vigna, 2018), as in Lua,
// with its state filled by splitmix64.

#include "internal.h"

static uint64_t rotate(uint64_t value, int by) { return (value << by) | (value >> (64 - by)); }

static uint64_t draw(uint64_t *state) {
  uint64_t result = rotate(state[1] * 5, 7) * 9, shifted = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotate(state[3], 45);
  return result;
}

void copydesk_seed_random(copydesk_state *state, int64_t first, int64_t second) {
  uint64_t mixed = (uint64_t)first ^ rotate((uint64_t)second, 32);
  for (int i = 0; i < 4; i++) {
    mixed += 0x9e3779b97f4a7c15;
    uint64_t z = mixed;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    state->random[i] = z ^ (z >> 31);
  }
}

// An even draw from 0 to `last`: numbers of as many bits are drawn until one is not beyond it.
static uint64_t draw_up_to(uint64_t *state, uint64_t last) {
  uint64_t mask = last ? UINT64_MAX >> __builtin_clzll(last) : 0, drawn;
  do drawn = draw(state) & mask;
  while (drawn > last);
  return drawn;
}

static int random_number(lua_State *L) {
  uint64_t *state = state_of(L)->random;
  lua_Integer low = 1, high;
  switch (lua_gettop(L)) {
    case 0:
      lua_pushnumber(L, (lua_Number)(draw(state) >> 11) * 0x1p-53);
      return 1;
    case 1:
      high = luaL_checkinteger(L, 1);
      if (high == 0) {
        lua_pushinteger(L, (lua_Integer)draw(state));
        return 1;
      }
      break;
    case 2:
      low = luaL_checkinteger(L, 1);
      high = luaL_checkinteger(L, 2);
      break;
    default: return luaL_error(L, "wrong number of arguments");
  }
  luaL_argcheck(L, low <= high, lua_gettop(L), "interval is empty");
  uint64_t drawn = draw_up_to(state, (uint64_t)high - (uint64_t)low);
  lua_pushinteger(L, (lua_Integer)(drawn + (uint64_t)low));
  return 1;
}

const luaL_Reg copydesk_random_functions[] = {{"random", random_number}, {NULL, NULL}};
