import { texts } from '../kernel/said.ts';

/** What is said of the life of a policy version; the feature `policies` lists it. */
export const versionTexts = texts('policies', {
  authorDoesNotApprove: { en: 'The author of a policy never approves it.', zh: '政策起草人不得批准自己的政策。' },
  effectiveInPast: { en: 'The version takes effect now or later.', zh: '生效时间不能早于现在。' },
});
