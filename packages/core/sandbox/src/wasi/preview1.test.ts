import { describe, expect, it } from 'vitest';
import { instrument } from '../instrument/instrument.ts';
import { execute } from '../run/execute.ts';
import { FuelExhausted, LimitReached, ProcessExit } from '../run/stop.ts';
import { assemble } from '../testing/assembler.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import { WasiProbe } from '../testing/wasi-world.ts';
import { Errno } from './errno.ts';
import { createPreview1 } from './preview1.ts';
import { Right } from './rights.ts';
import { wasiFunctions } from './signatures.ts';

const RANDOM_BLOCK_0 = '6caf24915b09dc37f3ef72d009cef6322ba220e246a979bd317eaeb9aededaaa';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const take = (seed: Uint8Array, sizes: number[]): number[] => {
  const wasi = new WasiProbe({ seed });
  return sizes.flatMap((size) => {
    const at = wasi.room(size);
    expect(wasi.call('random_get', at, size)).toBe(0);
    return [...wasi.memory.bytes(at, size)];
  });
};

describe('preview 1', () => {
  it('offers a function for every signature, and no other', () => {
    const functions = createPreview1({ args: [], env: {} } as unknown as Parameters<typeof createPreview1>[0]);
    expect(Object.keys(functions).toSorted()).toEqual(Object.keys(wasiFunctions['wasi_snapshot_preview1']!).toSorted());
  });

  it('hands over arguments and environment', () => {
    const wasi = new WasiProbe({ args: ['one', 'zwölf'], env: { X: 'a=b', HOME: '/' } });
    for (const [sizes, get, expected] of [
      ['args_sizes_get', 'args_get', ['task', 'one', 'zwölf']],
      ['environ_sizes_get', 'environ_get', ['HOME=/', 'X=a=b']],
    ] as const) {
      const [count, size] = [wasi.room(4), wasi.room(4)];
      expect(wasi.call(sizes, count, size)).toBe(0);
      const [pointers, buffer] = [wasi.room(64), wasi.room(64)];
      expect(wasi.call(get, pointers, buffer)).toBe(0);
      const length = wasi.memory.getU32(size);
      expect(wasi.text(buffer, length)).toBe(expected.map((text) => `${text}\0`).join(''));
      expect(wasi.memory.getU32(count)).toBe(expected.length);
      expect(wasi.memory.getU32(pointers)).toBe(buffer);
    }
  });

  it('reaches to the last byte of memory, and not beyond', () => {
    const wasi = new WasiProbe({ files: new Map([['f', bytes('123')]]) });
    const fd = wasi.open('f');
    const end = 65_536;
    expect(wasi.call('args_sizes_get', end - 4, end - 8)).toBe(0);
    expect(wasi.call('args_sizes_get', end - 3, end - 8)).toBe(Errno.fault);
    expect(wasi.call('fd_tell', fd, end - 8)).toBe(0);
    expect(wasi.call('fd_tell', fd, end - 7)).toBe(Errno.fault);
    expect(wasi.call('fd_read', fd, end - 8, 1, wasi.room(4))).toBe(0);
    expect(wasi.call('fd_read', fd, end - 7, 1, wasi.room(4))).toBe(Errno.fault);
    expect(wasi.call('random_get', end - 3, 3)).toBe(0);
    expect(wasi.call('random_get', end - 3, 4)).toBe(Errno.fault);
  });

  it('has a clock that starts at the start time and moves with fuel and sleep only', () => {
    const wasi = new WasiProbe({ startTime: 1000 });
    const first = wasi.time(0);
    expect(first).toBe(1_000_000_000n + wasi.meter.used);
    wasi.meter.charge(5000n);
    expect(wasi.time(1)).toBe(wasi.meter.used);
    expect(wasi.call('clock_time_get', 9, 0n, wasi.room(8))).toBe(Errno.inval);
    const before = wasi.time(1);
    // One relative wait of a second on the monotonic clock.
    const subscription = wasi.room(48);
    wasi.memory.setU64(subscription, 77n);
    wasi.memory.setU32(subscription + 16, 1);
    wasi.memory.setU64(subscription + 24, 1_000_000_000n);
    const [event, count] = [wasi.room(32), wasi.room(4)];
    expect(wasi.call('poll_oneoff', subscription, event, 1, count)).toBe(0);
    expect(wasi.memory.getU32(count)).toBe(1);
    expect(wasi.memory.getU64(event)).toBe(77n);
    const slept = wasi.time(1) - before;
    expect(slept >= 1_000_000_000n && slept < 1_000_010_000n).toBe(true);
  });

  it('does not wait when a stream is ready', () => {
    const wasi = new WasiProbe();
    const subscriptions = wasi.room(96);
    wasi.memory.setU64(subscriptions + 24, 10n ** 18n);
    wasi.memory.setU8(subscriptions + 48 + 8, 2);
    wasi.memory.setU32(subscriptions + 48 + 16, 1);
    const [events, count] = [wasi.room(64), wasi.room(4)];
    expect(wasi.call('poll_oneoff', subscriptions, events, 2, count)).toBe(0);
    expect(wasi.memory.getU32(count)).toBe(1);
    expect(wasi.memory.getU8(events + 10)).toBe(2);
    expect(wasi.time(1) < 10n ** 9n).toBe(true);
  });

  it('says how much there is to read, and what cannot be asked', () => {
    const wasi = new WasiProbe({ stdin: bytes('12345'), files: new Map([['/f', bytes('123')]]) });
    wasi.read(0, 2);
    const fd = wasi.open('f');
    const poll = (of: number, type: number): { errno: number; event: number; nbytes: bigint } => {
      const [subscription, event, count] = [wasi.room(48), wasi.room(32), wasi.room(4)];
      wasi.memory.setU8(subscription + 8, type);
      wasi.memory.setU32(subscription + 16, of);
      const errno = wasi.call('poll_oneoff', subscription, event, 1, count);
      return { errno, event: wasi.memory.getU16(event + 8), nbytes: wasi.memory.getU64(event + 16) };
    };
    expect(poll(0, 1)).toEqual({ errno: 0, event: 0, nbytes: 3n });
    expect(poll(fd, 1)).toEqual({ errno: 0, event: 0, nbytes: 3n });
    wasi.read(fd, 10);
    expect(poll(fd, 1)).toEqual({ errno: 0, event: 0, nbytes: 0n });
    expect(poll(1, 2)).toEqual({ errno: 0, event: 0, nbytes: 0n });
    expect(poll(1, 1)).toEqual({ errno: 0, event: 0, nbytes: 0n });
    expect(poll(77, 1)).toEqual({ errno: 0, event: Errno.badf, nbytes: 0n });
    expect(poll(0, 3).errno).toBe(Errno.inval);
    expect(wasi.call('poll_oneoff', 0, 0, 0, 0)).toBe(Errno.inval);
  });

  it('waits until a time as well as for one, and the clocks stop at the end of time', () => {
    const wasi = new WasiProbe({ startTime: 1000 });
    const waitUntil = (clock: number, time: bigint): void => {
      const subscription = wasi.room(48);
      wasi.memory.setU32(subscription + 16, clock);
      wasi.memory.setU64(subscription + 24, time);
      wasi.memory.setU16(subscription + 40, 1);
      expect(wasi.call('poll_oneoff', subscription, wasi.room(32), 1, wasi.room(4))).toBe(0);
    };
    waitUntil(0, 5_000_000_000n);
    expect(wasi.time(0) - 5_000_000_000n < 10_000n).toBe(true);
    const before = wasi.time(1);
    waitUntil(0, 1n);
    expect(wasi.time(1) - before < 10_000n).toBe(true);
    waitUntil(1, 2n ** 64n - 1n);
    expect([0, 1, 2, 3].map((clock) => wasi.time(clock))).toEqual(Array.from({ length: 4 }, () => 2n ** 64n - 1n));
  });

  it('makes random bytes from the seed alone, however they are asked for', () => {
    const whole = take(Uint8Array.of(1), [100]);
    expect(take(Uint8Array.of(1), [1, 31, 33, 0, 35])).toEqual(whole);
    expect(take(Uint8Array.of(2), [100])).not.toEqual(whole);
    // ChaCha20 of OpenSSL under SHA-256("gristmill/random/1" || 01000000 || 01).
    expect(Buffer.from(whole.slice(0, 32)).toString('hex')).toBe(RANDOM_BLOCK_0);
  });

  it('charges for what it does, and stops when that is more than is left', () => {
    const wasi = new WasiProbe({}, { fuel: 1000n });
    expect(wasi.call('random_get', 0, 100)).toBe(0);
    expect(wasi.meter.used).toBe(200n + 400n);
    expect(() => wasi.call('random_get', 0, 60_000)).toThrow(FuelExhausted);
  });

  it('answers a bad address with an errno', () => {
    const wasi = new WasiProbe();
    expect(wasi.call('random_get', 65_535, 2)).toBe(Errno.fault);
    expect(wasi.call('clock_time_get', 0, 0n, -4)).toBe(Errno.fault);
    expect(wasi.call('fd_write', 1, 65_532, 1, 0)).toBe(Errno.fault);
    expect(wasi.call('fd_write', 1, 0, 0x7fff_ffff, 0)).toBe(Errno.inval);
    expect(wasi.call('path_create_directory', 3, 65_530, 100)).toBe(Errno.fault);
  });

  it('ends with proc_exit, and has no sockets or signals', () => {
    const wasi = new WasiProbe();
    expect(() => wasi.call('proc_exit', 3)).toThrow(ProcessExit);
    expect(wasi.call('sock_recv', 0, 0, 0, 0, 0, 0)).toBe(Errno.notsock);
    expect(wasi.call('sock_shutdown', 99, 0)).toBe(Errno.badf);
    expect(wasi.call('proc_raise', 9)).toBe(Errno.nosys);
    expect(wasi.call('sched_yield')).toBe(0);
  });
});

