// printf and scanf of every kind of number, round trips through text, wide and long ones.
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  static const double values[] = {0, -0.0, 1.0 / 3, 1e21, 1e-7, DBL_MAX, DBL_MIN, 4.9e-324, 123456789.125, 0.1 + 0.2, INFINITY, -INFINITY, NAN};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    char text[400];
    snprintf(text, sizeof text, "%.17g", values[i]);
    printf("%s %d|%e|%f|%g|%a|%10.3f|%-12.4e|\n", text, strtod(text, NULL) == values[i], values[i], values[i], values[i], values[i], values[i], values[i]);
  }
  int a;
  long long b;
  float c;
  double d;
  char word[8];
  printf("%d\n", sscanf("42 -9223372036854775808 1.5e3 0x1.8p1 grist!", "%d %lld %f %lf %7s", &a, &b, &c, &d, word));
  printf("%d %lld %g %g %s %#x %#o %+d %08.3f %*d\n", a, b, (double)c, d, word, 255, 8, 7, 3.14159, 6, 42);
  printf("%" PRIu64 " %" PRIi64 " %jd %zu %hhd\n", UINT64_MAX, INT64_MIN, (intmax_t)-1, sizeof(long double), (char)300);
  __int128 wide = (__int128)INT64_MAX * 12345678901234567;
  printf("%" PRIx64 "%016" PRIx64 "\n", (uint64_t)(wide >> 64), (uint64_t)wide);
  long double exact = 1.0L / 3;
  printf("%d %d\n", (int)(exact * 1e9L), exact * 3 == 1.0L);
  for (int mode = 0; mode < 40; mode++) {
    double x = ldexp(mode * 0.7 - 11.3, mode % 9);
    printf("%.15g %.15g %.15g %.15g %.15g %.15g\n", sin(x), exp(x / 40), log(fabs(x)), pow(fabs(x), 0.3), tgamma(fmod(x, 9)), fma(x, x, -x));
  }
  return 0;
}
