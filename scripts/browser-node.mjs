// What the server uses of Node and a browser lacks, for tests that have a desk in their page (decision 0065).
export { Buffer } from 'buffer';

/** Asked for the turned PNG alone, which no test of a page sends. */
export function crc32() {
  throw new Error('A PNG that lies on its side is not taken in a test in the browser.');
}
