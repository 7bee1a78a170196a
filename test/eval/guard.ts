/**
 * @module How often the guard stops or questions what an agent may well say, and how often it lets pass what it must
 * not.
 *
 * `pnpm eval:guard [--test FILE]`, a CSV with `text,language,label`; the label is `block`, `warn`, or anything else for
 * an ordinary sentence. Without a file: the repository's own sentences.
 */
import { createTermMatcher, DEFAULT_TERMS } from '@shopdesk/core/language';
import { optionalRows } from './arguments.ts';
import { missLimit, verdict } from './verdict.ts';

/** Of the ordinary sentences none is blocked, and at most this share is questioned. */
const MOST_WARNED = 0.01;
/** Of what must be stopped or questioned, at most this share may pass. */
const MOST_MISSED = 0.05;

const check = createTermMatcher(DEFAULT_TERMS);
const rows = optionalRows() ?? optionalRows('eval/guard/agent-words.csv') ?? [];
const wanted = (label: string) =>
  /block|forbid|ban/i.test(label) ? 'block' : /warn/i.test(label) ? 'warn' : undefined;

let [ordinary, blocked, warned, wrong, missed] = [0, 0, 0, 0, 0];
for (const { text = '', language = '', label = '' } of rows) {
  const { level, hits } = check(text, { author: 'agent', channel: 'WEB_CHAT' });
  const stops = level === 'block' || level === 'warn' ? level : undefined;
  const should = wanted(label);
  if (!should) {
    ordinary += 1;
    if (stops === 'block') blocked += 1;
    if (stops === 'warn') warned += 1;
    if (stops) console.log(`false   ${language} ${stops} ${hits.map(({ matched }) => matched).join(', ')}: ${text}`);
  } else {
    wrong += 1;
    // A sentence that should be questioned is also held where it is blocked.
    if (stops === 'block' || stops === should) continue;
    missed += 1;
    console.log(`missed  ${language} ${label}${stops ? ` (${stops})` : ''}: ${text}`);
  }
}
const holds = blocked === 0 && warned < Math.max(1, MOST_WARNED * ordinary) && missed <= missLimit(wrong, MOST_MISSED);
console.log(`ordinary ${ordinary}: blocked ${blocked}, questioned ${warned}; to be held ${wrong}`);
verdict({ asked: rows.length, false: blocked + warned, missed }, holds);