describe('streams', () => {
  it('read stdin in parts, and write stdout and stderr', () => {
    const wasi = new WasiProbe({ stdin: bytes('hello') });
    expect([wasi.read(0, 3), wasi.read(0, 10), wasi.read(0, 10)]).toEqual(['hel', 'lo', '']);
    wasi.write(1, 'out');
    wasi.write(2, 'err');
    wasi.write(1, 'put');
    expect(new TextDecoder().decode(wasi.stdout.toBytes())).toBe('output');
    expect(new TextDecoder().decode(wasi.stderr.toBytes())).toBe('err');
    expect(wasi.call('fd_seek', 1, 0n, 0, 0)).toBe(Errno.spipe);
    expect(wasi.write(0, 'x')).toBe(Errno.spipe);
    expect(wasi.write(7, 'x')).toBe(Errno.badf);
  });

  it('are of no type that a program could mistake for a file or a directory', () => {
    const wasi = new WasiProbe({ files: new Map([['f', bytes('')]]) });
    const at = wasi.room(24);
    const types = [0, 1, 2, 3, wasi.open('f')].map((fd) => {
      wasi.memory.bytes(at, 24).fill(255);
      expect(wasi.call('fd_fdstat_get', fd, at)).toBe(0);
      return wasi.memory.getU8(at);
    });
    expect(types).toEqual([0, 0, 0, 3, 4]);
  });

  it('are gathered from several buffers and scattered to them, in order', () => {
    const wasi = new WasiProbe({ stdin: bytes('abcdefg') });
    const [buffers, first, second, count] = [wasi.room(16), wasi.room(3), wasi.room(8), wasi.room(4)];
    for (const [i, word] of [first, 3, second, 8].entries()) wasi.memory.setU32(buffers + 4 * i, word);
    expect(wasi.call('fd_read', 0, buffers, 2, count)).toBe(0);
    expect([wasi.memory.getU32(count), wasi.text(first, 3), wasi.text(second, 8)]).toEqual([7, 'abc', 'defg\0\0\0\0']);
    wasi.memory.setU32(buffers + 12, 4);
    expect(wasi.call('fd_write', 1, buffers, 2, count)).toBe(0);
    expect(wasi.memory.getU32(count)).toBe(7);
    expect(new TextDecoder().decode(wasi.stdout.toBytes())).toBe('abcdefg');
  });

  it('share the output budget with files', () => {
    const wasi = new WasiProbe({}, { outputBytes: 1000 });
    wasi.write(1, 'a'.repeat(500));
    const fd = wasi.open('f', { flags: 1 });
    wasi.write(fd, 'b'.repeat(240));
    expect(() => wasi.write(2, 'ccccc')).toThrow(LimitReached);
    expect(() => wasi.call('fd_filestat_set_size', fd, 100_000n)).toThrow(LimitReached);
    expect(wasi.write(2, 'cccc')).toBe(0);
  });
});

