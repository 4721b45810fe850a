import type { Descriptor } from './descriptors.ts';

/** Bits of a descriptor's rights. https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#rights */
export const Right = {
  fd_datasync: 1n << 0n,
  fd_read: 1n << 1n,
  fd_seek: 1n << 2n,
  fd_fdstat_set_flags: 1n << 3n,
  fd_sync: 1n << 4n,
  fd_tell: 1n << 5n,
  fd_write: 1n << 6n,
  fd_advise: 1n << 7n,
  fd_allocate: 1n << 8n,
  path_create_directory: 1n << 9n,
  path_create_file: 1n << 10n,
  path_link_source: 1n << 11n,
  path_link_target: 1n << 12n,
  path_open: 1n << 13n,
  fd_readdir: 1n << 14n,
  path_readlink: 1n << 15n,
  path_rename_source: 1n << 16n,
  path_rename_target: 1n << 17n,
  path_filestat_get: 1n << 18n,
  path_filestat_set_size: 1n << 19n,
  path_filestat_set_times: 1n << 20n,
  fd_filestat_get: 1n << 21n,
  fd_filestat_set_size: 1n << 22n,
  fd_filestat_set_times: 1n << 23n,
  path_symlink: 1n << 24n,
  path_remove_directory: 1n << 25n,
  path_unlink_file: 1n << 26n,
} as const;

const RIGHTS_ALL = (1n << 29n) - 1n;
/** What a file that was not opened for writing cannot do. */
export const RIGHTS_TO_WRITE = Right.fd_write | Right.fd_allocate | Right.fd_filestat_set_size;

/** What each kind of descriptor never can. A directory that is opened with the rights it reports is not opened to write. */
const IMPOSSIBLE: Readonly<Record<Descriptor['kind'], bigint>> = {
  input: Right.fd_seek | Right.fd_tell | Right.fd_write,
  output: Right.fd_seek | Right.fd_tell | Right.fd_read,
  file: 0n,
  directory: Right.fd_seek | Right.fd_write | Right.fd_filestat_set_size,
};

/** The rights a descriptor has, and those that what is opened below it can have. */
export function rightsOf(descriptor: Descriptor): { base: bigint; inheriting: bigint } {
  return {
    base: RIGHTS_ALL & ~(IMPOSSIBLE[descriptor.kind] | descriptor.dropped),
    inheriting: descriptor.kind === 'directory' ? RIGHTS_ALL & ~descriptor.droppedBelow : 0n,
  };
}

const named = (names: readonly (keyof typeof Right)[]): [name: string, needs: [number, bigint][]][] =>
  names.map((name) => [name, [[0, Right[name]]]]);

/** Which argument of which function is a descriptor that must have which rights; `path_open` asks for more by its flags. */
export const rightsNeeded: Readonly<Record<string, readonly (readonly [argument: number, rights: bigint])[]>> = {
  ...Object.fromEntries(
    named([
      'fd_datasync',
      'fd_read',
      'fd_seek',
      'fd_fdstat_set_flags',
      'fd_sync',
      'fd_tell',
      'fd_write',
      'fd_advise',
      'fd_allocate',
      'path_create_directory',
      'path_open',
      'fd_readdir',
      'path_readlink',
      'path_filestat_get',
      'path_filestat_set_times',
      'fd_filestat_get',
      'fd_filestat_set_size',
      'fd_filestat_set_times',
      'path_remove_directory',
      'path_unlink_file',
    ]),
  ),
  fd_pread: [[0, Right.fd_read | Right.fd_seek]],
  fd_pwrite: [[0, Right.fd_write | Right.fd_seek]],
  path_link: [
    [0, Right.path_link_source],
    [4, Right.path_link_target],
  ],
  path_rename: [
    [0, Right.path_rename_source],
    [3, Right.path_rename_target],
  ],
  path_symlink: [[2, Right.path_symlink]],
};
