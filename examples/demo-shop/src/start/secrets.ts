/**
 * @module What the shop and the desk share and nobody else may know: made once, kept in the data folder, never shown.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from '@shopdesk/core';
import { z } from 'zod';

const Kept = z.object({ identitySecret: z.string().min(32), deskApiSecret: z.string().min(32) });

export interface Secrets extends z.output<typeof Kept> {
  /** Names the identity key by its content: another secret is another key. */
  readonly identityKeyId: string;
  /** With what the shop signs its events; who learns it learns neither of the others. */
  readonly eventSecret: string;
}

const fresh = () => randomBytes(32).toString('base64url');

/** @throws ConfigError when the file is not what was written. */
export async function keptSecrets(file: string): Promise<Secrets> {
  await mkdir(dirname(file), { recursive: true });
  const made = `${JSON.stringify({ identitySecret: fresh(), deskApiSecret: fresh() })}\n`;
  await writeFile(file, made, { mode: 0o600, flag: 'wx', flush: true }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  const kept = Kept.safeParse(parsed(await readFile(file, 'utf8')));
  if (!kept.success)
    throw new ConfigError([`${file} does not hold the demo's secrets; remove it, and new ones are made`]);
  const id = createHash('sha256').update(kept.data.identitySecret).digest('hex').slice(0, 8);
  const eventSecret = `whsec_${createHmac('sha256', kept.data.deskApiSecret).update('events of the shop').digest('base64')}`;
  return { ...kept.data, identityKeyId: `demo-shop-${id}`, eventSecret };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
