import { type Setting, utf8 } from './case-of.ts';

/** A program in `c/`, or a kernel of the benchmarks, with its inputs: a case each. */
interface CProgram {
  readonly file: string;
  readonly runs: readonly (Setting & { readonly name?: string })[];
}

/** The benchmarks' kernels, with an argument that makes them short. */
const KERNEL_ARGUMENTS = {
  alignment: '1',
  blur: '3',
  compress: '1',
  'conjugate-gradient': '40',
  fourier: '3',
  interpreter: '20000',
  queens: '8',
  sha256: '500',
  sorting: '4000',
  'word-count': '20000',
};

export const kernelPrograms: readonly CProgram[] = Object.entries(KERNEL_ARGUMENTS).map(([kernel, argument]) => ({
  file: `${kernel}.c`,
  runs: [{ task: { args: [argument] } }],
}));

const LINES = utf8('grain 12.5\nflour 8\nbran 0.125\n\nstone -3e2\n');
const CSV = { '/data/input.csv': utf8('1,2,3\n4.5,-6\n\n1e3,0x10,7,8,9\n'), '/data/other': utf8('left alone') };

export const cPrograms: readonly CProgram[] = [
  { file: 'print-numbers.c', runs: [{}] },
  { file: 'files.c', runs: [{ task: { files: CSV } }, { name: 'nothing to read', expected: 'exited' }] },
  {
    file: 'directories.c',
    runs: [{}, { name: 'no room for names', limits: { outputBytes: 8000 }, expected: 'limit' }],
  },
  {
    file: 'clocks.c',
    runs: [{}, { name: 'another seed', task: { seed: Uint8Array.of(1), startTime: 951_826_399_999 } }],
  },
  {
    file: 'words.c',
    runs: [
      { task: { args: ['--twice', 'Größe', ''], env: { Z: 'last', MILL: 'wind', A: '=first=' }, stdin: LINES } },
      { name: 'nothing given' },
      {
        name: 'too much said',
        task: { stdin: utf8('word '.repeat(5000)) },
        limits: { outputBytes: 10_000 },
        expected: 'limit',
      },
      {
        name: 'out of fuel',
        task: { stdin: utf8('word '.repeat(5000)) },
        limits: { fuel: 1_300_007 },
        expected: 'out-of-fuel',
      },
    ],
  },
  { file: 'allocator.c', runs: [{}, { name: 'little memory', limits: { memoryPages: 40 } }] },
  { file: 'vectors.c', runs: [{}] },
  { file: 'abort.c', runs: [{ expected: 'trapped' }] },
  { file: 'wrong-pointer.c', runs: [{ expected: 'trapped' }] },
  {
    file: 'deep.c',
    runs: [{ task: { args: ['180'] } }, { name: 'beyond the depth', task: { args: ['400'] }, expected: 'limit' }],
  },
  { file: 'text.c', runs: [{}] },
  { file: 'matrix.c', runs: [{}] },
  { file: 'containers.cc', runs: [{}] },
  { file: 'objects.cc', runs: [{}] },
];
