import type { Texts } from '../kit/language.ts';

const en = {
  name: 'Name',
  nameHint: 'Colleagues and customers see it.',
  email: (address: string) => `You sign in with ${address}; an administrator can change that.`,
  languages: 'Languages in which I serve',
  saved: 'Your profile is saved.',
};
const zh: typeof en = {
  name: '姓名',
  nameHint: '同事和顾客会看到此姓名。',
  email: (address) => `您使用 ${address} 登录；如需更改请联系管理员。`,
  languages: '我的服务语言',
  saved: '个人资料已保存。',
};
export const ownProfileWords: Texts<typeof en> = { key: 'ownProfile', en, zh };
