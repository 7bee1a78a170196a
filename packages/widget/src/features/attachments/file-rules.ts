import { fileFault } from '@shopdesk/core/client';
import type { Texts } from '../../texts/texts.ts';

/** Why a file cannot be sent, in words, as far as the browser can tell. */
export function problemOf(file: Pick<File, 'name' | 'type' | 'size'>, { files }: Texts): string | undefined {
  const fault = fileFault(file);
  return fault && files[fault](file.name);
}
