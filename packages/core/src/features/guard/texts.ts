import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const guardTexts = texts('guard', {
  chooseOwnStores: { en: 'Choose the stores that you work for.', zh: '请选择您所负责的店铺。' },
  confirmMarkedWords: {
    en: 'Look at the marked words again and confirm that you send them.',
    zh: '请再看一下标出的词语，确认后可发送。',
  },
  fillInBraces: { en: 'Fill in what stands in braces first.', zh: '请先填写大括号中的内容。' },
  noRuleTable: { en: 'This is no table of rules.', zh: '内容不是规则表格。' },
  phraseNeedsLetter: { en: 'A phrase needs a letter or a digit.', zh: '词语至少包含一个文字或数字。' },
  requiredForNewRule: { en: 'Required for a new rule.', zh: '新增规则时必填。' },
});
