/** The Chinese of what this feature says in English. */
export const accessTexts = {
  'Another administrator must do this.': '须由另一位管理员执行此操作。',
  'At least 10 characters.': '至少 10 个字符。',
  'Each day is named once.': '每个日期只能出现一次。',
  'Change your own password with the old one.': '请用旧密码修改自己的密码。',
  'Choose a password of your own first.': '请先设置自己的密码。',
  'E-mail or password is wrong.': '邮箱或密码错误。',
  'Not an IANA time zone.': '不是有效的时区。',
  'The administrator keeps the management of staff.': '管理员必须保留员工管理权限。',
  'Staff work on the desk’s own pages only.': '员工只能在客服系统自己的页面上操作。',
  'Somebody else records your results.': '您的考核结果须由他人登记。',
  'The onboarding is not passed yet: exam.': '尚未通过上岗考核：考试。',
  'The onboarding is not passed yet: simulation.': '尚未通过上岗考核：模拟接待。',
  'The onboarding is not passed yet: supervised shifts.': '尚未通过上岗考核：跟岗班次。',
  'The onboarding is not passed yet: typing test.': '尚未通过上岗考核：打字测试。',
  'There is no such skill.': '没有这项技能。',
  'You may not serve customers yet. An administrator can allow it on the page Staff.':
    '您还不能接待顾客。管理员可在“员工”页面开通。',
  'There is no such permission.': '权限不存在。',
  'This person is no administrator. Make them one in the panel, or name somebody else.':
    '此人不是管理员。请在面板中将其设为管理员，或指定其他人。',
  'There is no such day.': '日期不存在。',
  'These fit in several companies: name yours.': '该邮箱和密码对应多家公司，请注明公司。',
  'This is not your present password.': '当前密码不正确。',
  'This is your present password. Choose another.': '新密码与当前密码相同，请另选一个。',
  'This password is easy to guess. Take several unrelated words, or one that a password manager makes.':
    '这个密码很容易被猜到。请使用几个互不相关的词，或由密码管理器生成。',
  'Too many live connections are open.': '打开的实时连接过多。',
  'You cannot take away your own administration.': '不能取消自己的管理员权限。',
};
