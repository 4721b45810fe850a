// Gauss elimination with pivots over f64 that are stored as they come, with a singular matrix at the end.
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { N = 48 };

static double determinant(double m[N][N]) {
  double product = 1;
  for (int column = 0; column < N; column++) {
    int pivot = column;
    for (int row = column + 1; row < N; row++)
      if (fabs(m[row][column]) > fabs(m[pivot][column])) pivot = row;
    if (pivot != column) {
      double line[N];
      memcpy(line, m[pivot], sizeof line), memcpy(m[pivot], m[column], sizeof line), memcpy(m[column], line, sizeof line);
      product = -product;
    }
    product *= m[column][column];
    for (int row = column + 1; row < N; row++) {
      double factor = m[row][column] / m[column][column];
      for (int k = column; k < N; k++) m[row][k] -= factor * m[column][k];
    }
  }
  return product;
}

int main(void) {
  static double m[N][N];
  for (int kind = 0; kind < 4; kind++) {
    for (int i = 0; i < N; i++)
      for (int j = 0; j < N; j++) m[i][j] = kind == 3 ? i : sin(i * 1.7 + j * j * 0.3 + kind) + (i == j) * kind;
    double value = determinant(m);
    unsigned long long bits;
    memcpy(&bits, &value, sizeof bits);
    printf("%.17g %016llx\n", value, bits);
    memcpy(&bits, &m[N - 1][N - 1], sizeof bits);
    printf("%016llx\n", bits);
  }
  return 0;
}
