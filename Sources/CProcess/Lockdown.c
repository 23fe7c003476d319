#define _GNU_SOURCE
#include "CLockdown.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <netinet/in.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int outcome(long result) { return result < 0 ? errno : 0; }

// MARK: Descriptors

int copydesk_close_others(int kept) {
  if (kept < 3) return outcome(close_range(3, ~0U, 0));
  if (kept > 3 && close_range(3, (unsigned)kept - 1, 0) != 0) return errno;
  return outcome(close_range((unsigned)kept + 1, ~0U, 0));
}

int copydesk_silence_errors(void) {
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0) return errno;
  int result = dup2(nowhere, 2);
  close(nowhere);
  return outcome(result);
}

// MARK: Limits

static int number_of(copydesk_resource resource) {
  switch (resource) {
  case COPYDESK_MEMORY: return RLIMIT_AS;
  case COPYDESK_PROCESSOR: return RLIMIT_CPU;
  case COPYDESK_FILE_SIZE: return RLIMIT_FSIZE;
  case COPYDESK_DESCRIPTORS: return RLIMIT_NOFILE;
  case COPYDESK_PROCESSES: return RLIMIT_NPROC;
  case COPYDESK_CORE: return RLIMIT_CORE;
  }
  return -1;
}

int copydesk_limit(copydesk_resource resource, uint64_t value) {
  struct rlimit limit;
  int number = number_of(resource);
  if (getrlimit(number, &limit) != 0) return errno;
  rlim_t wanted = value < limit.rlim_max ? value : limit.rlim_max;
  limit.rlim_cur = wanted;
  if (resource != COPYDESK_PROCESSOR) limit.rlim_max = wanted;
  return outcome(setrlimit(number, &limit));
}

uint64_t copydesk_limit_of(copydesk_resource resource) {
  struct rlimit limit;
  if (getrlimit(number_of(resource), &limit) != 0) return UINT64_MAX;
  return limit.rlim_cur == RLIM_INFINITY ? UINT64_MAX : limit.rlim_cur;
}

uint64_t copydesk_address_space(void) {
  FILE *file = fopen("/proc/self/statm", "re");
  if (!file) return 0;
  unsigned long long pages = 0;
  if (fscanf(file, "%llu", &pages) != 1) pages = 0;
  fclose(file);
  return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

uint64_t copydesk_processor_seconds(void) {
  struct timespec used;
  if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) != 0) return 0;
  return (uint64_t)used.tv_sec + 1;
}

int copydesk_writes_a_file(void) {
  struct stat status;
  return fstat(1, &status) == 0 && S_ISREG(status.st_mode);
}

int copydesk_give_up_privileges(void) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 ? 0 : EPERM;
}

// MARK: System calls

// What a worker does: compute, keep memory and timers, read files, talk to what is open.
static const int allowed[] = {
  SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect),
  SCMP_SYS(madvise), SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write),
  SCMP_SYS(writev), SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(stat),
  SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(fstatfs), SCMP_SYS(statfs),
  SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(access), SCMP_SYS(faccessat),
  SCMP_SYS(faccessat2), SCMP_SYS(getcwd), SCMP_SYS(getdents64), SCMP_SYS(poll), SCMP_SYS(ppoll),
  SCMP_SYS(futex), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
  SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall), SCMP_SYS(timer_create),
  SCMP_SYS(timer_settime), SCMP_SYS(timer_gettime), SCMP_SYS(timer_delete),
  SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
  SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrusage), SCMP_SYS(getrlimit),
  SCMP_SYS(getrandom), SCMP_SYS(getpid), SCMP_SYS(getppid), SCMP_SYS(gettid),
  SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_yield), SCMP_SYS(exit), SCMP_SYS(exit_group),
  // These only ever take rights away.
  SCMP_SYS(landlock_create_ruleset), SCMP_SYS(landlock_add_rule),
  SCMP_SYS(landlock_restrict_self),
};

// No mistake leads here, only somebody who has taken over the process.
static const int fatal[] = {
  SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(clone),
  SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
  SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
  SCMP_SYS(process_vm_writev), SCMP_SYS(pidfd_getfd), SCMP_SYS(mount), SCMP_SYS(bpf),
  SCMP_SYS(io_uring_setup), SCMP_SYS(userfaultfd), SCMP_SYS(init_module),
  SCMP_SYS(finit_module), SCMP_SYS(kexec_load), SCMP_SYS(setuid), SCMP_SYS(setgid),
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

// Calls that are allowed with some arguments only.
static int add_conditional_rules(scmp_filter_ctx filter) {
  const uint64_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  const uint64_t self = (uint64_t)getpid();
  int result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
    SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0));
  if (!result) result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
    SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0));
  // Its own limit of processor time, and any limit if it only asks.
  if (!result) result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2,
    SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0));
  const copydesk_resource lowered[] = {COPYDESK_PROCESSOR, COPYDESK_MEMORY};
  for (size_t i = 0; !result && i < COUNT(lowered); i++) {
    result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2,
      SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A1(SCMP_CMP_EQ, (scmp_datum_t)number_of(lowered[i])));
  }
  if (!result) result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1,
    SCMP_A0(SCMP_CMP_EQ, PR_GET_NO_NEW_PRIVS));
  // Signals to itself: abort is one.
  if (!result) result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
    SCMP_A0(SCMP_CMP_EQ, self));
  // Descriptors may be looked at and closed on exec, no more.
  const int harmless[] = {F_GETFD, F_SETFD, F_GETFL};
  for (size_t i = 0; !result && i < COUNT(harmless); i++) {
    result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
      SCMP_A1(SCMP_CMP_EQ, (scmp_datum_t)harmless[i]));
  }
  return result;
}

