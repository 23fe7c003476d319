#include "CSQLite.h"

#include <string.h>

typedef struct {
  sqlite3_file base;
  copydesk_database_read read;
  void *context;
  int64_t size;
} database_file;

// What the database that this thread opens next is read by; SQLite asks for it before the opening returns.
static _Thread_local database_file next;

static int file_close(sqlite3_file *file) {
  (void)file;
  return SQLITE_OK;
}

static int file_read(sqlite3_file *base, void *buffer, int count, sqlite3_int64 offset) {
  database_file *file = (database_file *)base;
  int got = file->read(file->context, buffer, count, offset);
  if (got < 0) return SQLITE_IOERR_READ;
  if (got == count) return SQLITE_OK;
  memset((char *)buffer + got, 0, (size_t)(count - got));
  return SQLITE_IOERR_SHORT_READ;
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  (void)file, (void)bytes, (void)count, (void)offset;
  return SQLITE_READONLY;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  (void)file, (void)size;
  return SQLITE_READONLY;
}

static int file_nothing(sqlite3_file *file, int flags) {
  (void)file, (void)flags;
  return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  *size = ((database_file *)file)->size;
  return SQLITE_OK;
}

static int file_reserved(sqlite3_file *file, int *result) {
  (void)file;
  *result = 0;
  return SQLITE_OK;
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
  (void)file, (void)operation, (void)argument;
  return SQLITE_NOTFOUND;
}

static int file_sector(sqlite3_file *file) {
  (void)file;
  return 0;
}

static int file_characteristics(sqlite3_file *file) {
  (void)file;
  return SQLITE_IOCAP_IMMUTABLE;
}

static const sqlite3_io_methods file_methods = {
  .iVersion = 1,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_nothing,
  .xFileSize = file_size,
  .xLock = file_nothing,
  .xUnlock = file_nothing,
  .xCheckReservedLock = file_reserved,
  .xFileControl = file_control,
  .xSectorSize = file_sector,
  .xDeviceCharacteristics = file_characteristics,
};

static int system_open(
  sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags) {
  (void)vfs, (void)name;
  file->pMethods = NULL;
  if (!(flags & SQLITE_OPEN_MAIN_DB) || next.read == NULL) return SQLITE_CANTOPEN;
  *(database_file *)file = next;
  file->pMethods = &file_methods;
  next.read = NULL;
  if (outFlags != NULL) *outFlags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
  return SQLITE_OK;
}

static int system_delete(sqlite3_vfs *vfs, const char *name, int sync) {
  (void)vfs, (void)name, (void)sync;
  return SQLITE_IOERR_DELETE;
}

static int system_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
  (void)vfs, (void)name, (void)flags;
  *result = 0;
  return SQLITE_OK;
}

static int system_path(sqlite3_vfs *vfs, const char *name, int count, char *path) {
  (void)vfs;
  sqlite3_snprintf(count, path, "%s", name);
  return SQLITE_OK;
}

static int system_randomness(sqlite3_vfs *vfs, int count, char *bytes) {
  (void)vfs;
  memset(bytes, 0, (size_t)count);
  return count;
}

static int system_sleep(sqlite3_vfs *vfs, int microseconds) {
  (void)vfs;
  return microseconds;
}

// No clock: what a view computes is the same today and tomorrow.
static int system_time(sqlite3_vfs *vfs, double *day) {
  (void)vfs;
  *day = 0;
  return SQLITE_OK;
}

static sqlite3_vfs file_system = {
  .iVersion = 1,
  .szOsFile = sizeof(database_file),
  .mxPathname = 512,
  .zName = "copydesk",
  .xOpen = system_open,
  .xDelete = system_delete,
  .xAccess = system_access,
  .xFullPathname = system_path,
  .xRandomness = system_randomness,
  .xSleep = system_sleep,
  .xCurrentTime = system_time,
};

static int allow(
  void *unused, int action, const char *a, const char *b, const char *c, const char *d) {
  (void)unused, (void)a, (void)b, (void)c, (void)d;
  switch (action) {
  case SQLITE_SELECT:
  case SQLITE_READ:
  case SQLITE_FUNCTION:
  case SQLITE_RECURSIVE: return SQLITE_OK;
  default: return SQLITE_DENY;
  }
}

static void confine(sqlite3 *database, int row) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, row);
  sqlite3_limit(database, SQLITE_LIMIT_SQL_LENGTH, 100000);
  sqlite3_limit(database, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit(database, SQLITE_LIMIT_VDBE_OP, 100000);
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(database, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100);
  sqlite3_limit(database, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_exec(
    database, "PRAGMA cell_size_check=1; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4096;", NULL,
    NULL, NULL);
  sqlite3_set_authorizer(database, allow, NULL);
}

int copydesk_database_open(
  copydesk_database_read read, void *context, int64_t size, int row, sqlite3 **database) {
  sqlite3_vfs_register(&file_system, 0);
  sqlite3_hard_heap_limit64(256 << 20);
  next = (database_file){.read = read, .context = context, .size = size};
  int status = sqlite3_open_v2(
    "database", database, SQLITE_OPEN_READONLY | SQLITE_OPEN_PRIVATECACHE, file_system.zName);
  if (status == SQLITE_OK) confine(*database, row);
  return status;
}

// Steps between two looks at what is left.
#define TURN 1000

static int is_spent(void *steps) {
  *(int *)steps -= TURN;
  return *(int *)steps < 0;
}

void copydesk_database_wind(sqlite3 *database, int *steps) {
  *steps = 20000000;
  sqlite3_progress_handler(database, TURN, is_spent, steps);
}
