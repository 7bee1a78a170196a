import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const accessTexts = texts('access', {
  anotherAdministrator: { en: 'Another administrator must do this.', zh: '须由另一位管理员执行此操作。' },
  changeOwnPassword: { en: 'Change your own password with the old one.', zh: '请用旧密码修改自己的密码。' },
  choosePassword: { en: 'Choose a password of your own first.', zh: '请先设置自己的密码。' },
  eachDayOnce: { en: 'Each day is named once.', zh: '每个日期只能出现一次。' },
  examNotPassed: { en: 'The onboarding is not passed yet: exam.', zh: '尚未通过上岗考核：考试。' },
  guessablePassword: {
    en: 'This password is easy to guess. Take several unrelated words, or one that a password manager makes.',
    zh: '这个密码很容易被猜到。请使用几个互不相关的词，或由密码管理器生成。',
  },
  keepOwnAdministration: { en: 'You cannot take away your own administration.', zh: '不能取消自己的管理员权限。' },
  lastOwner: {
    en: 'The last person who administers the whole desk stays. Make somebody else an owner first.',
    zh: '整个客服台至少须保留一位管理员。请先将其他人设为店主。',
  },
  mayNotServe: {
    en: 'You may not serve customers yet. An administrator can allow it on the page Staff.',
    zh: '您还不能接待顾客。管理员可在“员工”页面开通。',
  },
  noAdministrator: {
    en: 'This person is no administrator. Make them one in the panel, or name somebody else.',
    zh: '此人不是管理员。请在面板中将其设为管理员，或指定其他人。',
  },
  noSuchCountry: { en: 'There is no such country.', zh: '没有这个国家或地区。' },
  noSuchDay: { en: 'There is no such day.', zh: '日期不存在。' },
  noSuchPermission: { en: 'There is no such permission.', zh: '权限不存在。' },
  noSuchSkill: { en: 'There is no such skill.', zh: '没有这项技能。' },
  noTimeZone: { en: 'Not an IANA time zone.', zh: '不是有效的时区。' },
  presetOrRoles: {
    en: 'Say what this person does: a preset or roles, not both.',
    zh: '请指定此人负责的工作：选择一种预设或若干角色，不可同时选择。',
  },
  resultsBySomebodyElse: { en: 'Somebody else records your results.', zh: '您的考核结果须由他人登记。' },
  samePassword: { en: 'This is your present password. Choose another.', zh: '新密码与当前密码相同，请另选一个。' },
  severalCompanies: { en: 'These fit in several companies: name yours.', zh: '该邮箱和密码对应多家公司，请注明公司。' },
  simulationNotPassed: { en: 'The onboarding is not passed yet: simulation.', zh: '尚未通过上岗考核：模拟接待。' },
  supervisedShiftsNotPassed: {
    en: 'The onboarding is not passed yet: supervised shifts.',
    zh: '尚未通过上岗考核：跟岗班次。',
  },
  typingTestNotPassed: { en: 'The onboarding is not passed yet: typing test.', zh: '尚未通过上岗考核：打字测试。' },
  wrongCredentials: { en: 'E-mail or password is wrong.', zh: '邮箱或密码错误。' },
  wrongOldPassword: { en: 'This is not your present password.', zh: '当前密码不正确。' },
});
