/**
 * @module What a check of a policy finds, with the rows, an example of facts, and words for both.
 */
import { formatSet } from '../cell.ts';
import type { Scalar } from '../table-schema.ts';
import { COLON, inBoth, joinTexts, type Text } from '../text.ts';
import { columnSet, exampleIn, type Box, type Space } from './space.ts';

/** What can be found. */
export type FindingCode =
  | 'COMPILE'
  | 'GAP'
  | 'CONTRADICTION'
  | 'REDUNDANT'
  | 'NEVER_REACHED'
  | 'WEAKER_THAN_STATUTE'
  | 'TOO_COMPLEX';

/** One finding. An `ERROR` keeps a version from being submitted. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'ERROR' | 'WARNING';
  readonly table: string;
  readonly rowIds: readonly string[];
  /** Facts for which it shows, by input name. */
  readonly example: Readonly<Record<string, Scalar | null>>;
  /** All facts for which it shows, in words. */
  readonly where: Text;
  readonly text: Text;
}

const EVERYWHERE: Text = { zh: '所有情形', en: 'all facts' };

/** Describes a box by the columns it limits. */
export function describe({ columns }: Space, box: Box, currency?: string): Text {
  const parts = columns.flatMap((column, at): Text[] => {
    if (!box[at]!.includes(0)) return [];
    const set = columnSet(column, box[at]!);
    const showing = currency ? { currency } : {};
    return [
      inBoth(
        (language) =>
          `${column.input.label[language]}${COLON[language]}${formatSet(column.input, set, language, showing)}`,
      ),
    ];
  });
  return parts.length > 0 ? joinTexts(parts, { zh: '；', en: '; ' }) : EVERYWHERE;
}

/** Builds a finding about a part of the space. */
export function findingIn(
  space: Space,
  box: Box,
  finding: Omit<Finding, 'example' | 'where'>,
  currency?: string,
): Finding {
  const where = describe(space, box, currency);
  const text = { zh: `${finding.text.zh}（${where.zh}）`, en: `${finding.text.en} (${where.en})` };
  return { ...finding, text, where, example: exampleIn(space, box) };
}
