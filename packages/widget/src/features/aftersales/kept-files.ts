/**
 * @module Photos that are not sent yet, kept beside the draft so that a reload does not lose them; gone as soon as they
 * have arrived, and with everything else when the page asks to forget. A large one is kept smaller, for the browser's
 * storage is small; what it refuses lives as long as the page.
 */
import { readJson } from '@shopdesk/core/client';
import type { DeskConnection } from '../../connection/connection.ts';

const KEPT_AS_IT_IS = 500_000;
const LONGEST_SIDE = 1600;

interface Kept {
  readonly name: string;
  readonly url: string;
}

const keyOf = ({ keys }: DeskConnection, id: string): string => `${keys}draft:file:${id}`;

const urlOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'));
    reader.readAsDataURL(blob);
  });

async function smaller(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(picture.width * scale),
    height: Math.round(picture.height * scale),
  });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.toDataURL('image/jpeg', 0.8);
}

/** Keeps a photo, unless it is not wanted any more by the time it is read. */
export async function keepFile(
  connection: DeskConnection,
  id: string,
  file: File,
  isWanted: () => boolean,
): Promise<void> {
  try {
    const url = await (file.size > KEPT_AS_IT_IS ? smaller(file) : urlOf(file));
    if (isWanted())
      connection.storage.set(keyOf(connection, id), JSON.stringify({ name: file.name, url } satisfies Kept));
  } catch {
    // What cannot be read here is still sent from this page.
  }
}

export function keptFile(connection: DeskConnection, id: string): File | undefined {
  const kept = readJson<Kept>(connection.storage, keyOf(connection, id));
  const [, type = '', data = ''] = /^data:([^;,]*);base64,(.*)$/.exec(kept?.url ?? '') ?? [];
  if (!kept || !data) return undefined;
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return new File([bytes], kept.name, { type });
}

export const dropFile = (connection: DeskConnection, id: string): void =>
  connection.storage.remove(keyOf(connection, id));
