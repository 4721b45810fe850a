// A program that gives up: what it wrote stays written, and the trap is its own.
#include <assert.h>
#include <stdio.h>

int main(int argc, char **argv) {
  (void)argv;
  printf("before\n");
  fflush(stdout);
  assert(argc > 5 && "not enough grist");
  printf("never\n");
  return 0;
}
