// Strings, wide characters, sorting with a comparison of its own, searching, dates out of text.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

static int by_length(const void *a, const void *b) {
  const char *const *x = a, *const *y = b;
  size_t i = strlen(*x), j = strlen(*y);
  return i != j ? (i < j ? -1 : 1) : strcmp(*x, *y);
}

int main(void) {
  setlocale(LC_ALL, "C.UTF-8");
  char text[] = "der Müller mahlt: Weizen, Roggen; Gerste und Hafer, (10,000 Säcke) für 42 Taler";
  char *words[32];
  size_t count = 0;
  for (char *word = strtok(text, " ,;:()"); word != NULL; word = strtok(NULL, " ,;:()")) words[count++] = word;
  qsort(words, count, sizeof *words, by_length);
  for (size_t i = 0; i < count; i++) printf("%s ", words[i]);
  const char *key = "Hafer";
  char **found = bsearch(&key, words, count, sizeof *words, by_length);
  printf("\nfound %s\n", found == NULL ? "nothing" : *found);
  wchar_t wide[64];
  size_t length = mbstowcs(wide, "größer, ﬁ, 日本", 64);
  for (size_t i = 0; i < length; i++) printf("%lc", (wint_t)towupper((wint_t)wide[i]));
  printf(" %zu %d\n", length, (int)iswalpha((wint_t)wide[length - 1]));
  printf("%s %s %zu %s\n", strstr("needle in hay", "in"), strrchr("a/b/c", '/'), strspn("12ab", "0123456789"), strpbrk("a,b", ",;"));
  printf("%ld %lu %lld\n", strtol("-0x7fz", NULL, 16), strtoul("777", NULL, 8), atoll("-99999999999"));
  return 0;
}
