/**
 * @module Makes PGlite as safe against a power cut as PostgreSQL. Its file system drops every fsync; this one passes
 * them on to the host, so that checkpoints, new files and renames are as durable as PostgreSQL meant them. Only the
 * flush of the log at commit is put off to {@link WalFlush}, in whose place the rule "log before data" is kept here.
 */
import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { PrivateFs, type FsNode, type Operation } from './private-fs.ts';
import type { WalFlush } from './wal-flush.ts';

/** Start parameters under which PostgreSQL asks for every flush that it needs. */
export const DURABLE_PARAMETERS: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  // The others end in system calls that the WebAssembly build answers without doing anything.
  '-c',
  'wal_sync_method=fsync',
];

interface FsStream {
  readonly node: FsNode;
  readonly nfd: number;
}

interface StreamOperations extends Record<string, Operation> {
  write(stream: FsStream, buffer: Uint8Array, offset: number, length: number, position: number): number;
  setattr(stream: FsStream, attributes: object): void;
}

/** Emscripten's file system on host files, as PGlite carries it. */
interface HostFs {
  stream_ops: StreamOperations;
  node_ops: Record<string, Operation>;
  realPath(node: FsNode): string;
}

interface HostModule {
  readonly NODEFS: HostFs;
  readonly FS: { readonly ErrnoError: new (errno: number) => Error };
}

const EIO = 29;
const ENODEV = 43;
const LOG_FOLDER = 'pg_wal';
const LOG_SEGMENT = /^[0-9A-F]{24}$/;

export class DurableFs extends PrivateFs {
  readonly #log: WalFlush;

  constructor(dataDir: string, log: WalFlush) {
    super(dataDir);
    this.#log = log;
  }

  protected override install(given: unknown): void {
    super.install(given);
    const module = given as HostModule;
    const host = module.NODEFS;
    const plain = host.stream_ops;
    const logFirst = () => this.#logFirst(module);
    host.stream_ops = {
      ...plain,
      fsync: (stream: FsStream) => this.#fsync(host, stream, module),
      write: (stream, buffer, offset, length, position) => {
        if (stream.node.parent.name !== LOG_FOLDER && !isBlankPage(buffer, offset)) logFirst();
        return plain.write(stream, buffer, offset, length, position);
      },
      setattr: (stream, attributes) => {
        logFirst();
        plain.setattr(stream, attributes);
      },
      // PostgreSQL maps whole files only to hint the kernel before an fsync; here that would be a copy in memory.
      mmap: () => {
        throw new module.FS.ErrnoError(ENODEV);
      },
    };
    host.node_ops = Object.fromEntries(
      Object.entries(host.node_ops).map(([name, operation]) => [
        name,
        REMOVALS.has(name) ? after(logFirst, operation) : operation,
      ]),
    );
  }

  #fsync(host: HostFs, stream: FsStream, module: HostModule): number {
    if (stream.node.parent.name === LOG_FOLDER && LOG_SEGMENT.test(stream.node.name)) {
      this.#log.markDirty(host.realPath(stream.node));
      return 0;
    }
    try {
      fsyncSync(stream.nfd);
    } catch {
      throw new module.FS.ErrnoError(EIO);
    }
    return 0;
  }

  #logFirst(module: HostModule): void {
    try {
      this.#log.flushNow();
    } catch {
      throw new module.FS.ErrnoError(EIO);
    }
  }
}

/** Operations on names that a commit record must precede on disk: a dropped table's file, a truncated one. */
const REMOVALS = new Set(['unlink', 'rename', 'rmdir', 'setattr']);

const after =
  (first: () => void, operation: Operation): Operation =>
  (...args) => {
    first();
    return operation(...args);
  };

/** A page without a log position explains itself: PostgreSQL extends files with zeroes. */
function isBlankPage(buffer: Uint8Array, offset: number): boolean {
  for (let at = offset; at < offset + 8; at += 1) if (buffer[at] !== 0) return false;
  return true;
}
