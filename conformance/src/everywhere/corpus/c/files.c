// The C library's files: write, append, seek, truncate, read back, hidden holes, rename, remove.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void show(const char *path) {
  struct stat status;
  FILE *file = fopen(path, "rb");
  if (file == NULL || stat(path, &status) != 0) {
    printf("%s: %s\n", path, strerror(errno));
    return;
  }
  unsigned long sum = 0;
  for (int c; (c = getc(file)) != EOF;) sum = sum * 31 + (unsigned char)c;
  printf("%s: %lld bytes, sum %lu\n", path, (long long)status.st_size, sum);
  fclose(file);
}

int main(void) {
  char line[100];
  FILE *input = fopen("/data/input.csv", "r");
  FILE *output = fopen("/data/sums.txt", "w+");
  if (input == NULL || output == NULL) return perror("open"), 1;
  while (fgets(line, sizeof line, input) != NULL) {
    double sum = 0;
    for (char *field = strtok(line, ",\n"); field != NULL; field = strtok(NULL, ",\n")) sum += strtod(field, NULL);
    fprintf(output, "%.3f\n", sum);
  }
  fclose(input);
  rewind(output);
  while (fgets(line, sizeof line, output) != NULL) fputs(line, stdout);
  fseek(output, 5000, SEEK_SET);
  fputs("behind a hole", output);
  printf("at %ld\n", ftell(output));
  fclose(output);
  show("/data/sums.txt");

  FILE *log = fopen("/data/log", "a");
  fputs("one\n", log);
  fclose(log);
  log = fopen("/data/log", "a+");
  fseek(log, 0, SEEK_SET);
  fputs("two\n", log);
  fclose(log);
  show("/data/log");
  if (truncate("/data/log", 6) != 0) perror("truncate");
  show("/data/log");
  if (rename("/data/log", "/log.old") != 0) perror("rename");
  show("/data/log");
  show("/log.old");
  printf("%d %d\n", remove("/data/input.csv"), remove("/data/input.csv"));
  printf("%d\n", access("/data", R_OK));
  return fflush(stdout);
}
