import { FuelMeter } from '../run/fuel-meter.ts';
import { OutputBudget } from '../run/output-budget.ts';
import { OutputStream } from '../run/output-stream.ts';
import type { TaskInput } from '../task.ts';
import { VirtualClock } from '../wasi/clock.ts';
import { Descriptors } from '../wasi/descriptors.ts';
import { FileSystem } from '../wasi/file-system.ts';
import { GuestMemory } from '../wasi/guest-memory.ts';
import { createPreview1 } from '../wasi/preview1.ts';
import { SeededRandom } from '../wasi/random.ts';
import { taskWith } from './task.ts';

/** WASI over a memory that the test plays the program in. */
export class WasiProbe {
  readonly memory: GuestMemory;
  readonly meter: FuelMeter;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly files: FileSystem;
  readonly #functions: ReturnType<typeof createPreview1>;
  #free = 1024;

  constructor(input: Partial<TaskInput> = {}, { fuel = 10n ** 9n, outputBytes = 1 << 20 } = {}) {
    const task = taskWith(input);
    const budget = new OutputBudget(outputBytes);
    const buffer = new ArrayBuffer(65_536);
    this.memory = new GuestMemory({ buffer, grow: () => -1 });
    this.meter = new FuelMeter(fuel);
    this.stdout = new OutputStream(budget);
    this.stderr = new OutputStream(budget);
    const clock = new VirtualClock(task.startTime, this.meter);
    this.files = new FileSystem(task.files, { meter: this.meter, budget }, () => clock.now(0));
    this.#functions = createPreview1({
      args: task.args,
      env: task.env,
      clock,
      random: new SeededRandom(task.seed),
      descriptors: new Descriptors(task.stdin, this.stdout, this.stderr, this.files.preopened(task.preopens)),
      files: this.files,
      meter: this.meter,
      memory: () => this.memory,
    });
  }

  call(name: string, ...args: (number | bigint)[]): number {
    return this.#functions[name]!(...args) as number;
  }

  /** Fresh zeroed bytes. */
  room(bytes: number): number {
    const at = this.#free;
    this.#free += Math.ceil(bytes / 8) * 8 + 8;
    return at;
  }

  put(bytes: Uint8Array | string): [address: number, length: number] {
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    const at = this.room(content.length);
    this.memory.bytes(at, content.length).set(content);
    return [at, content.length];
  }

  text(at: number, length: number): string {
    return new TextDecoder().decode(this.memory.bytes(at, length));
  }

  #iovec(at: number, length: number): number {
    const iovec = this.room(8);
    this.memory.setU32(iovec, at);
    this.memory.setU32(iovec + 4, length);
    return iovec;
  }

  write(fd: number, content: string): number {
    return this.call('fd_write', fd, this.#iovec(...this.put(content)), 1, this.room(4));
  }

  read(fd: number, length: number): string {
    const [at, count] = [this.room(length), this.room(4)];
    const errno = this.call('fd_read', fd, this.#iovec(at, length), 1, count);
    return errno === 0 ? this.text(at, this.memory.getU32(count)) : `errno ${errno}`;
  }

  pread(fd: number, length: number, offset: bigint): string {
    const [at, count] = [this.room(length), this.room(4)];
    const errno = this.call('fd_pread', fd, this.#iovec(at, length), 1, offset, count);
    return errno === 0 ? this.text(at, this.memory.getU32(count)) : `errno ${errno}`;
  }

  pwrite(fd: number, content: string, offset: bigint): number {
    return this.call('fd_pwrite', fd, this.#iovec(...this.put(content)), 1, offset, this.room(4));
  }

  /** `flags`: 1 create, 2 directory, 4 exclusive, 8 truncate. Gives the descriptor, or minus the errno. */
  open(
    path: string,
    { flags = 0, rights = (1n << 1n) | (1n << 6n), fdFlags = 0, directory = 3, follow = false } = {},
  ): number {
    const at = this.room(4);
    const errno = this.call('path_open', directory, follow ? 1 : 0, ...this.put(path), flags, rights, 0n, fdFlags, at);
    return errno === 0 ? this.memory.getU32(at) : -errno;
  }

  path(name: string, path: string): number {
    return this.call(name, 3, ...this.put(path));
  }

  /** What `fd_fdstat_get` says: the descriptor's flags, its rights, and those of what is opened below it. */
  rights(fd: number): { flags: number; base: bigint; inheriting: bigint } {
    const at = this.room(24);
    const errno = this.call('fd_fdstat_get', fd, at);
    if (errno !== 0) throw new Error(`errno ${errno}`);
    const { memory } = this;
    return { flags: memory.getU16(at + 2), base: memory.getU64(at + 8), inheriting: memory.getU64(at + 16) };
  }

  link(target: string, path: string, directory = 3): number {
    return this.call('path_symlink', ...this.put(target), directory, ...this.put(path));
  }

  readLink(path: string, length = 100): string {
    const [at, used] = [this.room(length), this.room(4)];
    const errno = this.call('path_readlink', 3, ...this.put(path), at, length, used);
    return errno === 0 ? this.text(at, this.memory.getU32(used)) : `errno ${errno}`;
  }

  type(path: string, follow: boolean): string {
    const at = this.room(64);
    const errno = this.call('path_filestat_get', 3, follow ? 1 : 0, ...this.put(path), at);
    if (errno !== 0) return `errno ${errno}`;
    return { 3: 'directory', 4: 'file', 7: 'link' }[this.memory.getU8(at + 16)] ?? 'unknown';
  }

  size(path: string): bigint | string {
    const at = this.room(64);
    const errno = this.call('path_filestat_get', 3, 0, ...this.put(path), at);
    return errno === 0 ? this.memory.getU64(at + 32) : `errno ${errno}`;
  }

  time(clockId: number): bigint {
    const at = this.room(8);
    this.call('clock_time_get', clockId, 0n, at);
    return this.memory.getU64(at);
  }

  /** Names in a directory, read with a buffer of `bytes` at a time. */
  list(fd: number, bytes: number): string[] {
    const [at, used] = [this.room(bytes), this.room(4)];
    const names: string[] = [];
    let cookie = 0n;
    for (;;) {
      this.call('fd_readdir', fd, at, bytes, cookie, used);
      const filled = this.memory.getU32(used);
      let i = 0;
      while (i + 24 <= filled) {
        const length = this.memory.getU32(at + i + 16);
        if (i + 24 + length > filled) break;
        names.push(this.text(at + i + 24, length));
        cookie = this.memory.getU64(at + i);
        i += 24 + length;
      }
      if (filled < bytes) return names;
    }
  }
}
