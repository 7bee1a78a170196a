/** The Chinese of what this feature says in English. */
export const customerTexts = {
  'At least 256 bits.': '至少 256 位。',
  'No store has this key. Look at data-store in the page’s script tag.':
    '没有使用此标识的店铺，请检查页面脚本标签中的 data-store。',
};
