import type { Texts } from '../kit/language.ts';

const en = {
  text: 'Where you are signed in. If you do not know one of them, end it and change your password.',
  unknown: 'Unknown device',
  here: 'This device',
  signedIn: (moment: string) => `Signed in ${moment}`,
  used: (moment: string) => `Last used ${moment}`,
  end: 'Sign out',
  endOf: (device: string) => `Sign out: ${device}`,
  endOthers: 'Sign all other devices out',
};
const zh: typeof en = {
  text: '您登录过的设备。如果有您不认识的设备，请将其退出并修改密码。',
  unknown: '未知设备',
  here: '本设备',
  signedIn: (moment) => `登录于 ${moment}`,
  used: (moment) => `最近使用 ${moment}`,
  end: '退出',
  endOf: (device) => `退出：${device}`,
  endOthers: '退出其他所有设备',
};
export const ownSessionsWords: Texts<typeof en> = { key: 'ownSessions', en, zh };
