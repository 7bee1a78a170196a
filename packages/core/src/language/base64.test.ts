import { describe, expect, it } from 'vitest';
import { base64Of, bytesOf } from './base64.ts';

describe('bytes as text', () => {
  it.each([0, 1, 2, 3, 4, 5, 255, 8191, 8192, 30_001])(
    'come back the same at length %i, and read like everybody else’s',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + (at >> 3)) & 255);
      const text = base64Of(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(bytesOf(text)).toEqual(bytes);
    },
  );
});
