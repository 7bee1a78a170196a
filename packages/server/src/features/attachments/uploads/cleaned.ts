/** A file without what it tells of its sender. */
export interface Cleaned {
  readonly content: Buffer;
  /** Width times height as its header says, of the largest part; 0 where it cannot be shown as a picture. */
  readonly pixels: number;
}
