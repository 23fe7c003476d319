// Objects of the host's: small blocks of integers behind metatables that scripts cannot see.

#include "internal.h"

#include <stdio.h>
#include <string.h>

const copydesk_handle *copydesk_to_handle(lua_State *L, int index) {
  // Scripts have no other way to userdata than our kinds.
  return lua_type(L, index) == LUA_TUSERDATA ? lua_touserdata(L, index) : NULL;
}

const char *copydesk_kind_name(lua_State *L, int index) {
  const copydesk_handle *handle = copydesk_to_handle(L, index);
  return handle ? state_of(L)->kinds[handle->kind].name : NULL;
}

bool copydesk_is_stale(lua_State *L, uint32_t generation) {
  return generation != 0 && generation != state_of(L)->generation;
}

void copydesk_set_generation(copydesk_state *state, uint32_t generation) {
  state->generation = generation;
}

void copydesk_push_handle(lua_State *L, const copydesk_handle *handle) {
  copydesk_handle *copy = lua_newuserdatauv(L, sizeof *handle, 0);
  *copy = *handle;
  lua_rawgeti(L, LUA_REGISTRYINDEX, state_of(L)->kinds[handle->kind].metatable);
  lua_setmetatable(L, -2);
}

void copydesk_refuse_stale(lua_State *L, const copydesk_handle *object) {
  if (copydesk_is_stale(L, object->generation))
    luaL_error(L, "this %s is from an earlier article", state_of(L)->kinds[object->kind].name);
}

// MARK: Metamethods. The first argument is always our own: scripts cannot reach them to call them.

// What marks the address of a getter whose value is settled, and that of a getter of words: no address of either is odd, nor twice
// an odd number.
#define SETTLED 1
#define WORD 2

// Gives a settled value, which is kept in a table by its getter from the first time in a generation on.
static int answer_settled(lua_State *L, copydesk_kind *kind, void *body) {
  uint32_t generation = state_of(L)->generation;
  if (kind->settled == 0) {
    lua_newtable(L);
    kind->settled = luaL_ref(L, LUA_REGISTRYINDEX);
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, kind->settled);
  if (kind->settled_generation != generation) {
    lua_pushnil(L);
    while (lua_next(L, 2)) {
      lua_pop(L, 1);
      lua_pushvalue(L, -1);
      lua_pushnil(L);
      lua_rawset(L, 2);
    }
    kind->settled_generation = generation;
  }
  if (lua_rawgetp(L, 2, body) != LUA_TNIL) return 1;
  lua_settop(L, 1);
  int count = copydesk_run_body(L, body);
  if (count != 1) return count;
  lua_rawgeti(L, LUA_REGISTRYINDEX, kind->settled);
  lua_pushvalue(L, -2);
  lua_rawsetp(L, -2, body);
  lua_pop(L, 1);
  return 1;
}

static int answer(
  lua_State *L, copydesk_kind *kind, const copydesk_handle *object, void *code
) {
  uintptr_t number = (uintptr_t)code;
  if (number < 4) {
    lua_pushinteger(L, object->values[number]);
    return 1;
  }
  if (number == COPYDESK_SPAN_TEXT) return copydesk_push_span_text(L, object);
  if (number == COPYDESK_SPAN_INDEX) {
    lua_pushinteger(L, (lua_Integer)(uint32_t)object->values[3] + 1);
    return 1;
  }
  if (number & WORD)
    return copydesk_push_span_word(L, object, (const void *)(number & ~(uintptr_t)WORD));
  if (number & SETTLED) return answer_settled(L, kind, (void *)(number & ~(uintptr_t)SETTLED));
  return copydesk_run_body(L, code);
}

// The place in the cache for a name: by its address, of which the lowest bits are always the same.
static copydesk_found_field *place_for(copydesk_kind *kind, const char *name) {
  uintptr_t address = (uintptr_t)name;
  return &kind->found[(address >> 4 ^ address >> 8) % COPYDESK_FOUND_FIELDS];
}

// Upvalue 1: name to method, or to a light pointer that is an own integer's number or a getter.
static int index_object(lua_State *L) {
  const copydesk_handle *object = lua_touserdata(L, 1);
  copydesk_state *state = state_of(L);
  copydesk_kind *kind = &state->kinds[object->kind];
  copydesk_refuse_stale(L, object);
  int type = lua_type(L, 2);
  if (type == LUA_TNUMBER) {
    if (kind->is_sequence) {
      copydesk_push_item(L, object, lua_tointeger(L, 2));
      return 1;
    }
    if (kind->element) return copydesk_run_body(L, kind->element);
  }
  const char *name = type == LUA_TSTRING ? lua_tostring(L, 2) : NULL;
  copydesk_found_field *found = place_for(kind, name);
  if (name && found->name == name) {
    lua_settop(L, 1);
    return answer(L, kind, object, found->code);
  }
  lua_pushvalue(L, 2);
  switch (lua_rawget(L, lua_upvalueindex(1))) {
    case LUA_TFUNCTION: return 1;
    case LUA_TLIGHTUSERDATA: {
      void *code = lua_touserdata(L, -1);
      if (lua_rawlen(L, 2) <= COPYDESK_SHORT_NAME) *found = (copydesk_found_field){name, code};
      lua_settop(L, 1);
      return answer(L, kind, object, code);
    }
    default:
      if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "%s %s has no field of type %s", copydesk_article(kind->name), kind->name,
          luaL_typename(L, 2));
      return copydesk_undefined(L, kind->name, lua_upvalueindex(1), lua_tostring(L, 2));
  }
}

