#ifndef COPYDESK_CLUA_H
#define COPYDESK_CLUA_H
#include <lua.h>
#endif
