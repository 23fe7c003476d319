// Databases of SQLite that are read through a function: no file is opened, none is written, no lock is taken.

#ifndef COPYDESK_CSQLITE_H
#define COPYDESK_CSQLITE_H

#include <sqlite3.h>
#include <stdint.h>

/// Copies bytes from an offset on; says how many, fewer only at the end, or a negative number for a failure.
typedef int (*copydesk_database_read)(void *context, void *buffer, int count, int64_t offset);

/// Opens a database of so many bytes, confined: nothing but queries, no extensions, no trust in its schema. `row` is how large
/// a value may be. Whatever it returns, `*database` has to be closed.
int copydesk_database_open(
  copydesk_database_read read, void *context, int64_t size, int row, sqlite3 **database);

/// Gives the query the steps for one more row. Without, it ends with SQLITE_INTERRUPT.
void copydesk_database_wind(sqlite3 *database, int *steps);

#endif
