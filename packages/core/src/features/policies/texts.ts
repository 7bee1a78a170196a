/** The Chinese of what this feature says in English. */
export const policyTexts = {
  'Code and layer of a draft stay.': '草稿的编号和层级不能更改。',
  'Give a version or a pack.': '请指定版本或政策内容。',
  'Not a cursor.': '翻页标记无效。',
  'Say what the draft is made from.': '请说明草稿的来源。',
  'The author of a policy never approves it.': '政策起草人不得批准自己的政策。',
  'The period ends before it begins.': '结束时间须晚于开始时间。',
  'The policy does not compile.': '政策无法编译。',
  'The version takes effect now or later.': '生效时间不能早于现在。',
  'This is in the future.': '时间不能晚于现在。',
  'Too large.': '内容过大。',
};
