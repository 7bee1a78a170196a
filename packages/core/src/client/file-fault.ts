/**
 * @module What a browser can say of a file before it is sent. It knows the name and a label made from the name, not the
 * content, so it refuses only what is certainly wrong; the desk judges by the content.
 */
import { hasEndingOf, MAX_ATTACHMENT_BYTES } from '../text/file-name.ts';

/** Labels under which a file that can be sent may come: `image/jpg` and none at all among them. */
const POSSIBLE = /^(image|video)\/(?!svg)|pdf$|octet-stream$|^$/;

/**
 * Why a file cannot be sent, as far as that is certain: its type, or more than 10 MiB.
 * @param kind - What is asked for, as its types begin: `image/`. Everything that can be sent when it is left out.
 */
export function fileFault(
  { name, type, size }: { readonly name: string; readonly type: string; readonly size: number },
  kind = '',
): 'type' | 'size' | undefined {
  const isPossible = POSSIBLE.test(type) && (type.startsWith(kind) || /octet-stream$|^$/.test(type));
  if (!isPossible && !hasEndingOf(name, kind)) return 'type';
  return size > MAX_ATTACHMENT_BYTES ? 'size' : undefined;
}
