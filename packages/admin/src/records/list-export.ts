/** @module The rows of a list as a table for a spreadsheet: the columns that are shown, as people read them. */
import { writeCsv } from '@shopdesk/core/text';
import { teamNameOf } from '../desk/directory.ts';
import type { MoneyValue } from '../kit/language.ts';
import { kitWords } from '../kit/words.ts';
import { objectName, refOf, type RecordRow } from './data.ts';
import { codesOf, labelOf, refIn, type FieldDescription } from './description.ts';
import { isEmpty, titleOf, type ViewContext } from './cell.ts';
import { kindOf } from './meaning.ts';
import { fieldName, valueName } from './names.ts';
import { nameOf } from './work-names.ts';

/** Rows of one download, at most. */
export const MOST_EXPORTED = 5000;

function textOf(field: FieldDescription, row: RecordRow, context: ViewContext): string {
  const { language, directory, desk } = context;
  const value = row[field.name];
  if (isEmpty(field, row)) return '';
  const each = (name: (one: string) => string) =>
    language.list((Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => name(String(one))));
  switch (kindOf(field)) {
    case 'code':
    case 'codes':
      return each((code) => valueName(code, language, codesOf(field.schema)));
    case 'people':
      return each((id) => directory.colleagues.get(id)?.name ?? id);
    case 'stores':
      return each((id) => directory.stores.get(id)?.name ?? id);
    case 'teams':
      return each((id) => teamNameOf(directory, id, language));
    case 'money':
      return language.money(value as unknown as MoneyValue);
    case 'flag':
      return value ? language.words(kitWords).yes : language.words(kitWords).no;
    case 'named':
      return each((name) => nameOf(field, name, { row, desk, language }));
    case 'words':
      return language.of(value as { zh: string; en: string });
    case 'ref': {
      const ref = field.ref ?? refIn(field.schema);
      const target = refOf({ name: field.name, ...(ref ? { ref } : {}) }, desk);
      const object = row[objectName(field.name)] as Readonly<Record<string, unknown>> | null;
      return (target && object && labelOf(target, object, language)) || each(String);
    }
    case 'parts':
      return JSON.stringify(value);
    default:
      return each(String);
  }
}

export function tableOf(rows: readonly RecordRow[], fields: readonly FieldDescription[], context: ViewContext): string {
  const head = fields.map((field) => fieldName(field, context.language));
  return writeCsv([
    head,
    ...rows.map((row) =>
      fields.map((field, at) =>
        at === 0 ? titleOf(context.entity, row, context.language) : textOf(field, row, context),
      ),
    ),
  ]);
}
