import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const scriptTexts = texts('scripts', {
  chooseOwnStores: { en: 'Choose the stores that you work for.', zh: '请选择您所负责的店铺。' },
  endsBeforeBeginning: { en: 'The end must be after the beginning.', zh: '结束时间必须晚于开始时间。' },
  sayRoles: { en: 'Say for which roles.', zh: '请选择适用的角色。' },
  writeInOneLanguage: { en: 'Write the text in at least one language.', zh: '请至少填写一种语言的内容。' },
});