static int refuse_change(lua_State *L) {
  const copydesk_handle *object = lua_touserdata(L, 1);
  return luaL_error(L, "this %s cannot be changed", state_of(L)->kinds[object->kind].name);
}

static int object_length(lua_State *L) {
  const copydesk_handle *object = lua_touserdata(L, 1);
  copydesk_state *state = state_of(L);
  const copydesk_kind *kind = &state->kinds[object->kind];
  copydesk_refuse_stale(L, object);
  lua_settop(L, 1);
  if (kind->length) return copydesk_run_body(L, kind->length);
  lua_pushinteger(L, object->values[kind->length_value]);
  return 1;
}

static int call_object(lua_State *L) {
  const copydesk_handle *object = lua_touserdata(L, 1);
  copydesk_refuse_stale(L, object);
  return copydesk_run_body(L, state_of(L)->kinds[object->kind].call);
}

static int equal_objects(lua_State *L) {
  const copydesk_handle *left = copydesk_to_handle(L, 1), *right = copydesk_to_handle(L, 2);
  lua_pushboolean(L, left && right && memcmp(left, right, sizeof *left) == 0);
  return 1;
}

static int name_object(lua_State *L) {
  const copydesk_handle *object = lua_touserdata(L, 1);
  lua_pushstring(L, state_of(L)->kinds[object->kind].name);
  return 1;
}

// MARK: Definition. Between begin and end the metatable and the table of fields are on the stack.

uint32_t copydesk_begin_kind(copydesk_state *state, const char *name) {
  lua_State *L = state->running;
  if (state->kind_count == COPYDESK_KINDS) __builtin_trap();
  uint32_t number = state->kind_count++;
  snprintf(state->kinds[number].name, sizeof state->kinds[number].name, "%s", name);
  lua_checkstack(L, 10);
  lua_createtable(L, 0, 10);
  lua_newtable(L);
  return number;
}

void copydesk_add_value_field(copydesk_state *state, const char *name, int value) {
  lua_pushlightuserdata(state->running, (void *)(uintptr_t)value);
  lua_setfield(state->running, -2, name);
}

void copydesk_add_getter(copydesk_state *state, const char *name, void *body) {
  lua_pushlightuserdata(state->running, body);
  lua_setfield(state->running, -2, name);
}

void copydesk_add_settled_getter(copydesk_state *state, const char *name, void *body) {
  copydesk_add_getter(state, name, (void *)((uintptr_t)body | SETTLED));
}

void copydesk_add_word_getter(
  copydesk_state *state, const char *name, uint32_t column, void *body
) {
  lua_State *L = state->running;
  if (state->word_getter_count == COPYDESK_WORD_GETTERS) __builtin_trap();
  copydesk_word_getter *getter = &state->word_getters[state->word_getter_count++];
  *getter = (copydesk_word_getter){
    .column = column, .words = luaL_ref(L, LUA_REGISTRYINDEX), .body = body};
  copydesk_add_getter(state, name, (void *)((uintptr_t)getter | WORD));
}

void copydesk_add_method(copydesk_state *state, const char *name, void *body) {
  copydesk_push_function(state->running, body);
  lua_setfield(state->running, -2, name);
}

void copydesk_end_kind(
  copydesk_state *state, void *element, void *length, int length_value, void *call
) {
  lua_State *L = state->running;
  copydesk_kind *kind = &state->kinds[state->kind_count - 1];
  kind->element = element;
  kind->length = length;
  kind->length_value = length_value;
  kind->call = call;
  kind->is_sequence = false;
  lua_pushcclosure(L, index_object, 1);
  lua_setfield(L, -2, "__index");
  const luaL_Reg metamethods[] = {
    {"__newindex", refuse_change},
    {"__eq", equal_objects},
    {"__tostring", name_object},
    {length || length_value >= 0 ? "__len" : NULL, object_length},
    {NULL, NULL}};
  luaL_setfuncs(L, metamethods, 0);
  if (call) {
    lua_pushcfunction(L, call_object);
    lua_setfield(L, -2, "__call");
  }
  lua_pushstring(L, kind->name);
  lua_setfield(L, -2, "__name");
  lua_pushliteral(L, "locked");
  lua_setfield(L, -2, "__metatable");
  kind->metatable = luaL_ref(L, LUA_REGISTRYINDEX);
}

void copydesk_make_sequence(copydesk_state *state) {
  state->kinds[state->kind_count - 1].is_sequence = true;
}
