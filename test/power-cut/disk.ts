/**
 * @module A disk that remembers what it was really told to keep. It watches the file operations of this process under
 * one folder and can write down at any moment what a power cut might leave: everything that was flushed, and of the
 * rest any sectors and any first part of the changes to names, as journalling file systems behave.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, relative } from 'node:path';

const SECTOR = 512;

type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly size: number };

interface FileState {
  /** As a flush left it. */
  readonly kept: Contents;
  /** Not flushed since, in order. */
  readonly pending: Change[];
  /** How many changes have been flushed so far. */
  flushed: number;
}

/** A change to the tree of names, in the order of the journal. */
type NameChange = (names: Map<string, FileState>, folders: Set<string>) => void;

export class WatchedDisk {
  readonly #root: string;
  readonly #random: () => number;
  readonly #names = new Map<string, FileState>();
  readonly #open = new Map<number, { file: FileState | undefined; position: number }>();
  readonly #keptNames = new Map<string, FileState>();
  readonly #keptFolders = new Set<string>();
  #journal: NameChange[] = [];
  /** Called before each operation, which is a good moment for a power cut. */
  beforeOperation: () => void = () => {};
  #isCutting = false;

  /** `root` as it is now counts as flushed. */
  constructor(root: string, random: () => number) {
    this.#root = root;
    this.#random = random;
    this.#load(root);
    this.#watch();
  }

  /** Writes down one possible state of the disk after a power cut at this moment. */
  leaveAfterPowerCut(target: string): void {
    this.#isCutting = true;
    try {
      this.#write(target);
    } finally {
      this.#isCutting = false;
    }
  }

  #write(target: string): void {
    const names = new Map(this.#keptNames);
    const folders = new Set(this.#keptFolders);
    for (const change of this.#journal.slice(0, this.#upTo(this.#journal.length))) change(names, folders);
    for (const folder of folders) real.mkdirSync(join(target, folder), { recursive: true, mode: 0o700 });
    for (const [path, file] of names) {
      real.mkdirSync(dirname(join(target, path)), { recursive: true, mode: 0o700 });
      real.writeFileSync(join(target, path), this.#afterPowerCut(file), { mode: 0o600 });
    }
  }

  #upTo(length: number): number {
    return Math.floor(this.#random() * (length + 1));
  }

  #afterPowerCut({ kept, pending }: FileState): Buffer {
    const share = this.#random();
    const content = new Contents(kept.bytes);
    for (const change of pending) {
      if ('size' in change) {
        if (this.#random() < share) content.resize(change.size);
        continue;
      }
      for (let at = 0; at < change.bytes.length; at += SECTOR)
        if (this.#random() < share) content.write(change.offset + at, change.bytes.subarray(at, at + SECTOR));
    }
    return content.bytes;
  }

  #load(folder: string): void {
    this.#keptFolders.add(this.#inside(folder) ?? '');
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        this.#load(path);
        continue;
      }
      const file = { kept: new Contents(fs.readFileSync(path)), pending: [], flushed: 0 };
      this.#names.set(this.#inside(path) ?? '', file);
      this.#keptNames.set(this.#inside(path) ?? '', file);
    }
  }

  #inside(path: fs.PathLike): string | undefined {
    const name = relative(this.#root, String(path));
    return name.startsWith('..') ? undefined : name;
  }

  #fileOf(descriptor: number): FileState | undefined {
    return this.#open.get(descriptor)?.file;
  }

  #rename(change: NameChange): void {
    this.#journal.push(change);
    change(this.#names, new Set());
  }

