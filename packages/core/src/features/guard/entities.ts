import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, ref } from '../../kernel/entity.ts';
import { isLossy } from '../../kernel/text.ts';
import { foldLetters } from '../../language/fold.ts';
import type { PersonalDataKind } from '../../language/personal-data.ts';
import { LocalText } from '../access/index.ts';
import { channel, guardLevel } from '../conversations/index.ts';
import { ofStores } from '../customers/index.ts';
import { says } from '../../kernel/problems.ts';
import { guardTexts as t } from './texts.ts';
import { ownTexts } from '../../kernel/own-texts.ts';

const reader = (actor: Actor) => (actor.kind === 'staff' && actor.permissions.has('term.read') ? 'all' : 'none');

/**
 * A phrase of which something is left when punctuation and blanks are taken out: an empty one would be found
 * everywhere.
 */
export const termPhrase = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !isLossy(text), says(ownTexts.lossyText))
  .refine((text) => foldLetters(text).length > 0, says(t.phraseNeedsLetter));
export const termRule = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
export const personalDataKind = codes<PersonalDataKind>('PersonalDataKind', {
  PHONE: { en: 'Mobile number', zh: '手机号' },
  LANDLINE: { en: 'Landline number', zh: '固定电话' },
  EMAIL: { en: 'E-mail address', zh: '邮箱' },
  RESIDENT_ID: { en: 'Identity number', zh: '身份证号' },
  BANK_CARD: { en: 'Bank card', zh: '银行卡号' },
  ADDRESS: { en: 'Postal address', zh: '地址' },
  WECHAT: { en: 'WeChat name', zh: '微信号' },
  QQ: { en: 'QQ number', zh: 'QQ 号' },
  URL: { en: 'Link', zh: '链接' },
});

/** What a tenant decides about a rule. */
export const termFields = {
  class: z.string().trim().min(1).max(60),
  name: LocalText,
  level: guardLevel,
  phrases: z.array(termPhrase).max(2000),
  /** Longer phrases inside which a hit is innocent. */
  except: z.array(termPhrase).max(2000),
  detectors: z.array(personalDataKind).max(personalDataKind.options.length),
  replacement: LocalText.nullable(),
  /** Empty: every store. */
  storeIds: z.array(ref('Store')).max(100),
  /** Empty: every channel. */
  channels: z.array(channel).max(channel.options.length),
  active: z.boolean(),
};

/** A rule of the tenant's own, or what it decided about the default rule of that name. */
export const ForbiddenTerm = defineEntity({
  name: 'ForbiddenTerm',
  title: { en: 'Forbidden word', zh: '违禁词' },
  schema: z.object({ rule: termRule, ...termFields }),
  unique: [{ name: 'forbidden_term_rule', fields: ['rule'] }],
  audited: [
    'rule',
    'class',
    'level',
    'phrases',
    'except',
    'detectors',
    'replacement',
    'storeIds',
    'channels',
    'active',
  ],
  visible: reader,
  list: { filters: ['rule', 'class', 'level', 'active'], orders: [[['rule', 'asc']]] },
});

export const contactFields = {
  /** Null: for every store. */
  storeId: ref('Store').nullable(),
  value: z.string().trim().min(3).max(300),
  note: z.string().trim().max(200),
};

/** Contact data that anybody may be told: the shop's hotline, its return address, its site. */
export const SafeContact = defineEntity({
  name: 'SafeContact',
  title: { en: 'Contact that may be said', zh: '可对外提供的联系方式' },
  schema: z.object(contactFields),
  index: [['storeId', 'value']],
  audited: ['storeId', 'value'],
  visible: (actor) => ofStores(actor, 'term.read'),
  list: { filters: ['storeId', 'value'], orders: [[['createdAt', 'desc']]] },
});

/** Counts the changes of a body of content, so that a process that keeps it ready notices what another one changed. */
export const ContentRevision = defineEntity({
  name: 'ContentRevision',
  title: { en: 'Content revision', zh: '内容修订号' },
  schema: z.object({ subject: z.enum(['TERMS', 'KNOWLEDGE']), number: z.int() }),
  kept: true,
  visible: () => 'none',
  internal: true,
});
