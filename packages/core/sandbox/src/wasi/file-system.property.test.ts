import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OutputBudget } from '../run/output-budget.ts';
import { WasiError } from './errno.ts';
import { DirectoryNode, FileSystem } from './file-system.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd', '..', '..', '.', '');
const path = fc.array(name, { minLength: 1, maxLength: 6 }).map((names) => names.join('/'));

const unlessRefused = <Result>(act: () => Result): Result | null => {
  try {
    return act();
  } catch (error) {
    if (error instanceof WasiError) return null;
    throw error;
  }
};

it('invariant 9: whatever directories and links there are, no path leads above where it starts', () => {
  let through = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ target: fc.option(path), at: path }), { maxLength: 20 }),
      fc.array(path, { minLength: 1, maxLength: 10 }),
      (makes, walks) => {
        const meter = { charge: () => undefined };
        const files = new FileSystem(
          new Map([['a/b/c', new Uint8Array(1)]]),
          { meter, budget: new OutputBudget(1 << 20) },
          () => 0n,
        );
        const inside = files.existing(files.root, 'a', true) as DirectoryNode;
        for (const { target, at } of makes) {
          for (const from of [files.root, inside]) {
            unlessRefused(() =>
              target === null ? files.createDirectory(from, at) : files.createLink(target, from, at),
            );
          }
        }
        for (const walk of walks) {
          const place = unlessRefused(() => files.resolve(inside, walk, true));
          if (place === null) continue;
          through++;
          expect(place.directory.isWithin(inside)).toBe(true);
          if (place.node instanceof DirectoryNode) expect(place.node.isWithin(inside)).toBe(true);
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(through).toBeGreaterThan(100);
});