describe('files', () => {
  const files = new Map([
    ['/data/input.csv', bytes('a,b\n1,2\n')],
    ['readme', bytes('hi')],
  ]);

  it('are preopened at / and read', () => {
    const wasi = new WasiProbe({ files });
    const at = wasi.room(8);
    expect(wasi.call('fd_prestat_get', 3, at)).toBe(0);
    expect(wasi.memory.getU32(at + 4)).toBe(1);
    expect(wasi.call('fd_prestat_dir_name', 3, at, 1)).toBe(0);
    expect(wasi.text(at, 1)).toBe('/');
    expect(wasi.call('fd_prestat_get', 4, at)).toBe(Errno.badf);
    const fd = wasi.open('data/input.csv', { rights: 2n });
    expect(fd).toBe(4);
    expect(wasi.read(fd, 4)).toBe('a,b\n');
    expect(wasi.pread(fd, 3, 2n)).toBe('b\n1');
    expect(wasi.read(fd, 100)).toBe('1,2\n');
    expect(wasi.write(fd, 'no')).toBe(Errno.notcapable);
    expect(wasi.size('data/input.csv')).toBe(8n);
    expect(wasi.files.changedFiles().size).toBe(0);
  });

  it('are preopened where the task says, and nowhere else', () => {
    const wasi = new WasiProbe({
      files: new Map([
        ['/in/a', bytes('A')],
        ['/secret', bytes('S')],
      ]),
      preopens: ['/in', 'out/deep'],
    });
    const nameOf = (fd: number): string => {
      const at = wasi.room(8);
      const errno = wasi.call('fd_prestat_get', fd, at);
      if (errno !== 0) return `errno ${errno}`;
      const length = wasi.memory.getU32(at + 4);
      const name = wasi.room(length);
      expect(wasi.call('fd_prestat_dir_name', fd, name, length)).toBe(0);
      return wasi.text(name, length);
    };
    expect([3, 4, 5].map(nameOf)).toEqual(['/in', 'out/deep', `errno ${Errno.badf}`]);
    expect(wasi.read(wasi.open('a'), 9)).toBe('A');
    expect(wasi.open('../secret')).toBe(-Errno.notcapable);
    expect(wasi.write(wasi.open('made', { flags: 1, directory: 4 }), 'M')).toBe(0);
    expect([...wasi.files.changedFiles().keys()]).toEqual(['/out/deep/made']);
    expect(new WasiProbe({ preopens: [] }).call('fd_prestat_get', 3, 1024)).toBe(Errno.badf);
    expect(() => new WasiProbe({ preopens: ['/a/../b'] })).toThrow(
      expect.objectContaining({ code: 'TASK_FILES_INVALID' }),
    );
    expect(() => new WasiProbe({ files: new Map([['/f', bytes('')]]), preopens: ['/f'] })).toThrow(
      expect.objectContaining({ code: 'TASK_FILES_INVALID' }),
    );
  });

  it('have holes of zeros, which count as bytes', () => {
    const wasi = new WasiProbe({}, { outputBytes: 10_000 });
    const fd = wasi.open('sparse', { flags: 1 });
    expect(wasi.pwrite(fd, 'end', 5000n)).toBe(0);
    expect(wasi.pread(fd, 4, 4998n)).toBe('\0\0en');
    expect(wasi.size('sparse')).toBe(5003n);
    expect(wasi.call('fd_allocate', fd, 5000n, 100n)).toBe(0);
    expect(wasi.size('sparse')).toBe(5100n);
    expect(wasi.call('fd_filestat_set_size', fd, 3n)).toBe(0);
    expect(wasi.call('fd_filestat_set_size', fd, 5003n)).toBe(0);
    expect(wasi.pread(fd, 3, 5000n)).toBe('\0\0\0');
    expect(() => wasi.pwrite(fd, 'x', 2n ** 30n)).toThrow(LimitReached);
    expect(wasi.pwrite(fd, 'x', 2n ** 40n)).toBe(Errno.inval);
  });

  it('are as many as the output has room for names', () => {
    const wasi = new WasiProbe({}, { outputBytes: 256 * 20 });
    for (let i = 0; i < 20; i++) expect(wasi.call('fd_close', wasi.open(`empty-${i}`, { flags: 1 }))).toBe(0);
    expect(() => wasi.open('one-too-many', { flags: 1 })).toThrow(LimitReached);
    expect(wasi.open('ä'.repeat(127), { flags: 0 })).toBe(-Errno.noent);
    expect(wasi.open('ä'.repeat(128), { flags: 0 })).toBe(-Errno.nametoolong);
  });

  it('are made, written, sought, appended to, truncated and given back when changed', () => {
    const wasi = new WasiProbe({ files });
    const fd = wasi.open('out.txt', { flags: 1 });
    wasi.write(fd, '0123456789');
    const at = wasi.room(8);
    expect(wasi.call('fd_seek', fd, -4n, 2, at)).toBe(0);
    expect(wasi.memory.getU64(at)).toBe(6n);
    wasi.write(fd, 'XY');
    expect(wasi.call('fd_tell', fd, at)).toBe(0);
    expect(wasi.memory.getU64(at)).toBe(8n);
    expect(wasi.pwrite(fd, 'Z', 14n)).toBe(0);
    expect(wasi.pread(fd, 20, 0n)).toBe('012345XY89\0\0\0\0Z');
    expect(wasi.call('fd_filestat_set_size', fd, 3n)).toBe(0);
    expect(wasi.call('fd_filestat_set_size', fd, 5n)).toBe(0);
    expect(wasi.pread(fd, 20, 0n)).toBe('012\0\0');
    const appending = wasi.open('readme', { fdFlags: 1 });
    wasi.write(appending, ' there');
    expect(wasi.call('fd_seek', fd, -1n, 0, at)).toBe(Errno.inval);
    expect(wasi.call('fd_close', fd)).toBe(0);
    expect(wasi.call('fd_close', fd)).toBe(Errno.badf);
    wasi.open('data/input.csv', { flags: 8 });
    expect([...wasi.files.changedFiles()].map(([path, content]) => [path, new TextDecoder().decode(content)])).toEqual([
      ['/data/input.csv', ''],
      ['/out.txt', '012\0\0'],
      ['/readme', 'hi there'],
    ]);
    // The caller's own bytes are as they were.
    expect(files.get('readme')).toEqual(bytes('hi'));
  });

  it('refuse what POSIX refuses', () => {
    const wasi = new WasiProbe({ files });
    expect(wasi.open('nowhere')).toBe(-Errno.noent);
    expect(wasi.open('readme/x')).toBe(-Errno.notdir);
    expect(wasi.open('new/', { flags: 1 })).toBe(-Errno.isdir);
    expect(wasi.open('data/', { flags: 2, rights: 0n })).toBeGreaterThan(3);
    const file = wasi.open('readme');
    expect(wasi.open('x', { directory: file })).toBe(-Errno.notdir);
    expect(wasi.call('fd_readdir', file, wasi.room(8), 8, 0n, wasi.room(4))).toBe(Errno.notdir);
    expect(wasi.open('readme/')).toBe(-Errno.notdir);
    expect(wasi.open('readme', { flags: 2 })).toBe(-Errno.notdir);
    expect(wasi.open('readme', { flags: 5 })).toBe(-Errno.exist);
    expect(wasi.open('data')).toBe(-Errno.isdir);
    expect(wasi.open('../secret')).toBe(-Errno.notcapable);
    expect(wasi.open('data/../../secret')).toBe(-Errno.notcapable);
    expect(wasi.open('/readme')).toBe(-Errno.notcapable);
    expect(wasi.open('data/../readme', { rights: 2n })).toBeGreaterThan(3);
    expect(wasi.open('x'.repeat(300), { flags: 1 })).toBe(-Errno.nametoolong);
    expect(wasi.path('path_unlink_file', 'data')).toBe(Errno.isdir);
    expect(wasi.path('path_remove_directory', 'data')).toBe(Errno.notempty);
    expect(wasi.path('path_remove_directory', 'readme')).toBe(Errno.notdir);
    expect(wasi.path('path_create_directory', 'data')).toBe(Errno.exist);
  });

  it('let a directory be opened again with the rights it reports', () => {
    const wasi = new WasiProbe({ files });
    const { base } = wasi.rights(3);
    expect(wasi.open('data', { flags: 2, rights: base })).toBeGreaterThan(3);
    // Neither seeking, writing nor resizing is for directories.
    for (const bit of [2n, 6n, 22n]) expect((base >> bit) & 1n).toBe(0n);
  });

  it('drop rights for good, and hand on to what is opened below what is left', () => {
    const wasi = new WasiProbe({ files });
    const [read, write, seek, setSize, truncate] = [1n << 1n, 1n << 6n, 1n << 2n, 1n << 22n, 1n << 19n];
    const fd = wasi.open('readme');
    const before = wasi.rights(fd);
    expect(before.base & (read | write)).toBe(read | write);
    expect(wasi.call('fd_fdstat_set_rights', fd, before.base & ~write, 0n)).toBe(0);
    expect(wasi.write(fd, 'x')).toBe(Errno.notcapable);
    expect(wasi.pwrite(fd, 'x', 0n)).toBe(Errno.notcapable);
    expect(wasi.read(fd, 9)).toBe('hi');
    expect(wasi.call('fd_fdstat_set_rights', fd, before.base, 0n)).toBe(Errno.notcapable);
    expect(wasi.rights(fd).base).toBe(before.base & ~write);
    // One that was not opened to write cannot change the file in any way.
    const reader = wasi.open('readme', { rights: read });
    expect(wasi.rights(reader).base & (write | setSize)).toBe(0n);
    expect(wasi.call('fd_filestat_set_size', reader, 0n)).toBe(Errno.notcapable);
    expect(wasi.call('fd_allocate', reader, 0n, 9n)).toBe(Errno.notcapable);

    const directory = wasi.open('data', { flags: 2, rights: 0n });
    const has = wasi.rights(directory);
    const dropped = has.base & ~truncate;
    expect(wasi.call('fd_fdstat_set_rights', directory, dropped, has.inheriting & ~seek)).toBe(0);
    expect(wasi.open('input.csv', { directory, flags: 8 })).toBe(-Errno.notcapable);
    const below = wasi.open('input.csv', { directory });
    expect(wasi.call('fd_seek', below, 0n, 0, wasi.room(8))).toBe(Errno.notcapable);
    expect(wasi.read(below, 1)).not.toMatch(/errno/);
  });

  it('have the rights of the standard, bit by bit', () => {
    // In the order of the standard, from bit 0 on; sockets and polling follow.
    const names =
      'fd_datasync fd_read fd_seek fd_fdstat_set_flags fd_sync fd_tell fd_write fd_advise fd_allocate ' +
      'path_create_directory path_create_file path_link_source path_link_target path_open fd_readdir path_readlink ' +
      'path_rename_source path_rename_target path_filestat_get path_filestat_set_size path_filestat_set_times ' +
      'fd_filestat_get fd_filestat_set_size fd_filestat_set_times path_symlink path_remove_directory path_unlink_file';
    expect(Object.entries(Right)).toEqual(names.split(' ').map((name, bit) => [name, 1n << BigInt(bit)]));
    const wasi = new WasiProbe();
    const all = (1n << 29n) - 1n;
    const { fd_read: read, fd_seek: seek, fd_tell: tell, fd_write: write, fd_filestat_set_size: setSize } = Right;
    expect([0, 1, 3].map((fd) => wasi.rights(fd))).toEqual([
      { flags: 0, base: all & ~(seek | tell | write), inheriting: 0n },
      { flags: 0, base: all & ~(seek | tell | read), inheriting: 0n },
      { flags: 0, base: all & ~(seek | write | setSize), inheriting: all },
    ]);
  });

  it('are preopened by name only where the task was given them', () => {
    const wasi = new WasiProbe({ files });
    const directory = wasi.open('data', { flags: 2, rights: 0n });
    for (const fd of [0, wasi.open('readme'), directory]) {
      expect(wasi.call('fd_prestat_get', fd, wasi.room(8))).toBe(Errno.badf);
      expect(wasi.call('fd_prestat_dir_name', fd, wasi.room(8), 8)).toBe(Errno.badf);
      expect(wasi.rights(fd).flags).toBe(0);
    }
  });

  it('report the flags they were opened with', () => {
    const wasi = new WasiProbe({ files });
    expect(wasi.rights(wasi.open('readme', { fdFlags: 1 | 2 | 8 | 16 })).flags).toBe(1 | 2 | 8 | 16);
    const fd = wasi.open('readme');
    expect(wasi.call('fd_fdstat_set_flags', fd, 16)).toBe(0);
    expect(wasi.rights(fd).flags).toBe(16);
    expect(wasi.open('readme', { fdFlags: 32 })).toBe(-Errno.inval);
  });

  it('are linked, directories are not', () => {
    const wasi = new WasiProbe({ files });
    expect(wasi.call('path_link', 3, 0, ...wasi.put('data'), 3, ...wasi.put('again'))).toBe(Errno.perm);
  });

  it('move, link and go, directories too', () => {
    const wasi = new WasiProbe({ files });
    const rename = (from: string, to: string): number =>
      wasi.call('path_rename', 3, ...wasi.put(from), 3, ...wasi.put(to));
    expect(wasi.path('path_create_directory', 'new')).toBe(0);
    expect(rename('data', 'new/data')).toBe(0);
    expect(rename('new', 'new/data/inside')).toBe(Errno.inval);
    expect(wasi.size('new/data/input.csv')).toBe(8n);
    expect(rename('readme', 'new/data/input.csv')).toBe(0);
    expect(wasi.size('new/data/input.csv')).toBe(2n);
    expect(wasi.size('readme')).toBe(`errno ${Errno.noent}`);
    expect(wasi.call('path_link', 3, 0, ...wasi.put('new/data/input.csv'), 3, ...wasi.put('again'))).toBe(0);
    expect(wasi.path('path_unlink_file', 'new/data/input.csv')).toBe(0);
    expect(wasi.path('path_remove_directory', 'new/data')).toBe(0);
    expect([...wasi.files.changedFiles().keys()]).toEqual(['/again']);
  });

  it('are reached through symbolic links, and so are directories', () => {
    const wasi = new WasiProbe({ files });
    expect(wasi.link('data', 'there')).toBe(0);
    expect(wasi.link('../readme', 'data/up')).toBe(0);
    expect(wasi.readLink('data/up')).toBe('../readme');
    expect(wasi.readLink('there', 2)).toBe('da');
    expect(wasi.readLink('there/')).toBe(`errno ${Errno.inval}`);
    expect(wasi.readLink('readme')).toBe(`errno ${Errno.inval}`);
    // A slash at the end of a target says that a directory lies there, not what is asked for in it.
    expect(wasi.link('data/', 'slashed')).toBe(0);
    expect(wasi.size('slashed/input.csv')).toBe(8n);
    expect([wasi.type('there', false), wasi.type('there', true), wasi.type('there/', false)]).toEqual([
      'link',
      'directory',
      'directory',
    ]);
    expect([wasi.size('there'), wasi.size('there/up'), wasi.size('there/input.csv')]).toEqual([4n, 9n, 8n]);
    expect(wasi.type('there/up', true)).toBe('file');
    expect(wasi.type('there/up/', false)).toBe(`errno ${Errno.notdir}`);
    expect(wasi.read(wasi.open('there/up', { follow: true, rights: 2n }), 9)).toBe('hi');
    expect(wasi.open('there/up')).toBe(-Errno.loop);
    expect(wasi.open('there', { flags: 2, rights: 0n })).toBe(-Errno.loop);
    // A link that leads nowhere is what a new file is made behind, unless it must be new.
    expect(wasi.link('data/made', 'nowhere')).toBe(0);
    expect(wasi.type('nowhere', true)).toBe(`errno ${Errno.noent}`);
    expect(wasi.open('nowhere', { flags: 1 | 4, follow: true })).toBe(-Errno.exist);
    expect(wasi.open('nowhere', { flags: 1, follow: true })).toBeGreaterThan(3);
    expect([...wasi.files.changedFiles().keys()]).toEqual(['/data/made']);
    // Names are changed at the link and never behind it.
    expect(wasi.path('path_remove_directory', 'there')).toBe(Errno.notdir);
    expect(wasi.path('path_remove_directory', 'there/')).toBe(Errno.notdir);
    expect(wasi.call('path_rename', 3, ...wasi.put('there'), 3, ...wasi.put('nowhere'))).toBe(0);
    expect(wasi.readLink('nowhere')).toBe('data');
    expect(wasi.call('path_link', 3, 0, ...wasi.put('nowhere'), 3, ...wasi.put('again'))).toBe(0);
    expect(wasi.readLink('again')).toBe('data');
    expect(wasi.path('path_unlink_file', 'nowhere')).toBe(0);
    expect(wasi.size('data/made')).toBe(0n);
  });

  it('cannot be linked to outside of the directory a path starts from, nor in a circle', () => {
    const wasi = new WasiProbe({ files });
    expect(wasi.link('/readme', 'absolute')).toBe(Errno.notcapable);
    expect(wasi.link('', 'empty')).toBe(Errno.noent);
    expect(wasi.link('x', 'slash/')).toBe(Errno.noent);
    expect(wasi.link('x', 'data/')).toBe(Errno.exist);
    expect(wasi.link('x', 'readme')).toBe(Errno.exist);
    expect(wasi.link('data/../../readme', 'out')).toBe(0);
    expect(wasi.open('out', { follow: true })).toBe(-Errno.notcapable);
    expect(wasi.link('../readme', 'data/up')).toBe(0);
    const directory = wasi.open('data', { flags: 2, rights: 0n });
    expect(wasi.open('up', { directory, follow: true })).toBe(-Errno.notcapable);
    expect(wasi.link('b', 'a')).toBe(0);
    expect(wasi.link('a', 'b')).toBe(0);
    expect(wasi.type('a', true)).toBe(`errno ${Errno.loop}`);
    expect(wasi.type('a/x', false)).toBe(`errno ${Errno.loop}`);
    expect(wasi.type('a', false)).toBe('link');
  });

  it('cost the bytes of each link that is followed', () => {
    const wasi = new WasiProbe({ files });
    expect(wasi.link('data/../data/../data/../', 'back')).toBe(0);
    const fuelOf = (path: string): bigint => {
      const before = wasi.meter.used;
      expect(wasi.type(path, true)).toBe('directory');
      return wasi.meter.used - before;
    };
    expect(fuelOf('back') - fuelOf('data')).toBe(3n);
  });

  it('list a directory completely with any buffer, while entries go', () => {
    const many = new Map(Array.from({ length: 50 }, (_, i) => [`d/file-${59 - i}`, bytes('')] as const));
    for (const size of [60, 100, 4096]) {
      const wasi = new WasiProbe({ files: many });
      const fd = wasi.open('d', { flags: 2, rights: 0n });
      expect(wasi.list(fd, size)).toEqual(['.', '..', ...Array.from({ length: 50 }, (_, i) => `file-${10 + i}`)]);
    }
    const wasi = new WasiProbe({ files: many });
    const fd = wasi.open('d', { flags: 2, rights: 0n });
    wasi.path('path_unlink_file', 'd/file-13');
    expect(wasi.list(fd, 60)).not.toContain('file-13');
  });

  it('cannot be nested or opened without end', () => {
    const wasi = new WasiProbe();
    let path = 'd';
    let errno = 0;
    let levels = 0;
    while (errno === 0 && levels < 1000) {
      errno = wasi.path('path_create_directory', path);
      path += '/d';
      levels++;
    }
    expect([errno, levels]).toEqual([Errno.nametoolong, 129]);
    const opened = Array.from({ length: 1100 }, () => wasi.open('d', { flags: 2, rights: 0n }));
    expect(opened.at(-1)).toBe(-Errno.mfile);
  });

  it('cannot be moved below one another without end', () => {
    const wasi = new WasiProbe();
    const levels = (names: string, count: number): string => {
      let path = names;
      for (let i = 1; i <= count; i++) {
        expect(wasi.path('path_create_directory', path)).toBe(0);
        if (i < count) path += `/${names}`;
      }
      return path;
    };
    const move = (from: string, to: string): number =>
      wasi.call('path_rename', 3, ...wasi.put(from), 3, ...wasi.put(to));
    const deepest = levels('a', 100);
    levels('b', 28);
    expect(move('b', `${deepest}/b`)).toBe(0);
    levels('c', 29);
    expect(move('c', `${deepest}/c`)).toBe(Errno.nametoolong);
    // What was moved there counts as much as what was made there.
    expect(wasi.path('path_create_directory', 'top')).toBe(0);
    expect(move('a', 'top/a')).toBe(Errno.nametoolong);
    expect(wasi.type('a', false)).toBe('directory');
  });

  it('tell all of themselves, and their times are of the virtual clock or as they were set', () => {
    // A start time with a part of a millisecond is rounded down.
    const wasi = new WasiProbe({ files, startTime: 1000.9 });
    const stat = (fd: number) => {
      const at = wasi.room(64);
      expect(wasi.call('fd_filestat_get', fd, at)).toBe(0);
      const [device, inode, links, size, accessed, modified, changed] = [0, 8, 24, 32, 40, 48, 56].map((offset) =>
        wasi.memory.getU64(at + offset),
      );
      return { device, inode, type: wasi.memory.getU8(at + 16), links, size, accessed, modified, changed };
    };
    const start = 1_000_000_000n;
    const now = (): bigint => start + wasi.meter.used;
    const at = wasi.room(64);
    wasi.memory.bytes(at, 64).fill(255);
    expect(wasi.call('fd_filestat_get', 1, at)).toBe(0);
    expect([...wasi.memory.bytes(at, 64)]).toEqual(Array.from({ length: 64 }, () => 0));

    const fd = wasi.open('readme');
    const given = { accessed: start, modified: start, changed: start };
    expect(stat(fd)).toEqual({ device: 1n, inode: 4n, type: 4, links: 1n, size: 2n, ...given });
    expect(stat(3)).toEqual({ device: 1n, inode: 1n, type: 3, links: 1n, size: 0n, ...given });
    wasi.read(fd, 1);
    expect(stat(fd)).toMatchObject({ ...given, accessed: now() - 200n });
    wasi.pwrite(fd, 'HI!', 0n);
    const written = now();
    expect(stat(fd)).toMatchObject({ size: 3n, modified: written, changed: written });

    const set = (flags: number, accessed = 5n, modified = -1n): number =>
      wasi.call('fd_filestat_set_times', fd, accessed, modified, flags);
    expect(set(1 | 4)).toBe(0);
    const stamped = now();
    expect(stat(fd)).toMatchObject({ accessed: 5n, modified: 2n ** 64n - 1n, changed: stamped });
    expect(set(2, 6n, 6n)).toBe(0);
    const read = now();
    expect(stat(fd)).toMatchObject({ accessed: read, modified: 2n ** 64n - 1n, changed: read });
    expect(set(8, 7n, 7n)).toBe(0);
    const modified = now();
    expect(stat(fd)).toMatchObject({ accessed: read, modified, changed: modified });
    expect([set(1 | 2), set(4 | 8)]).toEqual([Errno.inval, Errno.inval]);
    expect(wasi.call('fd_filestat_set_times', 0, 5n, 5n, 1)).toBe(Errno.inval);
    expect(stat(fd)).toMatchObject({ accessed: read, modified });

    expect(wasi.call('path_link', 3, 0, ...wasi.put('readme'), 3, ...wasi.put('data/too'))).toBe(0);
    expect(stat(fd).links).toBe(2n);
    expect(wasi.path('path_unlink_file', 'readme')).toBe(0);
    const dropped = now();
    expect(stat(fd).links).toBe(1n);
    expect(stat(3)).toMatchObject({ modified: dropped, changed: dropped });
    expect(wasi.call('path_rename', 3, ...wasi.put('data/input.csv'), 3, ...wasi.put('data/too'))).toBe(0);
    expect(stat(fd).links).toBe(0n);
  });

  it('of a task must have clear paths', async () => {
    const module = instrument(assemble({ functions: [{ type: '->', code: '' }] }));
    for (const paths of [['a', 'a/b'], ['a', '/a'], ['../a'], ['']]) {
      const task = taskWith({ files: new Map(paths.map((path) => [path, bytes('')])) });
      await expect(execute(module, task, limitsWith())).rejects.toMatchObject({ code: 'TASK_FILES_INVALID' });
    }
  });
});

