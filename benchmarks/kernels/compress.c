// LZ77 over text that repeats itself: hash chains, byte compares, branches that depend on the data.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 1 << 18, HASHES = 1 << 14, WINDOW = 1 << 15, MATCH_MIN = 4, MATCH_MAX = 255 + MATCH_MIN };

static uint8_t text[SIZE], packed[SIZE * 2], unpacked[SIZE];
static int32_t head[HASHES];

static uint32_t hash(const uint8_t *p) {
  uint32_t word;
  memcpy(&word, p, 4);
  return (word * 2654435761u) >> 18;
}

static size_t pack(void) {
  size_t out = 0;
  memset(head, -1, sizeof head);
  for (int32_t at = 0; at < SIZE;) {
    int32_t length = 0, candidate = -1;
    if (at + MATCH_MIN <= SIZE) {
      uint32_t h = hash(text + at);
      candidate = head[h];
      head[h] = at;
      if (candidate >= 0 && at - candidate < WINDOW)
        while (length < MATCH_MAX && at + length < SIZE && text[candidate + length] == text[at + length]) length++;
    }
    if (length >= MATCH_MIN) {
      packed[out++] = 1;
      packed[out++] = (uint8_t)(length - MATCH_MIN);
      packed[out++] = (uint8_t)(at - candidate);
      packed[out++] = (uint8_t)((at - candidate) >> 8);
      at += length;
    } else {
      packed[out++] = 0;
      packed[out++] = text[at++];
    }
  }
  return out;
}

static void unpack(size_t size) {
  size_t to = 0;
  for (size_t from = 0; from < size;) {
    if (packed[from] == 0) {
      unpacked[to++] = packed[from + 1];
      from += 2;
    } else {
      size_t length = packed[from + 1] + MATCH_MIN, back = packed[from + 2] | (size_t)packed[from + 3] << 8;
      for (size_t i = 0; i < length; i++, to++) unpacked[to] = unpacked[to - back];
      from += 4;
    }
  }
}

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 120;
  static const char *words[] = {"grain ", "stone ", "water ", "wheel ", "miller ", "toll ", "sack ", "flour "};
  uint32_t seed = 1;
  for (size_t at = 0; at < SIZE;) {
    seed = seed * 1664525 + 1013904223;
    for (const char *word = words[seed >> 29]; *word != 0 && at < SIZE; word++) text[at++] = (uint8_t)*word;
  }
  size_t size = 0;
  for (int round = 0; round < rounds; round++) {
    text[round * 37 % SIZE] ^= 1;
    size = pack();
    unpack(size);
    if (memcmp(text, unpacked, SIZE) != 0) return 1;
  }
  printf("%zu bytes\n", size);
  return 0;
}
