/**
 * @module Built files of the widget and the panel, held in memory with their compressed forms.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { HeadersLike } from './server-context.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names without dots in front and without a way up. */
const SAFE = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;
/** A name that changes with its content: `panel-BxY12abc.js`, with a hash of six characters or more. */
const HASHED = /[-.](?=[\w-]*[A-Z\d])[\w-]{6,}\.\w+$/;
/** Compressed forms, the best first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

export interface Asset {
  readonly type: string;
  readonly etag: string;
  /** The name changes with the content, so it may be kept for ever. */
  readonly immutable: boolean;
  readonly plain: Uint8Array;
  readonly encoded: ReadonlyMap<string, Uint8Array>;
}

/** Folders of built files. */
export interface AssetFolders {
  /** Folder with `widget.js` and, in `widget/`, what that loads later. */
  readonly widget?: string | undefined;
  /** Folder with the panel's `index.html` and what it loads. */
  readonly admin?: string | undefined;
}

/** Whether a file of this name may be given out: its type is known, and the name leads nowhere else. */
export const isServed = (name: string): boolean => TYPES[extname(name)] !== undefined && SAFE.test(name);

interface Kept {
  readonly asset: Asset;
  readonly changed: number;
}

export class AssetFolder {
  /** The folder of the build, then the one with chunks of earlier builds. */
  readonly #folders: readonly string[];
  readonly #kept = new Map<string, Kept>();

  constructor(folder: string, earlier?: string) {
    this.#folders = earlier === undefined ? [folder] : [folder, earlier];
  }

  /** The file as it is now, or undefined when there is none of that name. */
  async get(name: string): Promise<Asset | undefined> {
    if (!isServed(name)) return undefined;
    for (const folder of this.#folders) {
      const asset = await this.#read(join(folder, name));
      if (asset) return asset;
    }
    return undefined;
  }

  async #read(path: string): Promise<Asset | undefined> {
    const facts = await stat(path).catch(() => undefined);
    if (!facts?.isFile()) {
      this.#kept.delete(path);
      return undefined;
    }
    const kept = this.#kept.get(path);
    if (kept?.changed === facts.mtimeMs) return kept.asset;
    const asset = await load(path);
    this.#kept.set(path, { asset, changed: facts.mtimeMs });
    return asset;
  }
}

async function load(path: string): Promise<Asset> {
  const plain = await readFile(path);
  const encoded = new Map<string, Uint8Array>();
  for (const [encoding, ending] of ENCODINGS) {
    const bytes = await readFile(path + ending).catch(() => undefined);
    if (bytes) encoded.set(encoding, bytes);
  }
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { type: TYPES[extname(path)] ?? '', etag, immutable: HASHED.test(path), plain, encoded };
}

/** The answer with a file, compressed as the client can read it. */
export function assetResponse(
  asset: Asset,
  request: { readonly headers: HeadersLike },
  more: Readonly<Record<string, string>>,
): Response {
  const { type, etag, immutable, plain, encoded } = asset;
  const headers: Record<string, string> = {
    'content-type': type,
    etag,
    vary: 'Accept-Encoding',
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    ...more,
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const accepted = (request.headers.get('accept-encoding') ?? '').split(',').map((entry) => entry.trim().split(';')[0]);
  const encoding = ENCODINGS.map(([name]) => name).find((name) => accepted.includes(name) && encoded.has(name));
  const body = (encoding && encoded.get(encoding)) ?? plain;
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: {
      ...headers,
      ...(encoding ? { 'content-encoding': encoding } : {}),
      'content-length': String(body.byteLength),
    },
  });
}
