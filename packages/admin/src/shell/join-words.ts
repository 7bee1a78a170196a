import type { Texts } from '../kit/language.ts';

const en = {
  welcome: (name: string) => `Welcome, ${name}`,
  invited: (company: string) => `${company} invites you to its customer service. Choose a password, and you are in.`,
  newPassword: (name: string) => `A new password for ${name}`,
  forgotten: (company: string) => `For your account at ${company}. All your devices are signed out.`,
  yourName: 'Your name, as customers see it',
  email: 'You sign in with',
  languages: 'You serve customers in',
  begin: 'Save and begin',
  spent: 'This link opens nothing',
  toSignIn: 'To the sign-in',
  other: (name: string) => `${name} is signed in here and will be signed out.`,
};
const zh: typeof en = {
  welcome: (name) => `欢迎，${name}`,
  invited: (company) => `${company} 邀请您加入客服团队。设置密码后即可开始。`,
  newPassword: (name) => `为 ${name} 设置新密码`,
  forgotten: (company) => `用于您在 ${company} 的账号。您的所有设备都会退出登录。`,
  yourName: '您的姓名（顾客可见）',
  email: '登录邮箱',
  languages: '您接待顾客所用的语言',
  begin: '保存并开始',
  spent: '此链接无法使用',
  toSignIn: '前往登录',
  other: (name) => `${name} 正在此处登录，将会退出。`,
};
export const joinWords: Texts<typeof en> = { key: 'join', en, zh };
