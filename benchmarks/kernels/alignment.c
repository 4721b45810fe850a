// Smith-Waterman alignment of two sequences: a table filled cell by cell with minima and maxima.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { LENGTH = 2000 };

static char a[LENGTH], b[LENGTH];
static int32_t score[LENGTH + 1], gap_above[LENGTH + 1];

static int32_t max(int32_t x, int32_t y) { return x > y ? x : y; }

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 8;
  uint32_t seed = 11;
  int32_t best = 0;
  for (int i = 0; i < LENGTH; i++) {
    seed = seed * 1664525 + 1013904223;
    a[i] = "ACGT"[seed >> 30];
    b[i] = (seed >> 20) % 8 == 0 ? 'A' : a[i];
  }
  for (int round = 0; round < rounds; round++) {
    a[round] = "ACGT"[round & 3];
    for (int j = 0; j <= LENGTH; j++) score[j] = 0, gap_above[j] = -1000;
    for (int i = 0; i < LENGTH; i++) {
      int32_t diagonal = 0, gap_left = -1000;
      for (int j = 1; j <= LENGTH; j++) {
        gap_above[j] = max(gap_above[j] - 1, score[j] - 3);
        gap_left = max(gap_left - 1, score[j - 1] - 3);
        int32_t here = max(max(0, diagonal + (a[i] == b[j - 1] ? 2 : -1)), max(gap_above[j], gap_left));
        diagonal = score[j];
        score[j] = here;
        best = max(best, here);
      }
    }
  }
  printf("%d\n", best);
  return 0;
}
