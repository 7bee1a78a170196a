import { texts } from '@shopdesk/core';

/** What the feature says when it refuses. */
export const warrantyTexts = texts('warranty', {
  signIn: { en: 'Sign in to the shop to claim your warranty.', zh: '请先登录商店，再申请保修。' },
});
