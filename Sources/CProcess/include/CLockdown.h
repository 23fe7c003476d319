/// The layers by which a process gives up what it does not need, each for good. `Lockdown.swift` says in which order and why.
///
/// A layer is in force when its function returns 0; else it returns the `errno` that says why the kernel has it not.
#ifndef COPYDESK_LOCKDOWN_H
#define COPYDESK_LOCKDOWN_H

#include <stdint.h>

/// Closes all descriptors but the standard ones and one more; -1: but the standard ones.
int copydesk_close_others(int kept);

/// Has what goes to standard error go nowhere.
int copydesk_silence_errors(void);

typedef enum copydesk_resource {
  COPYDESK_MEMORY,
  COPYDESK_PROCESSOR,
  COPYDESK_FILE_SIZE,
  COPYDESK_DESCRIPTORS,
  COPYDESK_PROCESSES,
  COPYDESK_CORE,
} copydesk_resource;

/// Sets a limit of a resource, in bytes, seconds or pieces, where it is not lower already. That of the processor is soft, for it is
/// raised as the work goes on; the others cannot be raised again.
int copydesk_limit(copydesk_resource resource, uint64_t value);
/// The limit in force; UINT64_MAX where there is none.
uint64_t copydesk_limit_of(copydesk_resource resource);

/// Bytes of address space that the process has now; 0 where that cannot be told.
uint64_t copydesk_address_space(void);
/// Seconds of processor time that the process has used, rounded up.
uint64_t copydesk_processor_seconds(void);
/// Whether standard output is a regular file, which a limit of file sizes would keep from growing.
int copydesk_writes_a_file(void);

/// No program that is started from here has more rights than this process.
int copydesk_give_up_privileges(void);

/// Allows the system calls of a process that computes, reads files and writes to what is open. Attempts at the network, at other
/// programs and processes end the process; whatever else is not allowed fails with EPERM.
int copydesk_filter_system_calls(void);

/// The version of Landlock that the kernel has; 0 where it has none.
int copydesk_landlock_version(void);
/// Begins a set of rules under which nothing can be written, started, connected to or signalled; a descriptor, or -1 with errno.
/// `is_filtered` says that a filter of system calls lets no file be cut short already.
int copydesk_landlock_begin_changes(int is_filtered);
/// Begins a set of rules under which only what is added below can be read; a descriptor, or -1 with errno.
int copydesk_landlock_begin_reading(void);
/// Allows to read a file, or what lies below a folder. Fails with errno where there is neither.
int copydesk_landlock_allow(int rules, const char *path);
/// Puts the rules in force, and closes the descriptor.
int copydesk_landlock_end(int rules);

/// Tries something that a locked process must not be able to do.
/// - Returns: 0 where it succeeded, else errno; it may not return at all.
int copydesk_attempt(const char *what, const char *argument);

/// The version of libseccomp, `major * 10000 + minor * 100 + micro`.
int copydesk_seccomp_version(void);

#endif
