import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, named, personal, ref, secret, staffOnly } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import type { Actor } from '../../kernel/actor.ts';
import { isLossy } from '../../kernel/text.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { Role } from './role.ts';
import { says } from '../../kernel/problems.ts';
import { accessTexts as t } from './texts.ts';
import { ownTexts } from '../../kernel/own-texts.ts';

/** The languages that people read and write in, each named in both. */
export const locale = codes('Locale', {
  'zh-CN': { en: 'Simplified Chinese', zh: '简体中文' },
  en: { en: 'English', zh: '英文' },
});
export const LOCALES = locale.options;
export type Locale = z.output<typeof locale>;

/** A language in which the desk's own texts are written. */
export const textLanguage = codes('TextLanguage', {
  zh: { en: 'Chinese', zh: '中文' },
  en: { en: 'English', zh: '英文' },
});

/** A text in both first-class languages. */
const localText = z
  .string()
  .max(2000)
  .refine((text) => !isLossy(text), says(ownTexts.lossyText));
export const LocalText = named('LocalText', z.object({ zh: localText, en: localText }));

const staff = (actor: Actor) => (actor.kind === 'staff' ? 'all' : 'none');

export const Tenant = defineEntity({
  name: 'Tenant',
  title: { en: 'Tenant', zh: '租户' },
  schema: z.object({
    name: z.string().min(1).max(200),
    slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/),
    /** Roles by permission, where the tenant decided otherwise than the default matrix. */
    permissionOverrides: z.record(z.string(), z.array(memberOf(Role))),
    /** New people serve customers only after they have passed the onboarding (R-TRN-06). */
    onboardingGate: z.boolean().default(false),
  }),
  index: [['id']],
  unique: [{ name: 'tenant_slug', fields: ['slug'], global: true }],
  audited: ['name', 'permissionOverrides', 'onboardingGate'],
  kept: true,
  visible: staff,
  live: () => ['staff'],
  lookup: true,
});

const minuteOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** Service hours of one weekday (1 = Monday … 7 = Sunday) in the store's time zone, half-open. */
export const ServiceHours = named(
  'ServiceHours',
  z.object({ weekday: z.int().min(1).max(7), from: minuteOfDay, to: minuteOfDay }),
);

const isDate = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/**
 * A day that differs from the week: a holiday, or a day off that is worked (调休). Hours of its own replace the week's.
 */
export const CalendarDay = named(
  'CalendarDay',
  z.object({
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .refine(isDate, says(t.noSuchDay)),
    kind: codes('CalendarDayKind', {
      HOLIDAY: { en: 'Holiday', zh: '休息日', note: 'The store is closed, whatever day of the week it is.' },
      WORKING: {
        en: 'Working day',
        zh: '工作日',
        note: 'The store works although the day of the week is free, such as a make-up day.',
      },
    }),
    name: LocalText,
    hours: z.array(named('DayHours', z.object({ from: minuteOfDay, to: minuteOfDay }))).max(3),
  }),
);
/** The days by which a store's calendar differs from its week, each named once. */
export const calendarDays = z
  .array(CalendarDay)
  .max(400)
  .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, says(t.eachDayOnce));

