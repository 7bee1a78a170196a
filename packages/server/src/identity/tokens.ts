import { createHash, randomBytes } from 'node:crypto';
import type { Tokens } from '@shopdesk/core';

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Bearer tokens of 256 random bits. Their hash needs no salt and no cost: there is nothing to guess. */
export const tokens: Tokens = {
  issue() {
    const token = randomBytes(32).toString('base64url');
    return { token, hash: hash(token) };
  },
  hash,
};
