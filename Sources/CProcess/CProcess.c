#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <link.h>
#include <linux/magic.h>
#include <malloc.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

int64_t copydesk_monotonic(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  remove(path);
  return 0;
}

void copydesk_remove_tree(const char *path) {
  nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

void copydesk_keep_memory(void) {
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
}

int copydesk_processors(void) {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return CPU_COUNT(&allowed);
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 0 ? (int)online : 1;
}

int copydesk_end_with_parent(pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -1;
  // The parent may have died before the request was made.
  return getppid() == parent ? 0 : -1;
}

int copydesk_memory_file(const char *name, int64_t size) {
  int descriptor = memfd_create(name, MFD_CLOEXEC);
  if (descriptor >= 0 && ftruncate(descriptor, size) != 0) {
    int fault = errno;
    close(descriptor);
    errno = fault;
    return -1;
  }
  return descriptor;
}

int copydesk_lock_file(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB); }

struct build_id {
  uint8_t *digits;
  int size, length;
};

/// Takes the identifier from the notes of the first object, which is the program itself.
static int find_build_id(struct dl_phdr_info *object, size_t size, void *result) {
  (void)size;
  struct build_id *id = result;
  for (int i = 0; i < object->dlpi_phnum; i++) {
    if (object->dlpi_phdr[i].p_type != PT_NOTE) continue;
    const char *note = (const char *)(object->dlpi_addr + object->dlpi_phdr[i].p_vaddr);
    const char *end = note + object->dlpi_phdr[i].p_memsz;
    while (note + sizeof(ElfW(Nhdr)) <= end) {
      const ElfW(Nhdr) *head = (const ElfW(Nhdr) *)note;
      const char *name = note + sizeof *head;
      const uint8_t *bytes = (const uint8_t *)name + ((head->n_namesz + 3) & ~3u);
      if (head->n_type == NT_GNU_BUILD_ID && head->n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
        for (unsigned b = 0; b < head->n_descsz && id->length + 2 <= id->size; b++) {
          id->digits[id->length++] = (uint8_t)"0123456789abcdef"[bytes[b] >> 4];
          id->digits[id->length++] = (uint8_t)"0123456789abcdef"[bytes[b] & 15];
        }
        return 1;
      }
      note = (const char *)bytes + ((head->n_descsz + 3) & ~3u);
    }
  }
  return 1;
}

int copydesk_build_id(uint8_t *digits, int size) {
  struct build_id id = {digits, size, 0};
  dl_iterate_phdr(find_build_id, &id);
  return id.length;
}

int copydesk_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int copydesk_nameless_file(const char *folder) {
  int descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) return descriptor;
  // Not every file system can make a file without a name.
  char *name;
  if (asprintf(&name, "%s/copydesk-XXXXXX", folder) < 0) return -1;
  descriptor = mkostemp(name, O_CLOEXEC);
  if (descriptor >= 0) unlink(name);
  free(name);
  return descriptor;
}

static int is_made_up(const struct statfs *system) {
  return system->f_type == PROC_SUPER_MAGIC || system->f_type == SYSFS_MAGIC;
}

int copydesk_is_block_device(uint64_t device) { return major(device) != 0; }

int copydesk_is_made_up(int descriptor) {
  struct statfs system;
  return fstatfs(descriptor, &system) == 0 && is_made_up(&system);
}

int copydesk_path_is_made_up(const char *path) {
  struct statfs system;
  return statfs(path, &system) == 0 && is_made_up(&system);
}

