import { FUEL_PER_HOST_CALL, FUEL_PER_RANDOM_BYTE, hostBytesFuel } from '../fuel-schedule.ts';
import type { FuelMeter } from '../run/fuel-meter.ts';
import { ProcessExit } from '../run/stop.ts';
import type { WasmFunction } from '../wasm/engine.ts';
import type { VirtualClock } from './clock.ts';
import type { Descriptor, Descriptors } from './descriptors.ts';
import { sortedByName } from './canonical-order.ts';
import { Errno, WasiError } from './errno.ts';
import { DirectoryNode, FileNode, type FileSystem, LinkNode, type TreeNode } from './file-system.ts';
import type { GuestMemory } from './guest-memory.ts';
import type { SeededRandom } from './random.ts';
import { Right, RIGHTS_TO_WRITE, rightsNeeded, rightsOf } from './rights.ts';

/** All that WASI shows a task. */
export interface WasiWorld {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly clock: VirtualClock;
  readonly random: SeededRandom;
  readonly descriptors: Descriptors;
  readonly files: FileSystem;
  readonly meter: FuelMeter;
  /** The running module's memory; there is none before it is instantiated. */
  memory(): GuestMemory;
}

/** What a program calls itself: its first argument. */
const PROGRAM_NAME = 'task';
const IOVECS_MAX = 1024;
const FLAG_APPEND = 1;
const FLAGS_ALL = 0x1f;
const LOOKUP_FOLLOW = 1;

const FileType = { unknown: 0, directory: 3, regular: 4, link: 7 } as const;
const OpenFlag = { create: 1, directory: 2, exclusive: 4, truncate: 8 } as const;
const TimeFlag = { accessed: 1, accessedNow: 2, modified: 4, modifiedNow: 8 } as const;
const EventType = { clock: 0, read: 1, write: 2 } as const;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

const strings = (list: readonly string[]): Uint8Array[] => list.map((text) => encoder.encode(`${text}\0`));

const scatter = (list: readonly Uint8Array[], source: Uint8Array): number => {
  let taken = 0;
  for (const buffer of list) {
    const part = source.subarray(taken, taken + buffer.length);
    buffer.set(part);
    taken += part.length;
  }
  return taken;
};

const sizeOf = (list: readonly Uint8Array[]): number => list.reduce((sum, buffer) => sum + buffer.length, 0);

const position = (value: bigint): number => {
  if (value < 0n || value > 2n ** 53n) throw new WasiError(Errno.inval);
  return Number(value);
};

const fileTypeOf = (node: TreeNode): number => {
  if (node instanceof LinkNode) return FileType.link;
  return node instanceof DirectoryNode ? FileType.directory : FileType.regular;
};

const sizeInBytes = (node: TreeNode): number => {
  if (node instanceof LinkNode) return node.targetBytes.length;
  return node instanceof FileNode ? node.size : 0;
};

const follows = (lookup: number): boolean => (lookup & LOOKUP_FOLLOW) !== 0;

/**
 * The functions of WASI preview 1 over one task's world. Every one is a pure function of the task, the calls before it
 * and the fuel used so far. Sockets do not exist.
 * https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md
 */
