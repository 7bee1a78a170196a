import type { Texts } from './language.ts';

const en = { password: 'Password', passwordHint: 'At least 10 characters.', generate: 'Suggest one' };
const zh: typeof en = { password: '密码', passwordHint: '至少 10 个字符。', generate: '生成密码' };
export const passwordWords: Texts<typeof en> = { key: 'password', en, zh };
