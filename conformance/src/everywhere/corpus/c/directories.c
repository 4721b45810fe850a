// Directories: made, listed, walked, renamed with what is in them, removed; links of both kinds.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void walk(const char *path, int depth) {
  DIR *directory = opendir(path);
  if (directory == NULL) {
    printf("%s: %s\n", path, strerror(errno));
    return;
  }
  for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
    printf("%*s%s %d\n", 2 * depth, "", entry->d_name, entry->d_type);
    if (entry->d_type == DT_DIR && entry->d_name[0] != '.') {
      char below[512];
      snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
      walk(below, depth + 1);
    }
  }
  closedir(directory);
}

int main(void) {
  char path[64];
  for (int i = 0; i < 40; i++) {
    snprintf(path, sizeof path, "/mill/floor-%d", i % 5);
    if (i == 0) mkdir("/mill", 0755);
    if (i < 5) mkdir(path, 0755);
    snprintf(path, sizeof path, "/mill/floor-%d/sack-%d", i % 5, i);
    int file = open(path, O_CREAT | O_EXCL | O_WRONLY, 0644);
    if (file < 0 || write(file, path, strlen(path)) < 0) perror(path);
    close(file);
  }
  printf("%d %s\n", mkdir("/mill", 0755), strerror(errno));
  printf("%d %s\n", rmdir("/mill/floor-1"), strerror(errno));
  printf("%d\n", rename("/mill/floor-2", "/mill/floor-3/moved"));
  printf("%d %s\n", rename("/mill", "/mill/floor-4/inside"), strerror(errno));
  printf("%d %d\n", symlink("floor-3/moved/sack-7", "/mill/short"), link("/mill/floor-0/sack-0", "/mill/second"));
  ssize_t length = readlink("/mill/short", path, sizeof path);
  printf("%.*s\n", (int)length, path);
  struct stat status;
  printf("%d", stat("/mill/short", &status));
  printf(" %lld", (long long)status.st_size);
  printf(" %d", lstat("/mill/short", &status));
  printf(" %d\n", S_ISLNK(status.st_mode));
  stat("/mill/second", &status);
  printf("links %d\n", (int)status.st_nlink);
  for (int i = 1; i < 40; i += 5) {
    snprintf(path, sizeof path, "/mill/floor-1/sack-%d", i);
    unlink(path);
  }
  printf("%d\n", rmdir("/mill/floor-1"));
  walk("/", 0);
  return 0;
}