static int add_rules(scmp_filter_ctx filter) {
  int result = 0;
  for (size_t i = 0; !result && i < COUNT(allowed); i++) {
    result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
  }
  for (size_t i = 0; !result && i < COUNT(fatal); i++) {
    result = seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, fatal[i], 0);
  }
  // The C library tries it first and falls back, so this one says that there is none.
  if (!result) result = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
  return result ? result : add_conditional_rules(filter);
}

int copydesk_filter_system_calls(void) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (!filter) return ENOMEM;
  int result = add_rules(filter);
  if (!result) result = seccomp_load(filter);
  seccomp_release(filter);
  return result < 0 ? -result : 0;
}

int copydesk_seccomp_version(void) {
  const struct scmp_version *version = seccomp_version();
  return version ? (int)(version->major * 10000 + version->minor * 100 + version->micro) : 0;
}

// MARK: Landlock

// Later than the headers of Debian 12, as the kernel's documentation gives them.
struct landlock_rules {
  uint64_t files;
  uint64_t network;
  uint64_t scoped;
};
#define LANDLOCK_TRUNCATE (1ULL << 14)
#define LANDLOCK_IOCTL_DEVICE (1ULL << 15)
#define LANDLOCK_TCP (1ULL << 0 | 1ULL << 1)
#define LANDLOCK_SIGNALS_AND_SOCKETS (1ULL << 0 | 1ULL << 1)

int copydesk_landlock_version(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : (int)version;
}

// Reading has rules of its own, for the kernel asks all that concern a file when it is opened, and goes up its folders until
// each has said yes.
static const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

int copydesk_landlock_begin_reading(void) {
  const struct landlock_rules rules = {.files = reading};
  return (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof(uint64_t), 0);
}

int copydesk_landlock_begin_changes(int is_filtered) {
  int version = copydesk_landlock_version();
  if (version == 0) return -1;
  struct landlock_rules rules = {.files = ((1ULL << 13) - 1) & ~reading};
  if (version >= 2) rules.files |= LANDLOCK_ACCESS_FS_REFER;
  // Whoever opens a file is asked for this as well, to the root; the filter knows no call that could cut a file short.
  if (version >= 3 && !is_filtered) rules.files |= LANDLOCK_TRUNCATE;
  if (version >= 4) rules.network = LANDLOCK_TCP;
  if (version >= 5) rules.files |= LANDLOCK_IOCTL_DEVICE;
  if (version >= 6) rules.scoped = LANDLOCK_SIGNALS_AND_SOCKETS;
  size_t size = version >= 6 ? sizeof rules : version >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
  return (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
}

int copydesk_landlock_allow(int rules, const char *path) {
  int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return errno;
  struct stat status;
  int result = fstat(place, &status) == 0 ? 0 : errno;
  if (!result) {
    struct landlock_path_beneath_attr rule = {
      .parent_fd = place, .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE};
    if (S_ISDIR(status.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    result = outcome(
      syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0));
  }
  close(place);
  return result;
}

int copydesk_landlock_end(int rules) {
  int result = outcome(syscall(SYS_landlock_restrict_self, rules, 0));
  close(rules);
  return result;
}

// MARK: Attempts

static int attempt_connection(void) {
  int end = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (end < 0) return errno;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr = {htonl(INADDR_LOOPBACK)}};
  int result = connect(end, (struct sockaddr *)&address, sizeof address) == 0 || errno != EPERM ? 0 : errno;
  close(end);
  return result;
}

static int attempt_opening(const char *path, int flags) {
  int file = open(path, flags | O_CLOEXEC, 0600);
  if (file < 0) return errno;
  close(file);
  return 0;
}

static int attempt_memory(void) {
  uint64_t limit = copydesk_limit_of(COPYDESK_MEMORY);
  if (limit > SIZE_MAX / 2) return 0;
  void *memory = mmap(NULL, limit, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return errno;
  munmap(memory, limit);
  return 0;
}

static int attempt_descriptors(void) {
  for (int number = 3; number < 1024; number++) {
    if (fcntl(number, F_GETFD) != -1) return 0;
  }
  return EBADF;
}

// Has "succeeded" where a limit that cannot be tried without harm is not set.
static int attempt_excess(void) {
  bool has_limits = copydesk_limit_of(COPYDESK_CORE) == 0 && copydesk_limit_of(COPYDESK_FILE_SIZE) == 0
    && copydesk_limit_of(COPYDESK_DESCRIPTORS) < 1024 && copydesk_limit_of(COPYDESK_PROCESSOR) != UINT64_MAX;
  return has_limits ? EPERM : 0;
}

int copydesk_attempt(const char *what, const char *argument) {
  if (!strcmp(what, "connect")) return attempt_connection();
  if (!strcmp(what, "execute")) {
    char *words[] = {"true", NULL};
    return outcome(execve("/bin/true", words, words));
  }
  if (!strcmp(what, "fork")) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    return outcome(child);
  }
  if (!strcmp(what, "read")) return attempt_opening(argument, O_RDONLY);
  if (!strcmp(what, "write")) return attempt_opening(argument, O_WRONLY | O_CREAT);
  if (!strcmp(what, "truncate")) return attempt_opening(argument, O_RDONLY | O_TRUNC);
  if (!strcmp(what, "signal")) return outcome(kill(getppid(), 0));
  if (!strcmp(what, "limits")) return attempt_excess();
  if (!strcmp(what, "privileges")) return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 ? EPERM : 0;
  if (!strcmp(what, "memory")) return attempt_memory();
  if (!strcmp(what, "descriptors")) return attempt_descriptors();
  return ENOTSUP;
}
