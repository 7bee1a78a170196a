/**
 * @module Which model fits a company (R-ORG-02): a pure function of what it says of itself, with the reasons. The same
 * facts give the same answer.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { named } from '../../kernel/entity.ts';
import { LocalText } from '../access/index.ts';
import { organisationModel, type OrganisationModel } from './codes.ts';

export const companySize = codes('CompanySize', {
  SMALL: { en: 'Up to 10 people', zh: '10 人以内' },
  MEDIUM: { en: '11 to 50 people', zh: '11–50 人' },
  LARGE: { en: 'More than 50 people', zh: '50 人以上' },
});
export const businessType = codes('BusinessType', {
  MARKETPLACE: { en: 'Shops on marketplaces', zh: '平台店铺' },
  OWN_SHOP: { en: 'A shop of its own', zh: '自营商城' },
  WHOLESALE: { en: 'Sells to businesses', zh: '批发与企业采购' },
  TECHNICAL: { en: 'Technical products', zh: '技术类产品' },
});
export const customerBase = codes('CustomerBase', {
  MANY_ONCE: { en: 'Many who buy once', zh: '以一次性顾客为主' },
  RETURNING: { en: 'Many who come back', zh: '以回头客为主' },
  FEW_LARGE: { en: 'A few large customers', zh: '少量大额顾客' },
});
export const supportLevel = codes('SupportLevel', {
  BASIC: { en: 'Answers and returns', zh: '咨询与退换货' },
  EXTENDED: { en: 'Also complaints and disputes in depth', zh: '含复杂投诉与纠纷' },
  TECHNICAL: { en: 'Also technical help', zh: '含技术支持' },
});

const facts = { size: companySize, business: businessType, customers: customerBase, support: supportLevel };
export type Facts = { readonly [F in keyof typeof facts]: z.output<(typeof facts)[F]> };

interface Argument {
  readonly model: OrganisationModel;
  readonly points: number;
  readonly holds: (facts: Facts) => boolean;
  readonly because: { readonly en: string; readonly zh: string };
}

/** Each speaks for one model; more points weigh more. */
const ARGUMENTS: readonly Argument[] = [
  {
    model: 'CROSS_FUNCTIONAL',
    points: 4,
    holds: ({ size }) => size === 'SMALL',
    because: {
      en: 'So few people serve customers best as one team, whatever department they are of.',
      zh: '人数较少，各部门人员组成一个团队接待顾客最为合适。',
    },
  },
  {
    model: 'CROSS_FUNCTIONAL',
    points: 1,
    holds: ({ support }) => support === 'BASIC',
    because: { en: 'Answers and returns need no specialists.', zh: '咨询与退换货无需专门人员。' },
  },
  {
    model: 'INDEPENDENT',
    points: 3,
    holds: ({ size }) => size === 'LARGE',
    because: {
      en: 'A large company can lead customer service as a department of its own.',
      zh: '规模较大，可以设立独立的客服部门。',
    },
  },
  {
    model: 'INDEPENDENT',
    points: 2,
    holds: ({ customers }) => customers === 'MANY_ONCE',
    because: { en: 'Many customers who buy once mean much of the same work.', zh: '一次性顾客多，同类工作量大。' },
  },
  {
    model: 'CRM',
    points: 3,
    holds: ({ customers }) => customers !== 'MANY_ONCE',
    because: {
      en: 'Customers who stay are known to sales and service alike.',
      zh: '老顾客由销售与客服共同维护更有效。',
    },
  },
  {
    model: 'CRM',
    points: 3,
    holds: ({ business }) => business === 'WHOLESALE',
    because: { en: 'Whoever sells to businesses goes on advising them.', zh: '面向企业销售，需要持续跟进与服务。' },
  },
  {
    model: 'BACK_OFFICE',
    points: 3,
    holds: ({ support }) => support === 'EXTENDED',
    because: {
      en: 'Complaints and disputes are work for a back office beside operations.',
      zh: '复杂投诉与纠纷需要与运营紧密配合的后台处理。',
    },
  },
  {
    model: 'BACK_OFFICE',
    points: 2,
    holds: ({ business }) => business === 'MARKETPLACE',
    because: { en: 'Marketplaces judge a shop by its operation.', zh: '平台按运营指标考核店铺。' },
  },
  {
    model: 'BACK_OFFICE',
    points: 1,
    holds: ({ size }) => size === 'MEDIUM',
    because: {
      en: 'A company of this size leads service with operations.',
      zh: '中等规模由运营部统一管理客服较合适。',
    },
  },
  {
    model: 'TECH_SUPPORT',
    points: 4,
    holds: ({ support }) => support === 'TECHNICAL',
    because: { en: 'Technical help comes from those who know the product.', zh: '技术支持由熟悉产品的人员提供。' },
  },
  {
    model: 'TECH_SUPPORT',
    points: 3,
    holds: ({ business }) => business === 'TECHNICAL',
    because: { en: 'Most questions are about how a product works.', zh: '多数问题与产品使用和技术有关。' },
  },
];

/** The models by points, the most fitting first; of equals the one that is named first in the list of models. */
export function adviseModel(of: Facts) {
  const held = ARGUMENTS.filter(({ holds }) => holds(of));
  const ranking = organisationModel.options
    .map((model) => ({
      model,
      points: held.filter((one) => one.model === model).reduce((sum, { points }) => sum + points, 0),
    }))
    .toSorted((a, b) => b.points - a.points);
  const model = ranking[0]?.model ?? 'INDEPENDENT';
  return { model, reasons: held.filter((one) => one.model === model).map(({ because }) => because), ranking };
}

/** Recommends a model by what a company says of itself, with the reasons (R-ORG-02). */
export const recommendModel = defineView({
  title: { en: 'Recommend a model', zh: '推荐组织模式' },
  allow: { staff: 'staff.read' },
  input: z.object(facts),
  output: value(
    'ModelAdvice',
    z.object({
      model: organisationModel,
      reasons: z.array(LocalText),
      ranking: z.array(named('RankedModel', z.object({ model: organisationModel, points: z.int() }))),
    }),
  ),
  run: (_ctx, of) => adviseModel(of),
});
