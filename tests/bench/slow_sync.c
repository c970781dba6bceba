/* Makes every flush to the disk slower, as on a cheap laptop: SLOW_SYNC_MS milliseconds before the true one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_first(void) {
    const char *text = getenv("SLOW_SYNC_MS");
    long ms = text ? atol(text) : 0;
    struct timespec pause = {ms / 1000, (ms % 1000) * 1000000L};
    nanosleep(&pause, NULL);
}

int fdatasync(int descriptor) {
    int (*true_one)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_first();
    return true_one(descriptor);
}

int fsync(int descriptor) {
    int (*true_one)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_first();
    return true_one(descriptor);
}
