/** The Chinese of what this feature says in English. */
export const serviceLevelTexts = {
  'Quick, late and limit rise in this order.': '目标、偏慢、超时三个时限须依次递增。',
};
