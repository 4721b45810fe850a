// SHA-256 of a message: rotations and additions in two long loops.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t K[64], H0[8];

static void fractions(void) {
  int found = 0;
  for (int n = 2; found < 64; n++) {
    int is_prime = 1;
    for (int d = 2; d * d <= n; d++) is_prime &= n % d != 0;
    if (!is_prime) continue;
    double root = sqrt(n), third = cbrt(n);
    if (found < 8) H0[found] = (uint32_t)((root - floor(root)) * 4294967296.0);
    K[found++] = (uint32_t)((third - floor(third)) * 4294967296.0);
  }
}

static uint32_t rotr(uint32_t x, int n) { return x >> n | x << (32 - n); }

static void block(uint32_t state[8], const uint8_t bytes[64]) {
  uint32_t w[64], s[8];
  for (int i = 0; i < 16; i++)
    w[i] = (uint32_t)bytes[4 * i] << 24 | (uint32_t)bytes[4 * i + 1] << 16 | (uint32_t)bytes[4 * i + 2] << 8 | bytes[4 * i + 3];
  for (int i = 16; i < 64; i++) {
    uint32_t a = w[i - 15], b = w[i - 2];
    w[i] = w[i - 16] + (rotr(a, 7) ^ rotr(a, 18) ^ a >> 3) + w[i - 7] + (rotr(b, 17) ^ rotr(b, 19) ^ b >> 10);
  }
  memcpy(s, state, sizeof s);
  for (int i = 0; i < 64; i++) {
    uint32_t e = s[4], a = s[0];
    uint32_t t1 = s[7] + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & s[5]) ^ (~e & s[6])) + K[i] + w[i];
    uint32_t t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
    memmove(s + 1, s, 7 * sizeof s[0]);
    s[4] += t1;
    s[0] = t1 + t2;
  }
  for (int i = 0; i < 8; i++) state[i] += s[i];
}

int main(int argc, char **argv) {
  int blocks = argc > 1 ? atoi(argv[1]) : 100000;
  uint8_t bytes[64];
  uint32_t state[8];
  fractions();
  memcpy(state, H0, sizeof state);
  for (int i = 0; i < 64; i++) bytes[i] = (uint8_t)(i * 7);
  for (int i = 0; i < blocks; i++) {
    bytes[i % 64]++;
    block(state, bytes);
  }
  for (int i = 0; i < 8; i++) printf("%08x", state[i]);
  printf("\n");
  return 0;
}
