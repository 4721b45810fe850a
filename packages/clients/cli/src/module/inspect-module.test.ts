import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copying, fencing, importing, printing } from '../../test/tiny-modules.ts';
import { inspectModule } from './inspect-module.ts';
import { pictureOfModule } from './picture.ts';

describe('inspectModule', () => {
  it('says what a module is made of, and what metering makes of it', () => {
    const bytes = printing('ground\n');
    const module = inspectModule(bytes);
    expect(module).toMatchObject({
      kind: 'wasm',
      bytes: bytes.length,
      accepted: true,
      refusal: null,
      entry: '_start',
      imports: [
        { module: 'wasi_snapshot_preview1', name: 'fd_write', type: '(i32, i32, i32, i32) -> i32', refusal: null },
      ],
      exports: [
        { name: 'memory', kind: 'memory' },
        { name: '_start', kind: 'function', type: '() -> ()' },
      ],
      memories: [{ min: 1, max: null }],
      functions: { count: 1 },
      data: { segments: 1, bytes: 23 },
      instrumented: { profile: 'gristmill-1', fuelSchedule: 'fuel-1' },
    });
    expect(module.instrumented!.canonicalBytes).toBeGreaterThan(bytes.length);
    // Header and sections are all there is.
    expect(module.sections.reduce((sum, section) => sum + section.bytes, 8)).toBe(bytes.length);
  });

  it('names a feature that is refused, its byte, and what to do', () => {
    const { accepted, refusal, features, instrumented } = inspectModule(fencing);
    const offset = Buffer.from(fencing).indexOf(Buffer.of(0xfe, 0x03, 0x00));
    expect({ accepted, instrumented }).toEqual({ accepted: false, instrumented: null });
    expect(refusal).toMatchObject({ code: 'MODULE_FEATURE_REFUSED', offset, hint: expect.stringMatching(/\w/) });
    expect(features).toContainEqual({ name: 'threads', uses: 1, offset });
  });

  it('tells imports that are offered from those that are not, each by the sandbox itself', () => {
    expect(inspectModule(importing)).toMatchObject({
      accepted: false,
      refusal: { code: 'MODULE_IMPORT_REFUSED' },
      imports: [{ module: 'env', name: 'telephone', refusal: 'not offered' }],
    });
    const files = inspectModule(copying('a', 'b'));
    expect(files.imports.map(({ name, refusal }) => [name, refusal])).toEqual([
      ['path_open', null],
      ['fd_read', null],
      ['fd_write', null],
    ]);
    // The same name with another type.
    const bytes = copying('a', 'b');
    const at = Buffer.from(bytes).indexOf('fd_read') + 'fd_read'.length + 1;
    bytes[at] = 0;
    expect(inspectModule(bytes).imports[1]).toMatchObject({
      name: 'fd_read',
      type: '() -> ()',
      refusal: expect.stringContaining('offers it as'),
    });
  });

  it('comes to an end, and to a picture, for whatever it is given', () => {
    const modules = [printing('x'), importing, fencing, copying('a', 'b')].map((bytes) => [...bytes]);
    const mutated = fc
      .tuple(
        fc.constantFrom(...modules),
        fc.array(fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 255 })), { maxLength: 6 }),
      )
      .map(([bytes, changes]) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return copy;
      });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 64 })), (bytes) => {
        const module = inspectModule(bytes);
        expect(module.accepted).toBe(module.refusal === null);
        expect(pictureOfModule('module.wasm', module)).toContain(module.cid);
      }),
      { numRuns: 500 },
    );
  });
});
