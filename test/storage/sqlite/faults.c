/*
 * A disk that fails when it is told to: stands between a program and libc's calls that write (LD_PRELOAD), and looks
 * into the file that FAULT_PLAN names, which the test writes to while the program runs. Only files of a folder whose
 * name holds "faulty" are meant.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITES = 1, SYNCS = 2, SIZES = 4 };
enum { ONCE = 0, FROM_THEN_ON = 1, HALF = 2 };

static struct {
  volatile int32_t calls; /* which are meant; 0: none fails */
  volatile int32_t at;    /* the so-manieth of them fails, from 1 */
  volatile int32_t error;
  volatile int32_t how;
  volatile int32_t seen;
  volatile int32_t struck;
} *plan;

__attribute__((constructor)) static void look_for_plan(void) {
  const char *name = getenv("FAULT_PLAN");
  int file = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *place = mmap(NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (place != MAP_FAILED) plan = place;
  close(file);
}

static int is_meant(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strstr(path, "faulty") != NULL;
}

/* How the call ends: 0 well, 1 with an error, 2 half done. */
static int fate(int call, int file) {
  if (plan == NULL || !(plan->calls & call) || !is_meant(file)) return 0;
  int seen = ++plan->seen;
  if (seen < plan->at || (plan->how == ONCE && seen > plan->at)) return 0;
  plan->struck++;
  if (plan->how == HALF && seen == plan->at) return 2;
  errno = plan->error;
  return 1;
}

#define REAL(name) \
  static typeof(name) *real; \
  if (real == NULL) real = (typeof(name) *)dlsym(RTLD_NEXT, #name)

#define WRITE(name, arguments, ...) \
  ssize_t name arguments { \
    REAL(name); \
    int end = fate(WRITES, file); \
    if (end == 1) return -1; \
    if (end == 2) length /= 2; \
    return real(__VA_ARGS__); \
  }
WRITE(write, (int file, const void *bytes, size_t length), file, bytes, length)
WRITE(pwrite, (int file, const void *bytes, size_t length, off_t from), file, bytes, length, from)
WRITE(pwrite64, (int file, const void *bytes, size_t length, off64_t from), file, bytes, length, from)

#define WHOLE(call, name, arguments, ...) \
  int name arguments { \
    REAL(name); \
    return fate(call, file) ? -1 : real(__VA_ARGS__); \
  }
WHOLE(SYNCS, fsync, (int file), file)
WHOLE(SYNCS, fdatasync, (int file), file)
WHOLE(SIZES, ftruncate, (int file, off_t length), file, length)
WHOLE(SIZES, ftruncate64, (int file, off64_t length), file, length)
