// The C library's qsort over records, which calls back through a pointer for each comparison.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct record {
  uint32_t key;
  uint16_t group;
  double weight;
};

static int by_group_and_key(const void *a, const void *b) {
  const struct record *x = a, *y = b;
  if (x->group != y->group) return x->group < y->group ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}

static int by_weight(const void *a, const void *b) {
  double x = ((const struct record *)a)->weight, y = ((const struct record *)b)->weight;
  return x < y ? -1 : x > y;
}

int main(int argc, char **argv) {
  int count = argc > 1 ? atoi(argv[1]) : 150000;
  struct record *records = malloc((size_t)count * sizeof *records);
  uint32_t seed = 7, sum = 0;
  for (int i = 0; i < count; i++) {
    seed = seed * 1664525 + 1013904223;
    records[i] = (struct record){seed, (uint16_t)(seed >> 24), (double)(seed % 9973) / 7};
  }
  qsort(records, (size_t)count, sizeof *records, by_group_and_key);
  for (int i = 0; i < count; i += 101) sum = sum * 31 + records[i].key;
  qsort(records, (size_t)count, sizeof *records, by_weight);
  for (int i = 0; i < count; i += 103) sum = sum * 31 + (uint32_t)records[i].weight;
  printf("%u\n", sum);
  free(records);
  return 0;
}
