/** @module Why something is not done with a conversation, for whoever builds on it too. */
import { reasons } from '../../kernel/denial-codes.ts';

export const conversationReasons = reasons({
  TRANSFER_NOT_AUTHORISED: { en: 'This transfer needs a reason or an approval.', zh: '转接需要填写原因或获得批准。' },
  UNANSWERED_CONVERSATIONS: { en: 'Some conversations are still unanswered.', zh: '仍有未回复的会话。' },
});

export const { TRANSFER_NOT_AUTHORISED, UNANSWERED_CONVERSATIONS } = conversationReasons.reasons;
