import type { Directory } from '../../desk/directory.ts';
import type { LocalText } from '../../kit/language.ts';
import { formWords } from './words.ts';

const label = (name: 'store' | 'about2' | 'records'): LocalText => ({
  en: formWords.en[name],
  zh: formWords.zh[name],
});
const NUMBER: LocalText = { en: 'No.', zh: '编号' };
const VERSION: LocalText = { en: 'Version', zh: '版本' };

/** The lines below the title of a sheet. */
export const headOf = (
  row: {
    readonly number?: string;
    readonly versionNumber: number;
    readonly storeId: string;
    readonly subjectLabel: string;
  },
  directory: Directory | undefined,
): (readonly [LocalText, string])[] => [
  ...(row.number ? [[NUMBER, row.number] as const] : []),
  [label('store'), directory?.stores.get(row.storeId)?.name ?? ''],
  ...(row.subjectLabel ? [[label('about2'), row.subjectLabel] as const] : []),
  [VERSION, String(row.versionNumber)],
];

/** What people and files are called whose ids stand in values. */
export const namesOf =
  (files: readonly { readonly id: string; readonly name: string }[], directory: Directory | undefined) =>
  (id: string): string =>
    files.find((file) => file.id === id)?.name ?? directory?.colleagues.get(id)?.name ?? id;