copydesk_activity *copydesk_activity_map(int descriptor) {
  void *page = mmap(
    NULL, sizeof(copydesk_activity), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  return page == MAP_FAILED ? NULL : page;
}

void copydesk_activity_unmap(copydesk_activity *page) {
  munmap(page, sizeof(copydesk_activity));
}

// A sequence lock: one writer, which never waits; a reader that meets a change in progress reads again.

void copydesk_activity_enter(
  copydesk_activity *page, int64_t item, int64_t outcome, int64_t plugin) {
  uint64_t version = __atomic_load_n(&page->version, __ATOMIC_RELAXED) | 1;
  __atomic_store_n(&page->version, version, __ATOMIC_RELAXED);
  __atomic_thread_fence(__ATOMIC_RELEASE);
  __atomic_store_n(&page->started, copydesk_monotonic(), __ATOMIC_RELAXED);
  __atomic_store_n(&page->item, item, __ATOMIC_RELAXED);
  __atomic_store_n(&page->outcome, outcome, __ATOMIC_RELAXED);
  __atomic_store_n(&page->plugin, plugin, __ATOMIC_RELAXED);
  __atomic_store_n(&page->version, version + 1, __ATOMIC_RELEASE);
}

int copydesk_activity_read(const copydesk_activity *page, copydesk_activity *copy) {
  for (int attempt = 0; attempt < 1000; attempt++) {
    uint64_t before = __atomic_load_n(&page->version, __ATOMIC_ACQUIRE);
    copy->version = before;
    copy->started = __atomic_load_n(&page->started, __ATOMIC_RELAXED);
    copy->item = __atomic_load_n(&page->item, __ATOMIC_RELAXED);
    copy->outcome = __atomic_load_n(&page->outcome, __ATOMIC_RELAXED);
    copy->plugin = __atomic_load_n(&page->plugin, __ATOMIC_RELAXED);
    __atomic_thread_fence(__ATOMIC_ACQUIRE);
    uint64_t after = __atomic_load_n(&page->version, __ATOMIC_RELAXED);
    if (before == after && (before & 1) == 0) return 1;
  }
  return 0;
}

static volatile sig_atomic_t stop_signal;
static volatile sig_atomic_t wakeup_descriptor = -1;
static volatile sig_atomic_t asked;
static int catchers;
static struct sigaction earlier_interrupt, earlier_terminate, earlier_pipe, earlier_size;
static struct sigaction earlier_question;

static void on_question(int number) {
  (void)number;
  asked = 1;
}

static void on_stop(int number) {
  if (stop_signal != 0) _exit(128 + number);
  stop_signal = number;
  int fault = errno;
  char byte = 0;
  if (wakeup_descriptor >= 0) {
    // A full pipe wakes as well as one byte more would.
    ssize_t written = write(wakeup_descriptor, &byte, 1);
    (void)written;
  }
  errno = fault;
}

void copydesk_catch_stop_signals(int wakeup) {
  wakeup_descriptor = wakeup;
  if (catchers++ > 0) return;
  stop_signal = 0;
  struct sigaction action = {0};
  sigemptyset(&action.sa_mask);
  action.sa_handler = on_stop;
  sigaction(SIGINT, NULL, &earlier_interrupt);
  sigaction(SIGTERM, NULL, &earlier_terminate);
  // No SA_RESTART: a write that blocks must notice.
  if (earlier_interrupt.sa_handler != SIG_IGN) sigaction(SIGINT, &action, NULL);
  if (earlier_terminate.sa_handler != SIG_IGN) sigaction(SIGTERM, &action, NULL);
  action.sa_handler = on_question;
  // What waits for an event notices anyhow; nothing else need.
  action.sa_flags = SA_RESTART;
  sigaction(SIGUSR1, &action, &earlier_question);
  action.sa_flags = 0;
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, &earlier_pipe);
  // So that a file beyond the limit of sizes is an error to tell, like a full disk.
  sigaction(SIGXFSZ, &action, &earlier_size);
}

void copydesk_release_stop_signals(int wakeup) {
  if (wakeup_descriptor == wakeup) wakeup_descriptor = -1;
  if (--catchers > 0) return;
  sigaction(SIGINT, &earlier_interrupt, NULL);
  sigaction(SIGTERM, &earlier_terminate, NULL);
  sigaction(SIGUSR1, &earlier_question, NULL);
  sigaction(SIGPIPE, &earlier_pipe, NULL);
  sigaction(SIGXFSZ, &earlier_size, NULL);
}

int copydesk_stop_signal(void) { return stop_signal; }

int copydesk_was_asked(void) {
  int was_asked = asked;
  asked = 0;
  return was_asked;
}
