import { texts } from '../../kernel/said.ts';

/** What this feature says in denials. */
export const outreachTexts = texts('outreach', {
  sayProof: {
    en: 'Say where and how the customer agreed.',
    zh: '请填写顾客在何处、以何种方式同意。',
  },
  stopAsk: { en: 'Do you want no more messages of this kind: {purpose}?', zh: '不再接收此类消息：{purpose}？' },
  stopDone: { en: 'You get no more messages of this kind.', zh: '您将不再收到此类消息。' },
  stopNone: { en: 'This link is not valid.', zh: '此链接无效。' },
  stopPress: { en: 'Stop these messages', zh: '退订' },
  stopTitle: { en: 'Messages of {store}', zh: '{store} 的消息' },
});
