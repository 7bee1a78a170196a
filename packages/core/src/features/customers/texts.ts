import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const customerTexts = texts('customers', {
  keyTooShort: { en: 'At least 256 bits.', zh: '至少 256 位。' },
  noSuchStore: {
    en: 'No store has this key. Look at data-store in the page’s script tag.',
    zh: '没有使用此标识的店铺，请检查页面脚本标签中的 data-store。',
  },
});
