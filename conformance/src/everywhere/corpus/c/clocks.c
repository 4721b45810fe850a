// Time as a task sees it: it moves with the work done and with sleep, and nothing else.
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static long long now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(void) {
  time_t start = time(NULL);
  char text[64];
  strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ %j %U %a", gmtime(&start));
  puts(text);
  long long real = now(CLOCK_REALTIME), monotonic = now(CLOCK_MONOTONIC);
  volatile unsigned sum = 0;
  for (unsigned i = 0; i < 100000; i++) sum += i * i;
  printf("%lld %lld\n", now(CLOCK_REALTIME) - real, now(CLOCK_MONOTONIC) - monotonic);
  struct timespec wait = {.tv_sec = 3, .tv_nsec = 5};
  nanosleep(&wait, NULL);
  usleep(250);
  printf("%lld\n", now(CLOCK_MONOTONIC) - monotonic);
  struct pollfd input = {.fd = 0, .events = POLLIN};
  printf("%d %d\n", poll(&input, 1, 1000), input.revents & POLLIN);
  unsigned char bytes[16];
  getentropy(bytes, sizeof bytes);
  for (size_t i = 0; i < sizeof bytes; i++) printf("%02x", bytes[i]);
  printf(" %ld\n", (long)mktime(localtime(&start)) - (long)start);
  return 0;
}