export function createPreview1(world: WasiWorld): Record<string, WasmFunction> {
  const { clock, random, descriptors, files, meter } = world;

  const path = (address: number, length: number): string => {
    meter.charge(hostBytesFuel(length));
    try {
      return utf8.decode(world.memory().bytes(address, length));
    } catch (error) {
      throw error instanceof WasiError ? error : new WasiError(Errno.ilseq);
    }
  };

  const args = strings([PROGRAM_NAME, ...world.args]);
  const environment = strings(sortedByName(Object.entries(world.env)).map(([name, value]) => `${name}=${value}`));

  const putStrings = (list: readonly Uint8Array[], pointers: number, buffer: number): void => {
    const memory = world.memory();
    let at = buffer;
    for (const [i, bytes] of list.entries()) {
      meter.charge(hostBytesFuel(bytes.length + 8));
      memory.setU32(pointers + 4 * i, at);
      memory.bytes(at, bytes.length).set(bytes);
      at += bytes.length;
    }
  };
  const putSizes = (list: readonly Uint8Array[], count: number, size: number): void => {
    world.memory().setU32(count, list.length);
    world.memory().setU32(
      size,
      list.reduce((sum, bytes) => sum + bytes.length, 0),
    );
  };

  /** The program's buffers of one scattered read or write, paid for. */
  const buffers = (iovecs: number, count: number): Uint8Array<ArrayBuffer>[] => {
    if (count > IOVECS_MAX) throw new WasiError(Errno.inval);
    const memory = world.memory();
    const list = Array.from({ length: count }, (_, i) =>
      memory.bytes(memory.getU32(iovecs + 8 * i), memory.getU32(iovecs + 8 * i + 4)),
    );
    meter.charge(hostBytesFuel(list.reduce((sum, buffer) => sum + buffer.length, 8 * count)));
    return list;
  };
  const readFile = (node: FileNode, position: number, list: readonly Uint8Array[]): number => {
    node.accessedNs = clock.now(0);
    return scatter(list, node.read(position, sizeOf(list)));
  };
  const writeFile = (node: FileNode, position: number, list: readonly Uint8Array[]): number => {
    let at = position;
    for (const buffer of list) {
      node.write(at, buffer);
      at += buffer.length;
    }
    node.touch(clock.now(0));
    return at - position;
  };

  const putFileStat = (at: number, node: TreeNode | null): void => {
    const memory = world.memory();
    memory.bytes(at, 64).fill(0);
    if (node === null) return memory.setU8(at + 16, FileType.unknown);
    memory.setU64(at, 1n);
    memory.setU64(at + 8, node.inode);
    memory.setU8(at + 16, fileTypeOf(node));
    memory.setU64(at + 24, BigInt(node.links));
    memory.setU64(at + 32, BigInt(sizeInBytes(node)));
    memory.setU64(at + 40, node.accessedNs);
    memory.setU64(at + 48, node.modifiedNs);
    memory.setU64(at + 56, node.changedNs);
  };

  const setTimes = (node: TreeNode, accessed: bigint, modified: bigint, flags: number): void => {
    const both = (pair: number): boolean => (flags & pair) === pair;
    if (both(TimeFlag.accessed | TimeFlag.accessedNow) || both(TimeFlag.modified | TimeFlag.modifiedNow)) {
      throw new WasiError(Errno.inval);
    }
    const now = clock.now(0);
    if ((flags & TimeFlag.accessed) !== 0) node.accessedNs = BigInt.asUintN(64, accessed);
    if ((flags & TimeFlag.accessedNow) !== 0) node.accessedNs = now;
    if ((flags & TimeFlag.modified) !== 0) node.modifiedNs = BigInt.asUintN(64, modified);
    if ((flags & TimeFlag.modifiedNow) !== 0) node.modifiedNs = now;
    node.changedNs = now;
  };

  const notSocket = (fd: number): never => {
    descriptors.get(fd);
    throw new WasiError(Errno.notsock);
  };

  /** Each gives nothing, or throws a WasiError. Numbers have been made unsigned. */
  const functions: Record<string, (...numbers: never[]) => void> = {
    args_get: (pointers: number, buffer: number) => putStrings(args, pointers, buffer),
    args_sizes_get: (count: number, size: number) => putSizes(args, count, size),
    environ_get: (pointers: number, buffer: number) => putStrings(environment, pointers, buffer),
    environ_sizes_get: (count: number, size: number) => putSizes(environment, count, size),

    clock_res_get(clockId: number, at: number) {
      clock.now(clockId);
      world.memory().setU64(at, 1n);
    },
    clock_time_get: (clockId: number, _precision: bigint, at: number) => world.memory().setU64(at, clock.now(clockId)),

    random_get(at: number, length: number) {
      const target = world.memory().bytes(at, length);
      meter.charge(BigInt(length) * FUEL_PER_RANDOM_BYTE);
      random.fillBytes(target);
    },

    sched_yield: () => undefined,
    proc_exit(exitCode: number) {
      throw new ProcessExit(exitCode);
    },
    proc_raise() {
      throw new WasiError(Errno.nosys);
    },

    fd_advise: (fd: number) => void descriptors.file(fd),
    fd_allocate(fd: number, offset: bigint, length: bigint) {
      const node = descriptors.file(fd).node;
      const size = position(offset) + position(length);
      if (length === 0n) throw new WasiError(Errno.inval);
      if (size > node.size) node.resize(size);
    },
    fd_close: (fd: number) => descriptors.close(fd),
    fd_datasync: (fd: number) => void descriptors.get(fd),
    fd_sync: (fd: number) => void descriptors.get(fd),
    fd_fdstat_get(fd: number, at: number) {
      const descriptor = descriptors.get(fd);
      const memory = world.memory();
      memory.bytes(at, 24).fill(0);
      memory.setU8(at, 'node' in descriptor ? fileTypeOf(descriptor.node) : FileType.unknown);
      memory.setU16(at + 2, descriptor.kind === 'file' ? descriptor.flags : 0);
      const { base, inheriting } = rightsOf(descriptor);
      memory.setU64(at + 8, base);
      memory.setU64(at + 16, inheriting);
    },
    fd_fdstat_set_flags(fd: number, flags: number) {
      const descriptor = descriptors.get(fd);
      if ((flags & ~FLAGS_ALL) !== 0) throw new WasiError(Errno.inval);
      if (descriptor.kind === 'file') descriptor.flags = flags;
    },
    fd_fdstat_set_rights(fd: number, base: bigint, inheriting: bigint) {
      const descriptor = descriptors.get(fd);
      const has = rightsOf(descriptor);
      const [newBase, newInheriting] = [BigInt.asUintN(64, base), BigInt.asUintN(64, inheriting)];
      if ((newBase & ~has.base) !== 0n || (newInheriting & ~has.inheriting) !== 0n) {
        throw new WasiError(Errno.notcapable);
      }
      descriptor.dropped |= has.base & ~newBase;
      if (descriptor.kind === 'directory') descriptor.droppedBelow |= has.inheriting & ~newInheriting;
    },
    fd_filestat_get(fd: number, at: number) {
      const descriptor = descriptors.get(fd);
      putFileStat(at, 'node' in descriptor ? descriptor.node : null);
    },
    fd_filestat_set_size(fd: number, size: bigint) {
      const node = descriptors.file(fd).node;
      node.resize(position(size));
      node.touch(clock.now(0));
    },
    fd_filestat_set_times(fd: number, accessed: bigint, modified: bigint, flags: number) {
      const descriptor = descriptors.get(fd);
      if (!('node' in descriptor)) throw new WasiError(Errno.inval);
      setTimes(descriptor.node, accessed, modified, flags);
    },
    fd_prestat_get(fd: number, at: number) {
      const descriptor = descriptors.get(fd);
      if (descriptor.kind !== 'directory' || descriptor.preopenedAs === null) throw new WasiError(Errno.badf);
      world.memory().setU32(at, 0);
      world.memory().setU32(at + 4, encoder.encode(descriptor.preopenedAs).length);
    },
    fd_prestat_dir_name(fd: number, at: number, length: number) {
      const descriptor = descriptors.get(fd);
      if (descriptor.kind !== 'directory' || descriptor.preopenedAs === null) throw new WasiError(Errno.badf);
      const name = encoder.encode(descriptor.preopenedAs);
      if (length < name.length) throw new WasiError(Errno.nametoolong);
      world.memory().bytes(at, name.length).set(name);
    },
    fd_read(fd: number, iovecs: number, count: number, readAt: number) {
      const descriptor = descriptors.get(fd);
      const list = buffers(iovecs, count);
      let read;
      if (descriptor.kind === 'input') {
        read = scatter(list, descriptor.content.subarray(descriptor.position));
      } else {
        const file = descriptors.file(fd);
        read = readFile(file.node, file.position, list);
      }
      if ('position' in descriptor) descriptor.position += read;
      world.memory().setU32(readAt, read);
    },
    fd_pread(fd: number, iovecs: number, count: number, offset: bigint, readAt: number) {
      const file = descriptors.file(fd);
      world.memory().setU32(readAt, readFile(file.node, position(offset), buffers(iovecs, count)));
    },
    fd_write(fd: number, iovecs: number, count: number, writtenAt: number) {
      const descriptor = descriptors.get(fd);
      const list = buffers(iovecs, count);
      let written;
      if (descriptor.kind === 'output') {
        for (const buffer of list) descriptor.stream.write(buffer);
        written = sizeOf(list);
      } else {
        const file = descriptors.file(fd);
        if ((file.flags & FLAG_APPEND) !== 0) file.position = file.node.size;
        written = writeFile(file.node, file.position, list);
        file.position += written;
      }
      world.memory().setU32(writtenAt, written);
    },
    fd_pwrite(fd: number, iovecs: number, count: number, offset: bigint, writtenAt: number) {
      const node = descriptors.file(fd).node;
      world.memory().setU32(writtenAt, writeFile(node, position(offset), buffers(iovecs, count)));
    },
    fd_seek(fd: number, offset: bigint, whence: number, at: number) {
      const file = descriptors.file(fd);
      const from = [0, file.position, file.node.size][whence];
      if (from === undefined) throw new WasiError(Errno.inval);
      file.position = position(BigInt(from) + offset);
      world.memory().setU64(at, BigInt(file.position));
    },
    fd_tell: (fd: number, at: number) => world.memory().setU64(at, BigInt(descriptors.file(fd).position)),
    fd_renumber: (from: number, to: number) => descriptors.renumber(from, to),
    fd_readdir(fd: number, buffer: number, length: number, cookie: bigint, usedAt: number) {
      const directory = descriptors.directory(fd);
      const memory = world.memory();
      const target = memory.bytes(buffer, length);
      const from = BigInt.asUintN(64, cookie);
      let used = 0;
      const put = (next: bigint, inode: bigint, type: number, name: string): boolean => {
        const nameBytes = encoder.encode(name);
        const record = new Uint8Array(24 + nameBytes.length);
        const view = new DataView(record.buffer);
        view.setBigUint64(0, next, true);
        view.setBigUint64(8, inode, true);
        view.setUint32(16, nameBytes.length, true);
        view.setUint8(20, type);
        record.set(nameBytes, 24);
        const part = record.subarray(0, length - used);
        meter.charge(hostBytesFuel(part.length));
        target.set(part, used);
        used += part.length;
        return used < length;
      };
      // The two entries every directory has take cookies 0 and 1; the others follow in the order they were made.
      let room = length > 0;
      if (room && from <= 0n) room = put(1n, directory.inode, FileType.directory, '.');
      if (room && from <= 1n) room = put(2n, directory.inode, FileType.directory, '..');
      if (room) {
        for (const [name, { node, sequence }] of directory.entries) {
          meter.charge(1n);
          const place = BigInt(sequence) + 2n;
          if (place >= from && !put(place + 1n, node.inode, fileTypeOf(node), name)) break;
        }
      }
      memory.setU32(usedAt, used);
    },

    path_create_directory: (fd: number, at: number, length: number) =>
      files.createDirectory(descriptors.directory(fd), path(at, length)),
    path_filestat_get(fd: number, lookup: number, at: number, length: number, statAt: number) {
      putFileStat(statAt, files.existing(descriptors.directory(fd), path(at, length), follows(lookup)));
    },
    path_filestat_set_times(
      fd: number,
      lookup: number,
      at: number,
      length: number,
      accessed: bigint,
      modified: bigint,
      flags: number,
    ) {
      const node = files.existing(descriptors.directory(fd), path(at, length), follows(lookup));
      setTimes(node, accessed, modified, flags);
    },
    path_link(fd: number, lookup: number, at: number, length: number, newFd: number, newAt: number, newLength: number) {
      const [from, to] = [descriptors.directory(fd), descriptors.directory(newFd)];
      files.link(from, path(at, length), follows(lookup), to, path(newAt, newLength));
    },
    path_open(
      fd: number,
      lookup: number,
      at: number,
      length: number,
      flags: number,
      rights: bigint,
      _inheriting: bigint,
      fdFlags: number,
      fdAt: number,
    ) {
      const parent = descriptors.openedDirectory(fd);
      const creates = (flags & OpenFlag.create) !== 0;
      const truncates = (flags & OpenFlag.truncate) !== 0;
      if ((fdFlags & ~FLAGS_ALL) !== 0) throw new WasiError(Errno.inval);
      if (creates) descriptors.demand(fd, Right.path_create_file);
      if (truncates) descriptors.demand(fd, Right.path_filestat_set_size);
      // What must be new is not looked for behind a link.
      const mustBeNew = creates && (flags & OpenFlag.exclusive) !== 0;
      const place = mustBeNew
        ? files.resolve(parent.node, path(at, length), false)
        : files.lookUp(parent.node, path(at, length), follows(lookup));
      const wantsDirectory = (flags & OpenFlag.directory) !== 0;
      if (creates && wantsDirectory) throw new WasiError(Errno.inval);
      if (mustBeNew && place.node !== null) throw new WasiError(Errno.exist);
      if (place.node === null && !creates) throw new WasiError(Errno.noent);
      if (place.node instanceof LinkNode) throw new WasiError(Errno.loop);
      if (place.node === null && place.wantsDirectory) throw new WasiError(Errno.isdir);
      world.memory().setU32(fdAt, 0);
      const node = place.node ?? files.createFile(place);
      let opened: Descriptor;
      if (node instanceof DirectoryNode) {
        if (creates || truncates || (rights & Right.fd_write) !== 0n) {
          throw new WasiError(Errno.isdir);
        }
        opened = {
          kind: 'directory',
          node,
          preopenedAs: null,
          dropped: parent.droppedBelow,
          droppedBelow: parent.droppedBelow,
        };
      } else {
        if (wantsDirectory) throw new WasiError(Errno.notdir);
        opened = {
          kind: 'file',
          node,
          position: 0,
          flags: fdFlags,
          dropped:
            parent.droppedBelow |
            ((rights & Right.fd_read) === 0n ? Right.fd_read : 0n) |
            ((rights & Right.fd_write) === 0n ? RIGHTS_TO_WRITE : 0n),
        };
      }
      const newFd = descriptors.open(opened);
      if (node instanceof FileNode && truncates) node.resize(0);
      world.memory().setU32(fdAt, newFd);
    },
    path_readlink(fd: number, at: number, length: number, buffer: number, bufferLength: number, usedAt: number) {
      const node = files.existing(descriptors.directory(fd), path(at, length), false);
      if (!(node instanceof LinkNode)) throw new WasiError(Errno.inval);
      const target = world.memory().bytes(buffer, bufferLength);
      const part = node.targetBytes.subarray(0, bufferLength);
      meter.charge(hostBytesFuel(part.length));
      target.set(part);
      world.memory().setU32(usedAt, part.length);
    },
    path_remove_directory: (fd: number, at: number, length: number) =>
      files.removeDirectory(descriptors.directory(fd), path(at, length)),
    path_rename(fd: number, at: number, length: number, newFd: number, newAt: number, newLength: number) {
      files.rename(descriptors.directory(fd), path(at, length), descriptors.directory(newFd), path(newAt, newLength));
    },
    path_symlink(targetAt: number, targetLength: number, fd: number, at: number, length: number) {
      files.createLink(path(targetAt, targetLength), descriptors.directory(fd), path(at, length));
    },
    path_unlink_file: (fd: number, at: number, length: number) =>
      files.unlinkFile(descriptors.directory(fd), path(at, length)),

    poll_oneoff(subscriptions: number, events: number, count: number, countAt: number) {
      if (count === 0) throw new WasiError(Errno.inval);
      const memory = world.memory();
      meter.charge(hostBytesFuel(80) * BigInt(count));
      memory.bytes(subscriptions, 48 * count);
      memory.bytes(events, 32 * count);
      const read = Array.from({ length: count }, (_, i) => {
        const at = subscriptions + 48 * i;
        const userdata = memory.getU64(at);
        const type = memory.getU8(at + 8);
        if (type > EventType.write) throw new WasiError(Errno.inval);
        if (type !== EventType.clock) {
          return { userdata, type, ...readiness(memory.getU32(at + 16), type), inNs: 0n };
        }
        const clockId = memory.getU32(at + 16);
        const timeout = memory.getU64(at + 24);
        const isAbsolute = (memory.getU16(at + 40) & 1) === 1;
        return {
          userdata,
          type,
          errno: Errno.success,
          bytes: 0,
          inNs: isAbsolute ? timeout - clock.now(clockId) : timeout,
        };
      });
      // Streams and files are always ready, so only a wait for clocks alone lets time pass.
      const firstNs = read.reduce((least, { inNs }) => (inNs < least ? inNs : least), read[0]!.inNs);
      clock.sleep(firstNs);
      const due = read.filter(({ inNs }) => inNs <= (firstNs > 0n ? firstNs : 0n));
      for (const [i, { userdata, type, errno, bytes }] of due.entries()) {
        const at = events + 32 * i;
        memory.bytes(at, 32).fill(0);
        memory.setU64(at, userdata);
        memory.setU16(at + 8, errno);
        memory.setU8(at + 10, type);
        memory.setU64(at + 16, BigInt(bytes));
      }
      memory.setU32(countAt, due.length);
    },

    sock_accept: notSocket,
    sock_recv: notSocket,
    sock_send: notSocket,
    sock_shutdown: notSocket,
  };

  /** What `poll_oneoff` says of a descriptor, which is ready whatever it is: how many bytes there are to read. */
  function readiness(fd: number, type: number): { errno: Errno; bytes: number } {
    try {
      const descriptor = descriptors.get(fd);
      const left =
        descriptor.kind === 'input'
          ? descriptor.content.length - descriptor.position
          : descriptor.kind === 'file'
            ? descriptor.node.size - descriptor.position
            : 0;
      return { errno: Errno.success, bytes: type === EventType.read ? Math.max(left, 0) : 0 };
    } catch (error) {
      if (error instanceof WasiError) return { errno: error.errno, bytes: 0 };
      throw error;
    }
  }

  return Object.fromEntries(
    Object.entries(functions).map(([name, call]): [string, WasmFunction] => [
      name,
      (...values) => {
        meter.charge(FUEL_PER_HOST_CALL);
        try {
          const unsigned = values.map((value) => (typeof value === 'number' ? value >>> 0 : value));
          for (const [argument, rights] of rightsNeeded[name] ?? []) {
            descriptors.demand(unsigned[argument] as number, rights);
          }
          (call as (...numbers: (number | bigint)[]) => void)(...unsigned);
          return Errno.success;
        } catch (error) {
          if (error instanceof WasiError) return error.errno;
          throw error;
        }
      },
    ]),
  );
}
