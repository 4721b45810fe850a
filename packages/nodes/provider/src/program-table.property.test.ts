import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLruCache } from './lru-cache.ts';
import { createProgramTable } from './program-table.ts';

const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e');

test('[7] No program that a task waits for is dropped, and the others keep to their room.', () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom('want', 'release', 'prepared', 'forget'),
      key: keys,
      bytes: fc.nat({ max: 10 }),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(steps, (taken) => {
      const table = createProgramTable({ bytesMax: 20 });
      const wanted = new Map<string, number>();
      const ready = new Map<string, number>();
      for (const { what, key, bytes } of taken) {
        let dropped: string[] = [];
        const users = wanted.get(key) ?? 0;
        if (what === 'want') {
          table.want(key);
          wanted.set(key, users + 1);
        } else if (what === 'release') {
          if (users === 0) continue;
          wanted.set(key, users - 1);
          dropped = table.release(key);
        } else if (what === 'prepared') {
          ready.set(key, bytes);
          dropped = table.prepared(key, bytes);
        } else {
          ready.delete(key);
          table.forget(key);
        }
        for (const one of dropped) {
          expect(wanted.get(one) ?? 0).toBe(0);
          expect(ready.delete(one)).toBe(true);
        }
        for (const one of ['a', 'b', 'c', 'd', 'e']) expect(table.state(one)).toBe(ready.has(one) ? 'ready' : 'absent');
        if (what === 'forget' || what === 'want') continue;
        const idle = [...ready].filter(([one]) => (wanted.get(one) ?? 0) === 0);
        const held = [...ready.values()].reduce((sum, size) => sum + size, 0);
        expect(held <= 20 || idle.length === 0).toBe(true);
      }
    }),
  );
});

test('A cache holds the values that were used last, within its bytes.', () => {
  const steps = fc.array(fc.record({ key: keys, bytes: fc.integer({ min: 1, max: 12 }), isGet: fc.boolean() }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(steps, (taken) => {
      const cache = createLruCache<string, number>({ bytesMax: 20 });
      /** The last was used last. */
      let model: { key: string; bytes: number }[] = [];
      for (const { key, bytes, isGet } of taken) {
        const known = model.find((entry) => entry.key === key);
        model = model.filter((entry) => entry.key !== key);
        if (isGet) {
          expect(cache.get(key)).toBe(known?.bytes);
          if (known !== undefined) model.push(known);
        } else {
          cache.set(key, bytes, bytes);
          model.push({ key, bytes });
          while (model.reduce((sum, entry) => sum + entry.bytes, 0) > 20) model.shift();
        }
        expect(cache.bytesUsed).toBe(model.reduce((sum, entry) => sum + entry.bytes, 0));
      }
    }),
  );
});
