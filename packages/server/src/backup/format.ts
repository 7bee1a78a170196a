/**
 * @module The form of a backup: a folder of lines of JSON and of files, the same for both databases and readable
 * without us.
 *
 * `manifest.json` says what there is; `tables/<Entity>.jsonl` has one row a line by field names; `audit-heads.jsonl`
 * the ends of the audit chains; `files.jsonl` what is known of each uploaded file, whose content is `files/<key>`.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export const FORMAT = 1;

export const Manifest = z.object({
  format: z.literal(FORMAT),
  takenAt: z.string(),
  /** Rows by entity. */
  tables: z.record(z.string(), z.int()),
  auditHeads: z.int(),
  files: z.int(),
});
export type Manifest = z.output<typeof Manifest>;

export const places = (folder: string) => ({
  manifest: join(folder, 'manifest.json'),
  tables: join(folder, 'tables'),
  table: (entity: string) => join(folder, 'tables', `${entity}.jsonl`),
  auditHeads: join(folder, 'audit-heads.jsonl'),
  fileList: join(folder, 'files.jsonl'),
  files: join(folder, 'files'),
  file: (key: string) => join(folder, 'files', key),
});

/** The values of a file with one JSON value a line. */
export async function* readLines(file: string): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line) yield JSON.parse(line);
}
