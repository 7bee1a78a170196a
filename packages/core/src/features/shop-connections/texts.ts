import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const shopConnectionTexts = texts('shopConnections', {
  again: {
    en: 'The address has changed: enter the secret again, so that it goes to nobody else.',
    zh: '网址已更改：请重新填写密钥，以免发送给他人。',
  },
  chooseOne: { en: 'Choose one of the values.', zh: '请从可选值中选择。' },
  fillIn: { en: 'Please fill this in.', zh: '请填写此项。' },
  noSuchKind: { en: 'There is no such kind of shop.', zh: '没有这种商城类型。' },
  noSuchSetting: { en: 'There is no such setting.', zh: '没有此设置项。' },
});
