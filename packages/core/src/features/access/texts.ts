/** The Chinese of what this feature says in English. */
export const accessTexts = {
  'Another administrator must do this.': '须由另一位管理员执行此操作。',
  'At least 10 characters.': '至少 10 个字符。',
  'At least 256 bits.': '至少 256 位。',
  'Each day is named once.': '每个日期只能出现一次。',
  'E-mail or password is wrong.': '邮箱或密码错误。',
  'Not an IANA time zone.': '不是有效的时区。',
  'The administrator keeps the management of staff.': '管理员必须保留员工管理权限。',
  'Staff work on the desk’s own pages only.': '员工只能在客服系统自己的页面上操作。',
  'There is no such permission.': '权限不存在。',
  'There is no such day.': '日期不存在。',
  'These fit in several companies: name yours.': '该邮箱和密码对应多家公司，请注明公司。',
  'Too many live connections are open.': '打开的实时连接过多。',
  'You cannot take away your own administration.': '不能取消自己的管理员权限。',
};
