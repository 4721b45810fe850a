// Recursion as deep as stdin says: within the limit it comes back, beyond it the same call is the last everywhere.
#include <stdio.h>
#include <stdlib.h>

static unsigned down(unsigned levels, unsigned seed) {
  volatile unsigned here[4] = {seed, levels, seed ^ levels, 1};
  return levels == 0 ? here[2] : down(levels - 1, here[0] * 31 + here[1]) + here[3];
}

int main(int argc, char **argv) {
  unsigned levels = argc > 1 ? (unsigned)atoi(argv[1]) : 10;
  printf("going down %u\n", levels);
  fflush(stdout);
  printf("%u\n", down(levels, 1));
  return 0;
}
