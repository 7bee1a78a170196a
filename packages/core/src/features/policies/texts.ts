import { versionTexts } from '../../policies/texts.ts';
import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const policyTexts = {
  ...versionTexts,
  ...texts('policies', {
    statuteNotDrafted: { en: '{code} states the law; it is not drafted here.', zh: '{code} 为法定规则，不在此起草。' },
    undecided: { en: 'The policy cannot decide this: {why}.', zh: '政策无法判定：{why}。' },
    codeAndLayerStay: { en: 'Code and layer of a draft stay.', zh: '草稿的编号和层级不能更改。' },
    doesNotCompile: { en: 'The policy does not compile.', zh: '政策无法编译。' },
    endsBeforeBeginning: { en: 'The period ends before it begins.', zh: '结束时间须晚于开始时间。' },
    giveVersionOrPack: { en: 'Give a version or a pack.', zh: '请指定版本或政策内容。' },
    inFuture: { en: 'This is in the future.', zh: '时间不能晚于现在。' },
    noCursor: { en: 'Not a cursor.', zh: '翻页标记无效。' },
    sayBasedOn: { en: 'Say what the draft is made from.', zh: '请说明草稿的来源。' },
    tooLarge: { en: 'Too large.', zh: '内容过大。' },
  }),
};
