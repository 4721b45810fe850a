import type { FunctionType } from '../wasm/function-type.ts';
import { ValueType } from '../wasm/module-layout.ts';

/** Function types by module and name, as `signatureOf` writes them. */
export type OfferedFunctions = Readonly<Record<string, Readonly<Record<string, string>>>>;

const TYPE_NAMES = new Map<number, string>(Object.entries(ValueType).map(([name, code]) => [code, name]));

const typeList = (types: readonly number[]): string => types.map((type) => TYPE_NAMES.get(type)).join(', ');

/** A function type as text: `(i32, i64) -> i32`. */
export function signatureOf({ parameters, results }: FunctionType): string {
  return `(${typeList(parameters)}) -> ${results.length === 1 ? typeList(results) : `(${typeList(results)})`}`;
}

/** Parameters in short, `i` for i32 and `I` for i64; every function but `proc_exit` gives an errno. */
const PREVIEW1: Readonly<Record<string, string>> = {
  args_get: 'ii',
  args_sizes_get: 'ii',
  environ_get: 'ii',
  environ_sizes_get: 'ii',
  clock_res_get: 'ii',
  clock_time_get: 'iIi',
  fd_advise: 'iIIi',
  fd_allocate: 'iII',
  fd_close: 'i',
  fd_datasync: 'i',
  fd_fdstat_get: 'ii',
  fd_fdstat_set_flags: 'ii',
  fd_fdstat_set_rights: 'iII',
  fd_filestat_get: 'ii',
  fd_filestat_set_size: 'iI',
  fd_filestat_set_times: 'iIIi',
  fd_pread: 'iiiIi',
  fd_prestat_get: 'ii',
  fd_prestat_dir_name: 'iii',
  fd_pwrite: 'iiiIi',
  fd_read: 'iiii',
  fd_readdir: 'iiiIi',
  fd_renumber: 'ii',
  fd_seek: 'iIii',
  fd_sync: 'i',
  fd_tell: 'ii',
  fd_write: 'iiii',
  path_create_directory: 'iii',
  path_filestat_get: 'iiiii',
  path_filestat_set_times: 'iiiiIIi',
  path_link: 'iiiiiii',
  path_open: 'iiiiiIIii',
  path_readlink: 'iiiiii',
  path_remove_directory: 'iii',
  path_rename: 'iiiiii',
  path_symlink: 'iiiii',
  path_unlink_file: 'iii',
  poll_oneoff: 'iiii',
  proc_exit: 'i',
  proc_raise: 'i',
  sched_yield: '',
  random_get: 'ii',
  sock_accept: 'iii',
  sock_recv: 'iiiiii',
  sock_send: 'iiiii',
  sock_shutdown: 'ii',
};

/** All of WASI preview 1. https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md */
export const wasiFunctions: OfferedFunctions = {
  wasi_snapshot_preview1: Object.fromEntries(
    Object.entries(PREVIEW1).map(([name, parameters]) => [
      name,
      signatureOf({
        parameters: Array.from(parameters, (letter) => (letter === 'I' ? ValueType.i64 : ValueType.i32)),
        results: name === 'proc_exit' ? [] : [ValueType.i32],
      }),
    ]),
  ),
};