  #create(name: string): void {
    const file: FileState = { kept: new Contents(Buffer.alloc(0)), pending: [], flushed: 0 };
    this.#rename((names) => void names.set(name, file));
  }

  /** Keeps all changes up to this number. */
  #keep(file: FileState | undefined, upTo = Infinity): void {
    if (!file) return;
    const changes = file.pending.splice(0, Math.max(0, upTo - file.flushed));
    file.flushed += changes.length;
    for (const change of changes) {
      if ('size' in change) file.kept.resize(change.size);
      else file.kept.write(change.offset, change.bytes);
    }
  }

  #keepNames(): void {
    for (const change of this.#journal) change(this.#keptNames, this.#keptFolders);
    this.#journal = [];
  }

  /** Each operation happens as ever, and is noted. */
  #watch(): void {
    const note = this.#notes();
    for (const [name, after] of Object.entries(note)) {
      const plain = real[name as keyof typeof real] as (...args: unknown[]) => unknown;
      (fs as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
        // Writing a copy down goes through the same functions.
        if (this.#isCutting) return plain(...args);
        this.beforeOperation();
        const result = plain(...args);
        after(args as never, result as never);
        return result;
      };
    }
    this.#watchFdatasync();
    syncBuiltinESMExports();
  }

  #notes() {
    const size = (path: fs.PathLike, length: number | null | undefined) =>
      this.#names.get(this.#inside(path) ?? '-')?.pending.push({ size: length ?? 0 });
    return {
      openSync: ([path]: [fs.PathLike], descriptor: number) =>
        this.#open.set(descriptor, { file: this.#names.get(this.#inside(path) ?? '-'), position: 0 }),
      closeSync: ([descriptor]: [number]) => this.#open.delete(descriptor),
      writeSync: (
        [descriptor, buffer, offset, , position]: [number, Uint8Array, number, number, number],
        count: number,
      ) =>
        this.#fileOf(descriptor)?.pending.push({
          offset: position,
          bytes: Buffer.from(buffer.subarray(offset, offset + count)),
        }),
      ftruncateSync: ([descriptor, length]: [number, number?]) =>
        this.#fileOf(descriptor)?.pending.push({ size: length ?? 0 }),
      truncateSync: ([path, length]: [fs.PathLike, number?]) => size(path, length),
      // A full flush also commits the journal of names.
      fsyncSync: ([descriptor]: [number]) => {
        this.#keep(this.#fileOf(descriptor));
        this.#keepNames();
      },
      fdatasyncSync: ([descriptor]: [number]) => this.#keep(this.#fileOf(descriptor)),
      writeFileSync: ([path]: [fs.PathLike]) => {
        const name = this.#inside(path);
        if (name !== undefined) this.#create(name);
      },
      mkdirSync: ([path]: [fs.PathLike]) => {
        const name = this.#inside(path);
        if (name !== undefined) this.#rename((_, folders) => void folders.add(name));
      },
      rmdirSync: ([path]: [fs.PathLike]) =>
        this.#rename((_, folders) => void folders.delete(this.#inside(path) ?? '-')),
      unlinkSync: ([path]: [fs.PathLike]) => this.#rename((names) => void names.delete(this.#inside(path) ?? '-')),
      renameSync: ([from, to]: [fs.PathLike, fs.PathLike]) =>
        this.#rename((names) => {
          const file = names.get(this.#inside(from) ?? '-');
          names.delete(this.#inside(from) ?? '-');
          if (file) names.set(this.#inside(to) ?? '-', file);
        }),
    };
  }

  /** What is written while a flush is under way is not part of it. */
  #watchFdatasync(): void {
    fs.fdatasync = ((descriptor: number, done: fs.NoParamCallback) => {
      const file = this.#fileOf(descriptor);
      const upTo = file ? file.flushed + file.pending.length : 0;
      real.fdatasync(descriptor, (error) => {
        if (!error) this.#keep(file, upTo);
        done(error);
      });
    }) as typeof fs.fdatasync;
  }
}

const real = { ...fs };

/** What is in a file. It has room to grow, because files grow by many small writes. */
class Contents {
  #room: Buffer;
  #length: number;

  constructor(bytes: Buffer) {
    this.#room = Buffer.from(bytes);
    this.#length = bytes.length;
  }

  get bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }

  write(offset: number, bytes: Buffer): void {
    const end = offset + bytes.length;
    this.#makeRoom(end);
    bytes.copy(this.#room, offset);
    this.#length = Math.max(this.#length, end);
  }

  /** What is added is zero. */
  resize(size: number): void {
    this.#makeRoom(size);
    if (size < this.#length) this.#room.fill(0, size, this.#length);
    this.#length = size;
  }

  #makeRoom(size: number): void {
    if (size <= this.#room.length) return;
    const larger = Buffer.alloc(Math.max(size, 2 * this.#room.length));
    this.bytes.copy(larger);
    this.#room = larger;
  }
}
