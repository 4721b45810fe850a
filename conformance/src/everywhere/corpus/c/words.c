// A filter: arguments, environment, lines of stdin, messages on stderr, its own exit code.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

int main(int argc, char **argv) {
  for (int i = 0; i < argc; i++) printf("argument %d: %s\n", i, argv[i]);
  for (char **entry = environ; *entry != NULL; entry++) printf("variable %s\n", *entry);
  printf("%s\n", getenv("MILL") == NULL ? "(none)" : getenv("MILL"));
  char *line = NULL;
  size_t room = 0, lines = 0, words = 0;
  for (ssize_t length; (length = getline(&line, &room, stdin)) >= 0; lines++) {
    int is_inside = 0;
    for (ssize_t i = 0; i < length; i++) {
      int is_word = !isspace((unsigned char)line[i]);
      words += is_word && !is_inside;
      is_inside = is_word;
      line[i] = (char)toupper((unsigned char)line[i]);
    }
    fwrite(line, 1, (size_t)length, stdout);
  }
  free(line);
  fprintf(stderr, "%zu lines, %zu words\n", lines, words);
  exit((int)words % 256);
}
