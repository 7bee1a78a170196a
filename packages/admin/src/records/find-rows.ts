import type { DeskClient } from '@shopdesk/core/client';
import type { Option } from '../kit/combobox.ts';
import { labelField, type DeskDescription, type EntityDescription } from './description.ts';
import { recordList } from './record-query.ts';

const MOST = 20;

/** Rows of an entity by a part of their name, for fields that hold an id. */
export async function findRows(
  client: DeskClient,
  desk: DeskDescription,
  entity: EntityDescription,
  text: string,
): Promise<readonly Option[]> {
  const label = labelField(entity);
  const field = entity.fields.filter(({ name }) => name === label);
  const searchable = entity.list?.filters.includes(label) ?? false;
  const { nodes } = await client.query(recordList(entity, field, desk), {
    first: searchable ? MOST : 100,
    ...(searchable && text ? { filter: { [label]: { contains: text } } } : {}),
  });
  const wanted = text.toLocaleLowerCase();
  return nodes
    .map((row) => ({
      value: row.id,
      label: String(row[label] || row.id),
      hint: label === 'id' ? '' : row.id.slice(-6),
    }))
    .filter((option) => searchable || option.label.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST);
}
