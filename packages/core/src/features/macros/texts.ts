import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const macroTexts = texts('macros', {
  chooseOwnStores: { en: 'Choose the stores that you work for.', zh: '请选择您所负责的店铺。' },
  noColon: { en: 'Must not contain a colon.', zh: '不能包含冒号。' },
  nothingFollows: { en: 'Nothing can follow a transfer or the end.', zh: '转接或结束会话之后不能再有其他步骤。' },
  unknownStep: { en: 'No feature of this desk knows this step.', zh: '当前系统不支持此步骤。' },
});
