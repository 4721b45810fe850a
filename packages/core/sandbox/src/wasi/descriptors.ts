import type { OutputStream } from '../run/output-stream.ts';
import { Errno, WasiError } from './errno.ts';
import type { DirectoryNode, FileNode } from './file-system.ts';

const DESCRIPTORS_MAX = 1024;

/** Rights that a descriptor of its kind would have and this one has not, as bits of `Right`; they never come back. */
interface Dropped {
  dropped: bigint;
}

export type Descriptor = Dropped &
  (
    | { readonly kind: 'input'; readonly content: Uint8Array; position: number }
    | { readonly kind: 'output'; readonly stream: OutputStream }
    | { readonly kind: 'file'; readonly node: FileNode; position: number; flags: number }
    | {
        readonly kind: 'directory';
        readonly node: DirectoryNode;
        readonly preopenedAs: string | null;
        /** What it hands on to what is opened below it. */
        droppedBelow: bigint;
      }
  );

export type DescriptorOf<Kind extends Descriptor['kind']> = Extract<Descriptor, { kind: Kind }>;

/** The task's open files: 0, 1 and 2 are the streams, preopened directories follow; a new one takes the lowest free number. */
export class Descriptors {
  readonly #open = new Map<number, Descriptor>();

  constructor(
    stdin: Uint8Array,
    stdout: OutputStream,
    stderr: OutputStream,
    preopened: Iterable<readonly [path: string, directory: DirectoryNode]>,
  ) {
    this.#open.set(0, { kind: 'input', content: stdin, position: 0, dropped: 0n });
    this.#open.set(1, { kind: 'output', stream: stdout, dropped: 0n });
    this.#open.set(2, { kind: 'output', stream: stderr, dropped: 0n });
    for (const [preopenedAs, node] of preopened) {
      this.open({ kind: 'directory', node, preopenedAs, dropped: 0n, droppedBelow: 0n });
    }
  }

  get(fd: number): Descriptor {
    const descriptor = this.#open.get(fd);
    if (descriptor === undefined) throw new WasiError(Errno.badf);
    return descriptor;
  }

  /** @throws WasiError `notcapable` when the descriptor has dropped one of the rights. */
  demand(fd: number, rights: bigint): void {
    if ((this.get(fd).dropped & rights) !== 0n) throw new WasiError(Errno.notcapable);
  }

  openedDirectory(fd: number): DescriptorOf<'directory'> {
    const descriptor = this.get(fd);
    if (descriptor.kind !== 'directory') throw new WasiError(Errno.notdir);
    return descriptor;
  }

  directory(fd: number): DirectoryNode {
    return this.openedDirectory(fd).node;
  }

  /** A file, for what only files can do; on a stream it is errno `spipe`. */
  file(fd: number): DescriptorOf<'file'> {
    const descriptor = this.get(fd);
    if (descriptor.kind === 'directory') throw new WasiError(Errno.isdir);
    if (descriptor.kind !== 'file') throw new WasiError(Errno.spipe);
    return descriptor;
  }

  open(descriptor: Descriptor): number {
    if (this.#open.size >= DESCRIPTORS_MAX) throw new WasiError(Errno.mfile);
    let fd = 0;
    while (this.#open.has(fd)) fd++;
    this.#open.set(fd, descriptor);
    return fd;
  }

  close(fd: number): void {
    if (!this.#open.delete(fd)) throw new WasiError(Errno.badf);
  }

  renumber(from: number, to: number): void {
    const descriptor = this.get(from);
    this.get(to);
    if (from === to) return;
    this.#open.set(to, descriptor);
    this.#open.delete(from);
  }
}
