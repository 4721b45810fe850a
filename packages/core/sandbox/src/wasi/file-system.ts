import { GristmillError } from '@gristmill/protocol';
import { hostBytesFuel } from '../fuel-schedule.ts';
import type { FuelMeter } from '../run/fuel-meter.ts';
import type { OutputBudget } from '../run/output-budget.ts';
import { sortedByName } from './canonical-order.ts';
import { Errno, WasiError } from './errno.ts';

const NAME_BYTES_MAX = 255;
const PATH_LENGTH_MAX = 4096;
/** What a file or directory costs the output budget besides its content, so that a million empty ones are not free. */
const NODE_BYTES = 256;
const FILE_BYTES_MAX = 2 ** 31 - 1;
/** Directories in directories; keeps every walk and every path short, whatever a task builds. */
const DEPTH_MAX = 128;
/** Symbolic links followed on the way of one path; more are a loop. */
const LINKS_FOLLOWED_MAX = 40;

/** What a change to the tree is paid from: fuel for the bytes moved, budget for the bytes kept. */
export interface FileCosts {
  readonly meter: Pick<FuelMeter, 'charge'>;
  readonly budget: OutputBudget;
}

abstract class Node {
  readonly inode: bigint;
  links = 1;
  accessedNs: bigint;
  modifiedNs: bigint;
  changedNs: bigint;

  constructor(inode: bigint, nowNs: bigint) {
    this.inode = inode;
    this.accessedNs = nowNs;
    this.modifiedNs = nowNs;
    this.changedNs = nowNs;
  }

  touch(nowNs: bigint): void {
    this.modifiedNs = nowNs;
    this.changedNs = nowNs;
  }
}

export class FileNode extends Node {
  readonly #costs: FileCosts;
  /** Room for more than `size`; still the caller's array until the first change. */
  #content: Uint8Array;
  #size: number;
  #isChanged: boolean;

  constructor(inode: bigint, nowNs: bigint, content: Uint8Array, costs: FileCosts, isNew: boolean) {
    super(inode, nowNs);
    this.#content = content;
    this.#size = content.length;
    this.#costs = costs;
    this.#isChanged = isNew;
  }

  get size(): number {
    return this.#size;
  }

