// A hash table of strings on the heap: malloc and free by the hundred thousand, chains of pointers.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 4096 };

struct entry {
  struct entry *next;
  uint32_t count;
  char word[];
};

static struct entry *table[BUCKETS];

static struct entry **find(const char *word) {
  uint32_t h = 2166136261u;
  for (const char *c = word; *c != 0; c++) h = (h ^ (uint8_t)*c) * 16777619u;
  struct entry **at = &table[h % BUCKETS];
  while (*at != NULL && strcmp((*at)->word, word) != 0) at = &(*at)->next;
  return at;
}

int main(int argc, char **argv) {
  int words = argc > 1 ? atoi(argv[1]) : 3000000;
  uint32_t seed = 3, live = 0, most = 0;
  for (int i = 0; i < words; i++) {
    char word[24];
    seed = seed * 1664525 + 1013904223;
    uint32_t n = (seed >> 16) % 12000;
    int length = 0;
    do word[length++] = (char)('a' + n % 26); while ((n /= 26) != 0);
    strcpy(word + length, "-word");
    struct entry **at = find(word);
    if (*at == NULL) {
      struct entry *made = malloc(sizeof *made + strlen(word) + 1);
      made->next = NULL, made->count = 0, strcpy(made->word, word);
      *at = made, live++;
    }
    if (++(*at)->count > most) most = (*at)->count;
    if ((seed >> 8) % 5 == 0) {
      struct entry *gone = *at;
      *at = gone->next, live--;
      free(gone);
    }
  }
  printf("%u words, the most frequent %u times\n", live, most);
  return 0;
}
