/**
 * @module What the fields of customers are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const customersWords: WordList = {
  algorithm: { en: 'Algorithm', zh: '算法' },
  channel: { en: 'Channel', zh: '渠道' },
  customer: { en: 'Customer', zh: '顾客' },
  customerName: { en: 'Customer', zh: '顾客' },
  ended: { en: 'Ended sessions', zh: '结束的会话数' },
  entries: { en: 'Entries', zh: '往来记录' },
  externalId: { en: 'Id in the channel', zh: '渠道内编号' },
  identityKey: { en: 'Identity key', zh: '身份密钥' },
  identityToken: { en: 'Identity token', zh: '身份令牌', note: 'Signed by the shop; says who the shopper is.' },
  kid: { en: 'Key id', zh: '密钥编号' },
  lastSeenAt: { en: 'Last seen', zh: '最近访问' },
  material: { en: 'Secret or public key', zh: '密钥或公钥' },
  nick: { en: 'Nickname', zh: '昵称' },
  otherEmails: { en: 'Other e-mail addresses', zh: '其他邮箱' },
  'revealContact.reason': { en: 'Purpose', zh: '用途' },
  revokedAt: { en: 'Revoked', zh: '吊销时间' },
  riskNote: { en: 'Risk note', zh: '风险备注', note: 'Shown to staff beside the chat.' },
  styleTag: { en: 'Style of writing', zh: '沟通风格' },
  tier: { en: 'Customer tier', zh: '顾客等级' },
  verified: { en: 'Verified by the shop', zh: '商城已验证' },
};
