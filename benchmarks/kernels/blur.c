// A picture of bytes, blurred: rows and columns of small integers, which compilers turn into vectors.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { WIDTH = 512, HEIGHT = 384 };

static uint8_t picture[HEIGHT][WIDTH], blurred[HEIGHT][WIDTH];

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 600;
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++) picture[y][x] = (uint8_t)(x * y ^ (x >> 2) * 31);
  for (int round = 0; round < rounds; round++) {
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 2; x < WIDTH - 2; x++)
        blurred[y][x] = (uint8_t)((picture[y][x - 2] + 4 * picture[y][x - 1] + 6 * picture[y][x] + 4 * picture[y][x + 1] + picture[y][x + 2]) >> 4);
    for (int y = 2; y < HEIGHT - 2; y++)
      for (int x = 0; x < WIDTH; x++)
        picture[y][x] = (uint8_t)((blurred[y - 2][x] + 4 * blurred[y - 1][x] + 6 * blurred[y][x] + 4 * blurred[y + 1][x] + blurred[y + 2][x] + round % 3) >> 4);
  }
  uint32_t sum = 0;
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++) sum = sum * 31 + picture[y][x];
  printf("%u\n", sum);
  return 0;
}