export const WidgetLook = named(
  'WidgetLook',
  z.object({
    colour: z.string().regex(/^#[0-9a-f]{6}$/i),
    position: codes('WidgetLookPosition', {
      end: { en: 'At the end', zh: '末尾侧', note: 'On the right where people read from the left.' },
      start: { en: 'At the start', zh: '起始侧', note: 'On the left where people read from the left.' },
    }),
    title: LocalText,
    greeting: LocalText,
    offlineText: LocalText,
  }),
);

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The kind of shop that a store is. */
export const storeProfile = codes('StoreProfile', {
  GENERIC: { en: 'Own shop', zh: '自营商城' },
  TMALL: { en: 'Tmall', zh: '天猫' },
  AMAZON: { en: 'Amazon', zh: '亚马逊' },
  ALIBABA_B2B: { en: 'Alibaba B2B', zh: '阿里巴巴 B2B' },
});
/** Whose statute applies. */
export const storeRegion = codes('StoreRegion', {
  CN: { en: 'China', zh: '中国' },
  EU: { en: 'European Union', zh: '欧盟' },
  OTHER: { en: 'Elsewhere', zh: '其他地区' },
});

export const Store = defineEntity({
  name: 'Store',
  title: { en: 'Store', zh: '店铺' },
  schema: z.object({
    name: z.string().min(1).max(200),
    /** Public key that the widget names; not a secret. */
    key: z.string().regex(/^[a-z0-9][a-z0-9-]{2,62}$/),
    timeZone: z.string().refine(isTimeZone, says(t.noTimeZone)),
    locale,
    currency: z.string().regex(/^[A-Z]{3}$/),
    profile: storeProfile,
    /** Code of the policy pack that judges the store's orders. */
    policyPack: z.string().min(1).max(60).default('GENERIC'),
    /** Whose statute applies. */
    region: storeRegion.default('CN'),
    /** Where the shop is, by ISO 3166; null: nobody has said it. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .default(null),
    /** Empty: always open. */
    serviceHours: z.array(ServiceHours).max(21),
    /** Hours of e-mail and tickets; empty: as the service hours. */
    officeHours: z.array(ServiceHours).max(21).default([]),
    /** Holidays and swapped working days. */
    calendar: calendarDays.default([]),
    /** Origins of pages that may embed the widget, such as https://shop.example. */
    allowedOrigins: staffOnly(z.array(z.url().max(300)).max(50)),
    look: WidgetLook,
    /** Issuer that identity tokens of this store name. */
    identityIssuer: staffOnly(z.string().max(200)),
  }),
  unique: [{ name: 'store_key', fields: ['key'], global: true }],
  audited: [
    'name',
    'timeZone',
    'profile',
    'policyPack',
    'region',
    'country',
    'serviceHours',
    'officeHours',
    'calendar',
    'allowedOrigins',
    'identityIssuer',
    'look',
  ],
  kept: true,
  visible: (actor) =>
    actor.kind === 'shopper'
      ? { id: actor.storeId }
      : actor.kind === 'staff' && actor.storeIds
        ? { id: { in: actor.storeIds } }
        : staff(actor),
  list: { filters: ['profile'], orders: [[['name', 'asc']]] },
  lookup: true,
});

/** Presence of an agent (domain model 3.8). */
export const presence = codes('Presence', {
  OFFLINE: { en: 'Offline', zh: '离线' },
  ONLINE: { en: 'Online', zh: '在线', note: 'Takes customers.' },
  BUSY: { en: 'Busy', zh: '忙碌', note: 'Keeps those they have, and is given no others.' },
  AWAY: { en: 'Away', zh: '挂起' },
  BREAK: { en: 'On a break', zh: '小休' },
  TRAINING: { en: 'In training', zh: '培训中' },
  COOL_DOWN: { en: 'Cooling down', zh: '冷静期' },
});
export const PRESENCE_STATES = presence.options;
const everywhere = (to: z.output<typeof presence>) => Object.fromEntries(PRESENCE_STATES.map((from) => [from, to]));

export const presenceMachine = defineMachine({
  field: 'presence',
  states: PRESENCE_STATES,
  events: {
    create: { NEW: 'OFFLINE' },
    goOffline: everywhere('OFFLINE'),
    goOnline: everywhere('ONLINE'),
    goBusy: everywhere('BUSY'),
    goAway: everywhere('AWAY'),
    takeBreak: everywhere('BREAK'),
    train: everywhere('TRAINING'),
    coolDown: everywhere('COOL_DOWN'),
  },
});

export const User = defineEntity({
  name: 'User',
  title: { en: 'Member of staff', zh: '员工' },
  schema: z.object({
    name: z.string().trim().min(1).max(100),
    /** Work number (工号), unique and never changed. */
    agentNo: z.string().regex(/^[A-Za-z0-9-]{1,20}$/),
    email: personal('staffEmail', z.email().max(254).toLowerCase()),
    passwordHash: secret(z.string()),
    roles: z.array(memberOf(Role)).min(1),
    /** Stores this person works for; empty means all. */
    storeIds: z.array(ref('Store')),
    languages: z.array(locale),
    skills: z.array(z.string().max(40)),
    /** Conversations at once. */
    capacity: z.int().min(1).max(50),
    autoReplyText: z.string().max(500),
    presence,
    active: z.boolean(),
    /** Somebody else chose the password; it opens nothing but the choice of one's own. */
    mustChangePassword: z.boolean().default(false),
    /** Has a link to come in by and has not used it yet: nobody knows their password. */
    invited: z.boolean().default(false),
  }),
  machine: presenceMachine,
  index: [['presence', 'active'], ['email'], ['id']],
  unique: [
    { name: 'user_email', fields: ['email'] },
    { name: 'user_agent_no', fields: ['agentNo'] },
  ],
  audited: [
    'name',
    'email',
    'roles',
    'storeIds',
    'skills',
    'languages',
    'capacity',
    'autoReplyText',
    'presence',
    'active',
    'mustChangePassword',
    'invited',
  ],
  visible: staff,
  list: {
    filters: ['active', 'invited', 'presence', 'roles', 'name', 'agentNo'],
    orders: [[['name', 'asc']], [['agentNo', 'asc']]],
  },
  live: () => ['staff'],
  told: { as: 'StaffChanged', field: 'user' },
  lookup: true,
});

const percent = z.number().min(0).max(100);
/** Results of the onboarding (content 2.8); null: not there yet. */
export const onboardingFields = {
  exam: percent.nullable(),
  simulation: percent.nullable(),
  typingPerMinute: z.number().min(0).max(1000).nullable(),
  /** In percent: a test below 95 does not count. */
  typingAccuracy: percent.nullable(),
  supervisedShifts: z.int().min(0).max(1000),
};

/** How far a person is with the onboarding; its id is the person's. */
export const OnboardingRecord = defineEntity({
  name: 'OnboardingRecord',
  title: { en: 'Onboarding record', zh: '上岗考核记录' },
  schema: z.object({ userId: ref('User'), ...onboardingFields }),
  audited: Object.keys(onboardingFields),
  visible: (actor) => (actor.kind === 'staff' && actor.permissions.has('onboarding.record') ? 'all' : 'none'),
  list: { filters: ['userId'], orders: [[['createdAt', 'desc']]] },
});

/** A signed-in device of a member of staff. */
export const StaffSession = defineEntity({
  name: 'StaffSession',
  title: { en: 'Staff session', zh: '员工登录' },
  schema: z.object({
    userId: ref('User'),
    tokenHash: secret(z.string()),
    expiresAt: instant(),
    endedAt: instant().nullable(),
    /** When it was used last, to a minute; null: not since the sign-in. */
    usedAt: instant().nullable().default(null),
    /** Browser and system as the device called itself; null: it did not. */
    device: z.string().max(100).nullable().default(null),
  }),
  index: [['userId'], ['id']],
  unique: [{ name: 'staff_session_token', fields: ['tokenHash'], global: true }],
  audited: ['userId', 'endedAt'],
  visible: (actor) => (actor.kind === 'staff' ? { userId: actor.userId } : 'none'),
  live: (row) => [`session:${row.id}`],
  lookup: true,
});

/** What a link that an administrator gives to a person is for. */
export const accountLinkKind = codes('AccountLinkKind', {
  INVITATION: { en: 'Invitation', zh: '邀请' },
  PASSWORD: { en: 'New password', zh: '重设密码' },
});

/** A link by which one person gets into their account once. Only the hash of its token is stored. */
export const AccountLink = defineEntity({
  name: 'AccountLink',
  title: { en: 'Account link', zh: '账号链接' },
  schema: z.object({
    userId: ref('User'),
    kind: accountLinkKind,
    tokenHash: secret(z.string()),
    expiresAt: instant(),
    usedAt: instant().nullable().default(null),
    /** When it was withdrawn: another took its place, or the account no longer needs one. */
    withdrawnAt: instant().nullable().default(null),
  }),
  index: [['userId'], ['id']],
  unique: [{ name: 'account_link_token', fields: ['tokenHash'], global: true }],
  audited: ['userId', 'kind', 'expiresAt', 'usedAt', 'withdrawnAt'],
  visible: () => 'none',
  lookup: true,
  internal: true,
});
