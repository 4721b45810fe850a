import { assemble } from './assembler.ts';
import { fuelCases } from './fuel-cases.ts';

type Bytes = readonly (number | readonly number[])[];

const section = (id: number, ...content: Bytes): number[] => {
  const bytes = content.flat();
  return [id, bytes.length, ...bytes];
};
const name = (text: string): number[] => {
  const bytes = new TextEncoder().encode(text);
  return [bytes.length, ...bytes];
};

/** Every section of the binary format, and each form that its items have. */
const everySection = Uint8Array.from(
  [
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    section(0, ...name('first'), 1, 2, 3),
    section(1, 3, [0x60, 0, 0], [0x60, 2, 0x7f, 0x7e, 2, 0x7d, 0x7c], [0x60, 1, 0x7f, 0]),
    section(2, 1, ...name('wasi_snapshot_preview1'), ...name('proc_exit'), 0, 2),
    section(3, 2, 0, 1),
    section(4, 2, [0x70, 0, 9], [0x6f, 1, 1, 5]),
    section(5, 1, 1, 1, 3),
    section(
      6,
      7,
      [0x7f, 1, 0x41, 0x7e, 0x0b],
      [0x7e, 0, 0x42, 0x80, 1, 0x42, 2, 0x7e, 0x0b],
      [0x7d, 1, 0x43, 0, 0, 0x80, 0x3f, 0x0b],
      [0x7c, 0, 0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0x0b],
      [0x7b, 1, 0xfd, 0x0c, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 0x0b],
      [0x70, 1, 0xd2, 1, 0x0b],
      [0x6f, 0, 0xd0, 0x6f, 0x0b],
    ),
    section(7, 4, [...name('_start'), 0, 1], [...name('t'), 1, 0], [...name('m'), 2, 0], [...name('é'), 3, 0]),
    section(8, 1),
    section(
      9,
      8,
      [0, 0x41, 0, 0x0b, 1, 1],
      [1, 0, 1, 2],
      [2, 0, 0x41, 1, 0x41, 1, 0x6a, 0x0b, 0, 2, 1, 2],
      [3, 0, 1, 2],
      [4, 0x41, 4, 0x0b, 1, 0xd2, 1, 0x0b],
      [5, 0x70, 2, 0xd2, 1, 0x0b, 0xd0, 0x70, 0x0b],
      [6, 1, 0x41, 0, 0x0b, 0x6f, 1, 0xd0, 0x6f, 0x0b],
      [7, 0x70, 0],
    ),
    section(12, 3),
    section(
      10,
      2,
      [9, 2, 1, 0x7f, 2, 0x7b, 0x41, 0, 0x1a, 0x0b],
      [14, 0, 0x43, 0, 0, 0, 0, 0x20, 0, 0xb2, 0x92, 0x20, 1, 0xb9, 0x0b],
    ),
    section(11, 3, [0, 0x41, 0, 0x0b, 2, 1, 2], [1, 1, 9], [2, 0, 0x41, 8, 0x0b, 1, 7]),
    section(0, ...name('name'), 0),
  ].flat(),
);

/** Small valid commands to start mutations from. */
export const decoderSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...Array.from({ length: 20 }, () => ['every section', everySection] as const),
  ...fuelCases.map((one) => [one.name, assemble(one.module)] as const),
];
