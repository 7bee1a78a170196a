import type { z } from 'zod';
import { codes } from '../../kernel/codes.ts';

/** What a team is for (domain model: Team). */
export const teamKind = codes('TeamKind', {
  FRONT: { en: 'Front office', zh: '前台', note: 'Talks to customers who write or call.' },
  BACK: { en: 'Back office', zh: '后台', note: 'Works on what the front office hands over, and records the result.' },
  COMPLAINT_GROUP: { en: 'Complaint group', zh: '投诉处理组', note: 'A fixed unit that always has a member.' },
  SOCIAL: { en: 'Social media', zh: '社交媒体组' },
  TECH: { en: 'Technical support', zh: '技术支持组' },
  FULFILMENT: { en: 'Fulfilment', zh: '发货组' },
  SUPERVISION: { en: 'Supervision', zh: '质量监督组' },
  CROSS: {
    en: 'Cross-functional',
    zh: '跨部门小组',
    note: 'Talks to customers; its members come from several departments.',
  },
});
export type TeamKind = z.output<typeof teamKind>;

/** Which questions a team answers, by where they stand in the life of an order (R-ORG-08). */
export const teamFunction = codes('TeamFunction', {
  PRE: { en: 'Before the sale', zh: '售前' },
  IN: { en: 'During the sale', zh: '售中' },
  AFTER: { en: 'After the sale', zh: '售后' },
});
export type TeamFunction = z.output<typeof teamFunction>;

/** How customer service stands in the company (R-ORG-01). */
export const organisationModel = codes('OrganisationModel', {
  INDEPENDENT: {
    en: 'Department of its own',
    zh: '独立客服部',
    note: 'Customer service is a department that reports to the top.',
  },
  CRM: { en: 'Sales and service', zh: '顾客关系部', note: 'Sales and customer service are one department.' },
  BACK_OFFICE: {
    en: 'Part of operations',
    zh: '隶属运营部',
    note: 'Customer service stands in operations, with a back office of its own.',
  },
  TECH_SUPPORT: {
    en: 'Part of technical support',
    zh: '隶属技术支持部',
    note: 'Customer service stands beside the people who know the product.',
  },
  CROSS_FUNCTIONAL: {
    en: 'Cross-functional team',
    zh: '跨职能团队',
    note: 'One team of several departments answers everything.',
  },
});
export type OrganisationModel = z.output<typeof organisationModel>;
