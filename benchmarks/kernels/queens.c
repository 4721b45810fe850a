// Recursion that branches: how many ways are there to place N queens?
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t place(uint32_t free_columns, uint32_t left, uint32_t right) {
  if (free_columns == 0) return 1;
  uint32_t ways = 0;
  for (uint32_t places = free_columns & ~(left | right); places != 0; places &= places - 1) {
    uint32_t queen = places & -places;
    ways += place(free_columns & ~queen, (left | queen) << 1, (right | queen) >> 1);
  }
  return ways;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 14;
  printf("%u\n", place((1u << n) - 1, 0, 0));
  return 0;
}
