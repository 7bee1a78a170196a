import type { ByteRange } from '../blobs/blob-store.ts';

/**
 * The one range that a request names, cut to the file; undefined when it names none that we serve (several ranges are
 * answered with the whole), and `unsatisfiable` when it begins behind the end.
 */
export function rangeOf(header: string | null, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!first && !last) return undefined;
  if (!first)
    return size > 0 && Number(last) > 0 ? { start: Math.max(0, size - Number(last)), end: size - 1 } : 'unsatisfiable';
  const [start, end] = [Number(first), last ? Math.min(Number(last), size - 1) : size - 1];
  return start <= end ? { start, end } : 'unsatisfiable';
}
