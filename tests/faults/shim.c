/* Counts the calls of a program that may change what is on a disk, and spoils the N-th one.
 *
 * Environment: FAULT_ROOT is the folder whose calls count; FAULT_AT the number of the call, from 1; FAULT_ACT "kill", or
 * an errno; FAULT_LASTING is set where each call from there on fails; FAULT_LIST names a file that gets a line a call.
 * Children of the program are left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char root[PATH_MAX];
static long at;
static int act, lasting, list = -1;
static atomic_long count;

__attribute__((constructor)) static void begin(void) {
    const char *value = getenv("FAULT_ROOT");
    if (value) strncpy(root, value, sizeof root - 1);
    at = (value = getenv("FAULT_AT")) ? atol(value) : 0;
    value = getenv("FAULT_ACT");
    act = value && strcmp(value, "kill") ? atoi(value) : -1;
    lasting = getenv("FAULT_LASTING") != NULL;
    if ((value = getenv("FAULT_LIST")))
        list = syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    unsetenv("LD_PRELOAD");
    unsetenv("FAULT_ROOT");
}

static int is_ours(const char *path) {
    return root[0] && path && strncmp(path, root, strlen(root)) == 0;
}

static int is_open_here(int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = syscall(SYS_readlink, link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

/* Whether this call is to fail; a kill does not come back. */
static int spoiled(const char *name, const char *what) {
    long now = atomic_fetch_add(&count, 1) + 1;
    if (list >= 0) {
        char line[PATH_MAX + 64];
        int length = snprintf(line, sizeof line, "%s %s\n", name, what ? what : "");
        syscall(SYS_write, list, line, (size_t)length);
    }
    if (at == 0 || (lasting ? now < at : now != at)) return 0;
    if (act < 0) {
        syscall(SYS_kill, getpid(), SIGKILL);
        for (;;) pause();
    }
    errno = act;
    return 1;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define ON_PATH(name, args, pass, path) \
    int name args { REAL(name); if (is_ours(path) && spoiled(#name, path)) return -1; return real pass; }
#define ON_FD(kind, name, args, pass) \
    kind name args { REAL(name); if (is_open_here(fd) && spoiled(#name, "")) return -1; return real pass; }

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
        if ((flags & (O_CREAT | O_WRONLY | O_RDWR)) && is_ours(path) && spoiled(#name, path)) return -1; \
        return real(path, flags, mode); \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        REAL(name); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
        if ((flags & (O_CREAT | O_WRONLY | O_RDWR)) && is_ours(path) && spoiled(#name, path)) return -1; \
        return real(folder, path, flags, mode); \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

ON_FD(ssize_t, write, (int fd, const void *data, size_t length), (fd, data, length))
ON_FD(ssize_t, pwrite, (int fd, const void *data, size_t length, off_t place), (fd, data, length, place))
ON_FD(ssize_t, pwrite64, (int fd, const void *data, size_t length, off64_t place), (fd, data, length, place))
ON_FD(int, fsync, (int fd), (fd))
ON_FD(int, fdatasync, (int fd), (fd))
ON_FD(int, ftruncate, (int fd, off_t length), (fd, length))
ON_FD(int, ftruncate64, (int fd, off64_t length), (fd, length))
ON_FD(int, fchmod, (int fd, mode_t mode), (fd, mode))
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), path)
ON_PATH(rmdir, (const char *path), (path), path)
ON_PATH(unlink, (const char *path), (path), path)
ON_PATH(unlinkat, (int folder, const char *path, int flags), (folder, path, flags), path)
ON_PATH(rename, (const char *from, const char *path), (from, path), path)
ON_PATH(renameat, (int a, const char *from, int b, const char *path), (a, from, b, path), path)
ON_PATH(link, (const char *from, const char *path), (from, path), path)
ON_PATH(linkat, (int a, const char *from, int b, const char *path, int flags), (a, from, b, path, flags), path)
ON_PATH(truncate, (const char *path, off_t length), (path, length), path)
