// A function called through a pointer of another type: WebAssembly's own check ends it.
#include <stdio.h>

static double twice(double x) { return 2 * x; }

int main(int argc, char **argv) {
  (void)argv;
  void (*volatile pointer)(void) = (void (*)(void))twice;
  printf("%g\n", twice(argc));
  fflush(stdout);
  ((int (*)(int))pointer)(argc);
  return 0;
}
