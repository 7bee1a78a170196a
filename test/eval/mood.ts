/**
 * @module How often a calm text is read as angry or urgent, and how often an angry or urgent one is not.
 *
 * `pnpm eval:mood [--test FILE]`, a CSV with `text,language,label`; the label is `angry`, `urgent`, or anything else
 * for a text that is neither. Without a file: the repository's own questions, and the titles of all goods of the demo
 * shop.
 */
import { detectEmotion } from '@shopdesk/core/language';
import { demoTitles } from './demo-titles.ts';
import { optionalRows, type Row } from './arguments.ts';
import { missLimit, verdict } from './verdict.ts';

/** Of the calm texts, at most this share may be read as angry or urgent. */
const MOST_FALSE = 0.005;
/** Of the angry and urgent ones, at most this share may be missed. */
const MOST_MISSED = 0.1;

const own = (): Row[] => [
  ...(optionalRows('eval/mood/shop-words.csv') ?? []),
  ...demoTitles().map(({ text, language }) => ({ text, language, label: 'calm' })),
];
const rows = optionalRows() ?? own();
const isOf = (label: string, name: string) => new RegExp(`\\b${name}`, 'i').test(label);

let [calm, falseOnes, moved, missed] = [0, 0, 0, 0];
for (const { text = '', language = '', label = '' } of rows) {
  const { label: mood, isUrgent } = detectEmotion(text);
  const wants = { angry: isOf(label, 'angr'), urgent: isOf(label, 'urgent') };
  if (!wants.angry && !wants.urgent) {
    calm += 1;
    if (mood !== 'ANGRY' && !isUrgent) continue;
    falseOnes += 1;
    console.log(`false   ${language} ${mood}${isUrgent ? ' urgent' : ''}: ${text}`);
  } else {
    moved += 1;
    if ((!wants.angry || mood === 'ANGRY') && (!wants.urgent || isUrgent)) continue;
    missed += 1;
    console.log(`missed  ${language} ${label}: ${text}`);
  }
}
verdict(
  { asked: rows.length, false: falseOnes, missed },
  falseOnes <= MOST_FALSE * calm && missed <= missLimit(moved, MOST_MISSED),
);
