import type { Texts } from '../kit/language.ts';

const en = {
  text: 'You stay signed in here; all your other devices are signed out.',
  old: 'Present password',
  repeat: 'New password again',
  different: 'The two are not the same.',
  save: 'Change password',
  changed: 'Your password is changed. All other devices are signed out.',
};
const zh: typeof en = {
  text: '您在此设备上保持登录，其他设备将全部退出登录。',
  old: '当前密码',
  repeat: '再次输入新密码',
  different: '两次输入的密码不一致。',
  save: '修改密码',
  changed: '密码已修改，其他设备已全部退出登录。',
};
export const ownPasswordWords: Texts<typeof en> = { key: 'ownPassword', en, zh };
