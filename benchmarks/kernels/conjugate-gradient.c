// Solves a sparse linear system: f64 through an index, sums over rows of a few entries.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SIDE = 64, N = SIDE * SIDE };

static int row[N + 1], column[5 * N];
static double value[5 * N], x[N], r[N], p[N], q[N];

static double dot(const double *a, const double *b) {
  double sum = 0;
  for (int i = 0; i < N; i++) sum += a[i] * b[i];
  return sum;
}

int main(int argc, char **argv) {
  int steps = argc > 1 ? atoi(argv[1]) : 4000, entries = 0;
  for (int y = 0; y < SIDE; y++)
    for (int c = 0; c < SIDE; c++) {
      int i = y * SIDE + c, near[4] = {i - SIDE, i - 1, i + 1, i + SIDE}, is_inside[4] = {y > 0, c > 0, c < SIDE - 1, y < SIDE - 1};
      row[i] = entries;
      column[entries] = i, value[entries++] = 4.01;
      for (int k = 0; k < 4; k++)
        if (is_inside[k]) column[entries] = near[k], value[entries++] = -1;
    }
  row[N] = entries;
  double last = 0;
  for (int i = 0; i < N; i++) r[i] = p[i] = sin(i * 0.37);
  double rr = dot(r, r);
  for (int step = 0; step < steps; step++) {
    for (int i = 0; i < N; i++) {
      double sum = 0;
      for (int k = row[i]; k < row[i + 1]; k++) sum += value[k] * p[column[k]];
      q[i] = sum;
    }
    double alpha = rr / dot(p, q);
    for (int i = 0; i < N; i++) x[i] += alpha * p[i], r[i] -= alpha * q[i];
    last = dot(r, r);
    if (last < 1e-18) {
      // Solved: the next system has another right side.
      for (int i = 0; i < N; i++) r[i] = p[i] = cos(i * 0.11 + step);
      rr = dot(r, r);
      continue;
    }
    double beta = last / rr;
    rr = last;
    for (int i = 0; i < N; i++) p[i] = r[i] + beta * p[i];
  }
  printf("%.12e %.12e\n", x[N / 3], last);
  return 0;
}