const wasiImport = (name: string, type: string): { module: string; name: string; type: string } => ({
  module: 'wasi_snapshot_preview1',
  name,
  type,
});

describe('a call of the host', () => {
  // specs/02-fuel-1.md, 2.4: each has its 200; each thing in the list is rounded down by itself.
  const task = {
    args: ['x'.repeat(20)],
    env: { HOME: '/' },
    files: new Map([
      ['f', bytes('a'.repeat(80))],
      ...['one', 'two', 'six'].map((name) => [`d/${name}-name`, bytes('')] as const),
    ]),
  };
  const wasi = new WasiProbe(task);
  const [fd, directory] = [wasi.open('f'), wasi.open('d', { flags: 2, rights: 0n })];
  wasi.link('b'.repeat(9), 'l');
  const list = (length: number): number =>
    wasi.call('fd_readdir', directory, wasi.room(length), length, 0n, wasi.room(4));

  it.each<[number, string, () => unknown]>([
    [1 + 3, 'two arguments', () => wasi.call('args_get', wasi.room(8), wasi.room(32))],
    [1, 'an environment entry', () => wasi.call('environ_get', wasi.room(8), wasi.room(32))],
    [2, 'a path that leads nowhere', () => wasi.size('a'.repeat(17))],
    [1 + 0, 'a target and a path', () => wasi.link('b'.repeat(15), 'k')],
    [1, 'what a link says', () => wasi.readLink('l')],
    [1, 'what a link leads through', () => wasi.type('l', true)],
    [3, 'what is written', () => wasi.write(1, 'a'.repeat(17))],
    [3, 'room to read, also where nothing is', () => wasi.read(0, 16)],
    [20, 'random bytes', () => wasi.call('random_get', wasi.room(5), 5)],
    [10, 'a subscription', () => wasi.call('poll_oneoff', wasi.room(48), wasi.room(32), 1, wasi.room(4))],
    [1 + 10, 'the first change of a file', () => wasi.pwrite(fd, 'x', 0n)],
    [1, 'the next', () => wasi.pwrite(fd, 'x', 0n)],
    [10, 'a file that grows', () => wasi.call('fd_filestat_set_size', fd, 160n)],
    [20, 'a file that shrinks', () => wasi.call('fd_filestat_set_size', fd, 0n)],
    [3 + 3 + 3 * (1 + 4), 'entries of a directory', () => list(4096)],
    [3 + 3 + 1 + 1, 'entries as far as there is room for them', () => list(25 + 26 + 10)],
    [3 + 3, 'no entry where there is room for none', () => list(25 + 26)],
  ])('costs 200 and %i for %s', (fuel, _, call) => {
    const before = wasi.meter.used;
    call();
    expect(wasi.meter.used - before).toBe(200n + BigInt(fuel));
  });
});

