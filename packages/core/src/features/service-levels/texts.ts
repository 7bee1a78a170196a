import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const serviceLevelTexts = texts('serviceLevels', {
  limitsRise: { en: 'Quick, late and limit rise in this order.', zh: '目标、偏慢、超时三个时限须依次递增。' },
});