  /** Whether the file is part of what the task leaves: made, written to, or moved by it. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** Makes a file that the task was given part of what it leaves. */
  markChanged(): void {
    if (this.#isChanged) return;
    this.#costs.budget.take(this.#size);
    this.#costs.meter.charge(hostBytesFuel(this.#size));
    this.#content = this.toBytes();
    this.#isChanged = true;
  }

  read(from: number, length: number): Uint8Array {
    return this.#content.subarray(Math.min(from, this.#size), Math.min(from + length, this.#size));
  }

  write(at: number, bytes: Uint8Array): void {
    this.markChanged();
    if (at + bytes.length > this.#size) this.resize(at + bytes.length);
    this.#content.set(bytes, at);
  }

  /** New bytes are zero. */
  resize(size: number): void {
    if (size > FILE_BYTES_MAX) throw new WasiError(Errno.inval);
    this.markChanged();
    this.#costs.meter.charge(hostBytesFuel(Math.abs(size - this.#size)));
    if (size > this.#size) {
      this.#costs.budget.take(size - this.#size);
      if (size > this.#content.length) {
        const larger = new Uint8Array(Math.max(size, this.#content.length * 2));
        larger.set(this.#content.subarray(0, this.#size));
        this.#content = larger;
      }
    } else {
      this.#content.fill(0, size, this.#size);
      this.#costs.budget.giveBack(this.#size - size);
    }
    this.#size = size;
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#content.subarray(0, this.#size));
  }
}

/** A symbolic link: a relative path, read from the directory that the link lies in. */
export class LinkNode extends Node {
  readonly target: string;
  readonly targetBytes: Uint8Array;

  constructor(inode: bigint, nowNs: bigint, target: string, targetBytes: Uint8Array) {
    super(inode, nowNs);
    this.target = target;
    this.targetBytes = targetBytes;
  }
}

export type TreeNode = FileNode | DirectoryNode | LinkNode;

interface Entry {
  readonly node: TreeNode;
  /** Grows with each entry made, so that a reader's cookie stays good while entries come and go. */
  readonly sequence: number;
}

export class DirectoryNode extends Node {
  readonly entries = new Map<string, Entry>();
  #parent: DirectoryNode | null = null;
  /** Most levels of directories ever below this one; deleting does not bring it down. */
  #levelsBelow = 0;
  #sequence = 0;

  /** This directory and those it lies in, innermost first. */
  *#upwards(): Generator<DirectoryNode> {
    yield this;
    if (this.#parent !== null) yield* this.#parent.#upwards();
  }

  isWithin(other: DirectoryNode): boolean {
    return this.#upwards().some((directory) => directory === other);
  }

  set(name: string, node: TreeNode): void {
    if (node instanceof DirectoryNode) {
      const above = [...this.#upwards()];
      if (above.length + node.#levelsBelow > DEPTH_MAX) throw new WasiError(Errno.nametoolong);
      node.#parent = this;
      for (const [i, directory] of above.entries()) {
        directory.#levelsBelow = Math.max(directory.#levelsBelow, node.#levelsBelow + 1 + i);
      }
    }
    this.entries.delete(name);
    this.entries.set(name, { node, sequence: this.#sequence++ });
  }
}

/** Where a path leads: the directory, the name in it, and what is there now, if anything. */
export interface Place {
  readonly directory: DirectoryNode;
  /** Empty when the path leads to the directory it starts from. */
  readonly name: string;
  readonly node: TreeNode | null;
  readonly wantsDirectory: boolean;
}

const encoder = new TextEncoder();

const namesOf = (path: string): string[] => path.split('/').filter((name) => name !== '' && name !== '.');

/** Whether what a path names must be a directory, by how the path ends. */
const namesDirectory = (path: string): boolean => /(^|\/)\.{0,2}$/.test(path);

/** The names of a path that the task's files are given by. */
function plainNames(path: string): string[] {
  const names = path.split('/').filter((name) => name !== '');
  if (names.some((name) => name === '.' || name === '..')) throw pathInvalid(path, 'has no plain path');
  return names;
}

function pathInvalid(path: string, why: string): GristmillError {
  return new GristmillError('TASK_FILES_INVALID', `The task's file "${path}" ${why}.`, {
    hint: 'Name each file by one path such as /data/input.csv, without "." or "..".',
  });
}

/** One task's file tree, all in memory. */
export class FileSystem {
  readonly root: DirectoryNode;
  readonly #costs: FileCosts;
  readonly #now: () => bigint;
  #inodes = 1n;

  /** @throws GristmillError `TASK_FILES_INVALID` when two paths clash or one leads nowhere. */
  constructor(files: ReadonlyMap<string, Uint8Array>, costs: FileCosts, now: () => bigint) {
    this.#costs = costs;
    this.#now = now;
    this.root = new DirectoryNode(this.#inodes++, now());
    for (const [path, content] of sortedByName(files)) this.#addInitial(path, content);
  }

  #addInitial(path: string, content: Uint8Array): void {
    const names = plainNames(path);
    const last = names.pop();
    if (last === undefined) throw pathInvalid(path, 'has no plain path');
    const directory = this.#initialDirectory(path, names);
    if (directory.entries.has(last)) throw pathInvalid(path, 'is given twice');
    directory.set(last, new FileNode(this.#inodes++, this.#now(), content, this.#costs, false));
  }

  #initialDirectory(path: string, names: readonly string[]): DirectoryNode {
    let directory = this.root;
    for (const name of names) {
      const known = directory.entries.get(name)?.node;
      if (known !== undefined && !(known instanceof DirectoryNode)) throw pathInvalid(path, 'lies below another file');
      const next = known ?? new DirectoryNode(this.#inodes++, this.#now());
      if (known === undefined) directory.set(name, next);
      directory = next;
    }
    return directory;
  }

  /**
   * The directories that the task finds open, by path; what is not there is made.
   *
   * @throws GristmillError `TASK_FILES_INVALID`
   */
  preopened(paths: readonly string[] = ['/']): [path: string, directory: DirectoryNode][] {
    return paths.map((path) => [path, this.#initialDirectory(path, plainNames(path))]);
  }

  /**
   * Follows a path from a directory; neither it nor a symbolic link on its way may lead above it. A link at its very end
   * is followed when `follow` says so.
   */
  resolve(from: DirectoryNode, path: string, follow: boolean): Place {
    if (path.length > PATH_LENGTH_MAX) throw new WasiError(Errno.nametoolong);
    if (path === '') throw new WasiError(Errno.noent);
    if (path.startsWith('/')) throw new WasiError(Errno.notcapable);
    if (path.includes('\0')) throw new WasiError(Errno.ilseq);
    /** What is still to be walked, the next name last. */
    const names = namesOf(path).toReversed();
    let wantsDirectory = namesDirectory(path);
    let linksFollowed = 0;
    const trail: { directory: DirectoryNode; name: string }[] = [];
    let node: TreeNode | null = from;
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      if (node === null) throw new WasiError(Errno.noent);
      if (!(node instanceof DirectoryNode)) throw new WasiError(Errno.notdir);
      if (name === '..') {
        const up = trail.pop();
        if (up === undefined) throw new WasiError(Errno.notcapable);
        node = up.directory;
        continue;
      }
      if (name.length * 3 > NAME_BYTES_MAX && encoder.encode(name).length > NAME_BYTES_MAX) {
        throw new WasiError(Errno.nametoolong);
      }
      const next: TreeNode | null = node.entries.get(name)?.node ?? null;
      if (next instanceof LinkNode && (follow || names.length > 0)) {
        if (++linksFollowed > LINKS_FOLLOWED_MAX) throw new WasiError(Errno.loop);
        this.#costs.meter.charge(hostBytesFuel(next.targetBytes.length));
        if (names.length === 0) wantsDirectory ||= namesDirectory(next.target);
        names.push(...namesOf(next.target).toReversed());
        continue;
      }
      trail.push({ directory: node, name });
      node = next;
    }
    const place = trail.at(-1);
    if (wantsDirectory && node !== null && !(node instanceof DirectoryNode)) throw new WasiError(Errno.notdir);
    return place === undefined
      ? { directory: from, name: '', node, wantsDirectory }
      : { ...place, node, wantsDirectory };
  }

  /** `resolve` for what looks at a path and changes no name: a slash behind the name of a link follows it too. */
  lookUp(from: DirectoryNode, path: string, follow: boolean): Place {
    return this.resolve(from, path, follow || namesDirectory(path));
  }

  existing(from: DirectoryNode, path: string, follow: boolean): TreeNode {
    const { node } = this.lookUp(from, path, follow);
    if (node === null) throw new WasiError(Errno.noent);
    return node;
  }

  createLink(target: string, from: DirectoryNode, path: string): void {
    if (target === '') throw new WasiError(Errno.noent);
    if (target.length > PATH_LENGTH_MAX) throw new WasiError(Errno.nametoolong);
    if (target.startsWith('/')) throw new WasiError(Errno.notcapable);
    if (target.includes('\0')) throw new WasiError(Errno.ilseq);
    const place = this.resolve(from, path, false);
    if (place.node !== null) throw new WasiError(Errno.exist);
    if (place.wantsDirectory) throw new WasiError(Errno.noent);
    const targetBytes = encoder.encode(target);
    this.#costs.budget.take(NODE_BYTES + targetBytes.length);
    this.#put(place.directory, place.name, new LinkNode(this.#inodes++, this.#now(), target, targetBytes));
  }

  createFile({ directory, name }: Place): FileNode {
    this.#costs.budget.take(NODE_BYTES);
    const file = new FileNode(this.#inodes++, this.#now(), new Uint8Array(0), this.#costs, true);
    this.#put(directory, name, file);
    return file;
  }

  createDirectory(from: DirectoryNode, path: string): void {
    const { directory, name, node } = this.resolve(from, path, false);
    if (node !== null) throw new WasiError(Errno.exist);
    this.#costs.budget.take(NODE_BYTES);
    this.#put(directory, name, new DirectoryNode(this.#inodes++, this.#now()));
  }

  removeDirectory(from: DirectoryNode, path: string): void {
    const { directory, name, node } = this.resolve(from, path, false);
    if (node === null) throw new WasiError(Errno.noent);
    if (!(node instanceof DirectoryNode)) throw new WasiError(Errno.notdir);
    if (name === '') throw new WasiError(Errno.inval);
    if (node.entries.size > 0) throw new WasiError(Errno.notempty);
    this.#drop(directory, name);
  }

  unlinkFile(from: DirectoryNode, path: string): void {
    const { directory, name, node } = this.resolve(from, path, false);
    if (node === null) throw new WasiError(Errno.noent);
    if (node instanceof DirectoryNode) throw new WasiError(Errno.isdir);
    this.#drop(directory, name);
  }

  link(from: DirectoryNode, path: string, follow: boolean, to: DirectoryNode, newPath: string): void {
    const node = this.existing(from, path, follow);
    if (node instanceof DirectoryNode) throw new WasiError(Errno.perm);
    const place = this.resolve(to, newPath, false);
    if (place.node !== null) throw new WasiError(Errno.exist);
    if (place.wantsDirectory) throw new WasiError(Errno.noent);
    this.#costs.budget.take(NODE_BYTES);
    if (node instanceof FileNode) node.markChanged();
    node.links++;
    this.#put(place.directory, place.name, node);
  }

  rename(from: DirectoryNode, path: string, to: DirectoryNode, newPath: string): void {
    const source = this.resolve(from, path, false);
    const target = this.resolve(to, newPath, false);
    const node = source.node;
    if (node === null) throw new WasiError(Errno.noent);
    if (source.name === '' || target.name === '') throw new WasiError(Errno.inval);
    if (node === target.node) return;
    if (node instanceof DirectoryNode) {
      if (target.directory.isWithin(node)) throw new WasiError(Errno.inval);
      if (target.node !== null && !(target.node instanceof DirectoryNode)) throw new WasiError(Errno.notdir);
      if (target.node !== null && target.node.entries.size > 0) throw new WasiError(Errno.notempty);
    } else {
      if (target.node instanceof DirectoryNode) throw new WasiError(Errno.isdir);
      if (target.wantsDirectory) throw new WasiError(Errno.notdir);
      if (node instanceof FileNode) node.markChanged();
    }
    this.#put(target.directory, target.name, node);
    if (target.node !== null) target.node.links--;
    source.directory.entries.delete(source.name);
    source.directory.touch(this.#now());
  }

  #put(directory: DirectoryNode, name: string, node: TreeNode): void {
    directory.set(name, node);
    directory.touch(this.#now());
  }

  #drop(directory: DirectoryNode, name: string): void {
    const { node } = directory.entries.get(name)!;
    directory.entries.delete(name);
    directory.touch(this.#now());
    node.links--;
  }

  /** Files the task made, changed or moved, by absolute path, sorted; links are names within the task and not among them. */
  changedFiles(): Map<string, Uint8Array> {
    const changed: [string, Uint8Array][] = [];
    const walk = (directory: DirectoryNode, path: string): void => {
      for (const [name, { node }] of directory.entries) {
        if (node instanceof DirectoryNode) walk(node, `${path}/${name}`);
        else if (node instanceof FileNode && node.isChanged) changed.push([`${path}/${name}`, node.toBytes()]);
      }
    };
    walk(this.root, '');
    return new Map(sortedByName(changed));
  }
}