describe('a whole program', () => {
  it('copies stdin to stdout through its own memory and exits with its own code', async () => {
    const module = instrument(
      assemble({
        imports: [
          wasiImport('fd_read', 'i32 i32 i32 i32 -> i32'),
          wasiImport('fd_write', 'i32 i32 i32 i32 -> i32'),
          wasiImport('proc_exit', 'i32 ->'),
        ],
        functions: [
          {
            type: '->',
            code: `i32.const 0 i32.const 64 i32.store 0 i32.const 4 i32.const 1000 i32.store 0
                   i32.const 0 i32.const 0 i32.const 1 i32.const 8 call 0 drop
                   i32.const 4 i32.const 8 i32.load 0 i32.store 0
                   i32.const 1 i32.const 0 i32.const 1 i32.const 8 call 1 drop
                   i32.const 42 call 2 unreachable`,
          },
        ],
        memory: { min: 1 },
      }),
    );
    const task = taskWith({ stdin: bytes('grist') });
    const outcome = await execute(module, task, limitsWith());
    expect(outcome).toMatchObject({ status: 'exited', exitCode: 42 });
    expect(new TextDecoder().decode(outcome.stdout)).toBe('grist');
    // 4096 for the page, 21 instructions at 1, 3 calls at 4, 3 host calls at 200, iovecs and buffers by 8s.
    expect(outcome.fuelUsed).toBe(4096n + 21n + 3n * 4n + 600n + 126n + 1n);
    expect(await execute(module, task, limitsWith())).toEqual(outcome);
    expect(await execute(module, task, limitsWith({ outputBytes: 4 }))).toMatchObject({
      status: 'limit',
      trap: 'outputBytes',
      stdout: new Uint8Array(0),
    });
  });
});
