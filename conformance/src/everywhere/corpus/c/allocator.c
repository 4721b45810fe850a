// malloc, realloc, calloc, aligned memory, and what they say when there is no more.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 500 };

int main(void) {
  static unsigned char *slot[SLOTS];
  static size_t size[SLOTS];
  uint32_t seed = 5, sum = 0;
  for (int i = 0; i < 60000; i++) {
    seed = seed * 1664525 + 1013904223;
    int at = (int)((seed >> 8) % SLOTS);
    size_t wanted = (seed >> 20) % 700 + 1;
    unsigned char *moved = realloc(slot[at], wanted);
    if (moved == NULL) return 1;
    if (wanted > size[at]) memset(moved + size[at], at & 255, wanted - size[at]);
    slot[at] = moved, size[at] = wanted;
    sum = sum * 31 + moved[wanted / 2];
    if (seed % 3 == 0) free(slot[at]), slot[at] = NULL, size[at] = 0;
  }
  printf("%u\n", sum);
  void *aligned = aligned_alloc(4096, 8192);
  printf("%d\n", (int)((uintptr_t)aligned % 4096));
  size_t blocks = 0;
  for (void **last = NULL, **block; (block = malloc(1 << 20)) != NULL; last = block) *block = last, blocks++;
  printf("%zu blocks until there is no more\n", blocks);
  return 0;
}
