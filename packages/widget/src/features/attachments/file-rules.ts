import type { Texts } from '../../texts/texts.ts';

/** What the desk takes; it decides by the content, this only spares an upload that would be refused. */
const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'video/mp4', 'video/webm', 'video/quicktime'];
const MAX_BYTES = 10 * 1024 * 1024;

/** Why a file cannot be sent, as far as the browser can tell. */
export function problemOf({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>, { files }: Texts): string | undefined {
  if (!TYPES.includes(type)) return files.type(name);
  return size > MAX_BYTES ? files.size(name) : undefined;
}
