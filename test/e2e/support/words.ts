/**
 * @module The words that people read, from the packages that show them: a test finds things by what they are called.
 */
import { dialogWords } from '../../../packages/admin/src/features/conversations/dialog-words.ts';
import { inboxWords } from '../../../packages/admin/src/features/conversations/words.ts';
import { boardWords } from '../../../packages/admin/src/features/routing/words.ts';
import { kitWords } from '../../../packages/admin/src/kit/words.ts';
import { shellWords } from '../../../packages/admin/src/shell/words.ts';
import { knowledge } from '../../../packages/widget/src/features/knowledge/manifest.ts';
import { orders } from '../../../packages/widget/src/features/orders/manifest.ts';
import { presence } from '../../../packages/core/src/features/access/entities.ts';
import { closeResult, intent, transferReason } from '../../../packages/core/src/features/conversations/entities.ts';
import { DEFAULT_TEAMS } from '../../../packages/core/src/features/organisation/defaults.ts';
import { routedBecause } from '../../../packages/core/src/features/routing/entities.ts';
import { codeWords, type Codes } from '../../../packages/core/src/kernel/codes.ts';
import { homeWords } from '../../../packages/widget/src/shell/home-words.ts';
import { launcherTexts } from '../../../packages/widget/src/launcher/launcher-texts.ts';
import { texts as en } from '../../../packages/widget/src/texts/en.ts';
import { texts as moreEn } from '../../../packages/widget/src/texts/more-en.ts';
import { texts as moreZh } from '../../../packages/widget/src/texts/more-zh-cn.ts';
import { texts as zh } from '../../../packages/widget/src/texts/zh-cn.ts';

export type Locale = 'zh-CN' | 'en';

/** What each code of a set is called. */
const called = <Code extends string>(set: Codes<Code>, key: 'en' | 'zh') =>
  Object.fromEntries(
    Object.entries<{ en: string; zh: string }>(codeWords(set)).map(([code, words]) => [code, words[key]]),
  ) as Record<Code, string>;

const forKey = (key: 'en' | 'zh') => ({
  inbox: { ...inboxWords[key], ...dialogWords[key] },
  board: boardWords[key],
  shell: shellWords[key],
  kit: kitWords[key],
  terms: {
    team: Object.fromEntries(DEFAULT_TEAMS.map(({ id, name }) => [id, name[key]])),
    presence: called(presence, key),
    intent: called(intent, key),
    result: called(closeResult, key),
    transferReason: called(transferReason, key),
    because: called(routedBecause, key),
  },
});

/** What the buttons beside the composer are called. */
const toolsOf = (key: 'en' | 'zh') => ({
  orders: orders.tools[0]?.label[key] ?? '',
  help: knowledge.tools[0]?.label[key] ?? '',
});

/** What the shopper reads and what the agent reads. */
export const WORDS = {
  en: {
    launcher: launcherTexts.en,
    chat: { ...en, ...moreEn, tool: toolsOf('en'), home: homeWords('en') },
    panel: forKey('en'),
  },
  'zh-CN': {
    launcher: launcherTexts['zh-CN'],
    chat: { ...zh, ...moreZh, tool: toolsOf('zh'), home: homeWords('zh-CN') },
    panel: forKey('zh'),
  },
} as const;

export type Words = (typeof WORDS)[Locale];

/** A name that begins with this. */
export const startsWith = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
