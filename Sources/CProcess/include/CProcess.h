/// What the supervision of workers needs of Linux and Swift cannot call: variadic system calls,
/// signal handlers, and memory shared between processes.
#ifndef COPYDESK_PROCESS_H
#define COPYDESK_PROCESS_H

#include <stdint.h>
#include <sys/types.h>

#include "CLockdown.h"

/// Nanoseconds of the monotonic clock, which no change of the date moves.
int64_t copydesk_monotonic(void);

/// Has freed memory kept for the next article, some megabytes of it, where the C library would return it to the kernel and ask for
/// it again a hundred times a second.
void copydesk_keep_memory(void);

/// How many processors this process may use: a container or `taskset` may allow fewer than there are.
int copydesk_processors(void);

/// Has the kernel kill this process when its parent dies; -1 if the parent is dead already.
int copydesk_end_with_parent(pid_t parent);

/// An anonymous file in memory, closed on exec; -1 with errno.
int copydesk_memory_file(const char *name, int64_t size);

/// Locks a file for this process, for as long as the descriptor is open; -1 if another holds it.
int copydesk_lock_file(int descriptor);

/// Writes the identifier that the linker gave this program, in hexadecimal; returns its length, 0 if it has none.
int copydesk_build_id(uint8_t *digits, int size);

/// A pipe whose ends, to read from and to write to, are closed on exec; -1 with errno.
int copydesk_pipe(int ends[2]);

/// A temporary file that has no name, closed on exec; -1 with errno.
int copydesk_nameless_file(const char *folder);

/// Whether a file with this `st_dev` lies on a device, not in a file system without one, such as `/proc`.
int copydesk_is_block_device(uint64_t device);

/// Whether a file lies in /proc or /sys: such files have no size and may hold secrets.
int copydesk_is_made_up(int descriptor);
int copydesk_path_is_made_up(const char *path);

/// Removes a folder with all that it holds, following no link.
void copydesk_remove_tree(const char *path);

/// What a worker is doing, in a page that it shares with its supervisor.
typedef struct copydesk_activity {
  /// Odd while the rest changes.
  uint64_t version;
  int64_t started;
  int64_t item;
  int64_t outcome;
  int64_t plugin;
} copydesk_activity;

/// Maps the page behind a descriptor; NULL with errno.
copydesk_activity *copydesk_activity_map(int descriptor);
void copydesk_activity_unmap(copydesk_activity *page);
/// Notes what begins now.
void copydesk_activity_enter(
  copydesk_activity *page, int64_t item, int64_t outcome, int64_t plugin);
/// Takes a copy that is whole; 0 if the writer died, or is, in the middle of a change.
int copydesk_activity_read(const copydesk_activity *page, copydesk_activity *copy);

/// Catches SIGINT and SIGTERM, unless they were ignored: the first is noted and a byte written to `wakeup`,
/// the second ends the process at once. Ignores SIGPIPE and SIGXFSZ. Where they are caught already, what was noted stays so,
/// and the newest is woken.
void copydesk_catch_stop_signals(int wakeup);
/// The last who lets go restores what was before the first.
void copydesk_release_stop_signals(int wakeup);
/// The first signal caught; 0 if none was.
int copydesk_stop_signal(void);
/// Whether SIGUSR1, which is caught together with them, has come since this was asked last.
int copydesk_was_asked(void);

#endif
