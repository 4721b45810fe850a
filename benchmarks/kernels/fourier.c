// A fast Fourier transform there and back: f64 that is stored as it comes, sines and cosines.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { BITS = 12, N = 1 << BITS };

static double re[N], im[N];

static void transform(double direction) {
  for (int i = 1, j = 0; i < N; i++) {
    int bit = N >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      double t = re[i];
      re[i] = re[j], re[j] = t;
      t = im[i], im[i] = im[j], im[j] = t;
    }
  }
  for (int length = 2; length <= N; length <<= 1) {
    double angle = direction * 6.283185307179586 / length, wr = cos(angle), wi = sin(angle);
    for (int start = 0; start < N; start += length) {
      double ur = 1, ui = 0;
      for (int k = start; k < start + length / 2; k++) {
        int l = k + length / 2;
        double vr = re[l] * ur - im[l] * ui, vi = re[l] * ui + im[l] * ur;
        re[l] = re[k] - vr, im[l] = im[k] - vi;
        re[k] += vr, im[k] += vi;
        double t = ur * wr - ui * wi;
        ui = ur * wi + ui * wr, ur = t;
      }
    }
  }
}

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 400;
  for (int i = 0; i < N; i++) re[i] = sin(i * 0.01) + 0.5 * cos(i * 0.37), im[i] = 0;
  for (int round = 0; round < rounds; round++) {
    transform(1);
    transform(-1);
    for (int i = 0; i < N; i++) re[i] /= N, im[i] /= N;
  }
  printf("%.9f %.9f\n", re[5], re[N - 7]);
  return 0;
}
