/** @module What the fields of consents and outreach are called. */
import type { WordList } from '../../kernel/words.ts';

export const outreachWords: WordList = {
  allowed: { en: 'Write to customers unasked', zh: '允许主动触达' },
  basis: { en: 'Basis', zh: '依据' },
  called: { en: 'Name', zh: '名称' },
  channel: { en: 'Channel', zh: '渠道', note: 'Null: every channel.' },
  channels: { en: 'Channels', zh: '渠道' },
  given: { en: 'Agreed', zh: '是否同意' },
  proof: { en: 'Proof', zh: '凭证' },
  purpose: { en: 'Purpose', zh: '用途' },
  purposes: { en: 'Purposes', zh: '用途' },
  quietFrom: { en: 'Quiet from', zh: '免打扰开始' },
  quietTo: { en: 'Quiet until', zh: '免打扰结束' },
  source: { en: 'How they said it', zh: '来源' },
  store: { en: 'Store', zh: '店铺' },
  stopped: { en: 'Stopped', zh: '已退订' },
  textVersion: { en: 'Version of the text', zh: '文案版本', note: 'Of the words to which they agreed.' },
  token: { en: 'Token', zh: '令牌' },
};
