/**
 * @module PGlite's file system on host files, with one difference: what it makes is for its owner only. PGlite itself
 * gives files the rights that its WebAssembly asks for, some of them for everybody, whatever the umask of the process
 * is.
 */
import { NodeFS } from '@electric-sql/pglite/nodefs';

export interface FsNode {
  readonly name: string;
  readonly parent: FsNode;
}

export type Operation = (...args: never[]) => unknown;

interface NodeOperations extends Record<string, Operation> {
  mknod(parent: FsNode, name: string, mode: number, device: number): FsNode;
  setattr(node: FsNode, attributes: Attributes): void;
}

interface Attributes {
  readonly mode?: number;
}

/** Emscripten's module, as far as it is changed here. */
interface HostModule {
  readonly NODEFS: { node_ops: NodeOperations };
}

const OTHERS = 0o077;

export class PrivateFs extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const install = (module: unknown) => this.install(module);
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...(emscriptenOpts.preRun ?? []), install],
      } as typeof emscriptenOpts,
    };
  }

  /** Changes the operations of a module before it runs. */
  protected install(module: unknown): void {
    const { NODEFS: host } = module as HostModule;
    const { mknod, setattr } = host.node_ops;
    host.node_ops = {
      ...host.node_ops,
      mknod: (parent, name, mode, device) => mknod(parent, name, mode & ~OTHERS, device),
      // Opening a new file makes it first, and then sets its rights once more.
      setattr: (node, { mode, ...others }) =>
        setattr(node, mode === undefined ? others : { ...others, mode: mode & ~OTHERS }),
    };
  }
}
