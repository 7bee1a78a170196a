/** @module The function decomposition: who owns what (R-ORG-10), and what is amiss with the organisation. */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { deny } from '../../kernel/denial.ts';
import { named, ref } from '../../kernel/entity.ts';
import { LocalText, Role, User } from '../access/index.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { BusinessFunction, Department, functionFields, Placed, Team } from './entities.ts';
import { given, MANAGES } from './manage.ts';

const MOST_PEOPLE = 1000;
const input = z.object(functionFields);

export const createFunction = defineAction({
  title: { en: 'Add a function', zh: '新增职能' },
  tenantWide: true,
  allow: { staff: MANAGES },
  input: input.extend({
    code: z.string().regex(/^[A-Z][A-Z0-9-]{0,19}$/),
    ownerRoles: functionFields.ownerRoles.default([]),
    ownerId: functionFields.ownerId.default(null),
  }),
  output: one(BusinessFunction),
  check: async (ctx, { code }) =>
    (await ctx.maybe(BusinessFunction, code)) ? deny('DUPLICATE', { details: { field: 'code' } }) : undefined,
  run: (ctx, { code: id, ...fields }) => ctx.insert(BusinessFunction, { id, ...fields }),
});

export const updateFunction = defineAction({
  title: { en: 'Change the function', zh: '修改职能' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: BusinessFunction,
  input: input.partial().extend({ active: z.boolean().optional() }),
  output: one(BusinessFunction),
  run: (ctx, row, changes) => ctx.update(BusinessFunction, row, given(changes)),
});

const OwnedFunction = named(
  'OwnedFunction',
  z.object({
    id: z.string(),
    name: LocalText,
    parts: LocalText,
    output: LocalText,
    ownerRoles: z.array(memberOf(Role)),
    /** People who own it now; nobody: it is red. */
    owners: z.array(ref('User')),
    owned: z.boolean(),
  }),
);

/** Every function with the people who own it; one that nobody owns is red (R-ORG-10). */
export const functionTable = defineView({
  title: { en: 'Function table', zh: '职能分解表' },
  allow: { staff: 'staff.read' },
  input: z.object({}),
  output: value('FunctionTable', z.object({ functions: z.array(OwnedFunction), withoutOwner: z.int() })),
  run: async (ctx) => {
    const [rows, people] = await Promise.all([
      ctx.all(BusinessFunction, { where: { active: true } }),
      ctx.find(User, { where: { active: true }, limit: MOST_PEOPLE }),
    ]);
    const functions = rows
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, name, parts, output, ownerRoles, ownerId }) => {
        const owners = people
          .filter((person) =>
            ownerId ? person.id === ownerId : ownerRoles.some((role) => person.roles.includes(role)),
          )
          .map((person) => person.id);
        return { id, name, parts, output, ownerRoles, owners, owned: owners.length > 0 };
      });
    return { functions, withoutOwner: functions.filter(({ owned }) => !owned).length };
  },
});

export const organisationWarning = codes('OrganisationWarningCode', {
  DEPARTMENT_WITHOUT_LEAD: { en: 'The department has no lead', zh: '部门没有负责人' },
  TEAM_WITHOUT_MEMBERS: { en: 'The team has no members', zh: '团队没有成员' },
  TEAM_WITHOUT_LEAD: { en: 'The team has no lead', zh: '团队没有负责人' },
  FUNCTION_WITHOUT_OWNER: { en: 'Nobody owns the function', zh: '职能没有负责人' },
});

const Warning = named(
  'OrganisationWarning',
  z.object({ code: organisationWarning, entity: z.string(), entityId: z.string(), name: LocalText }),
);

/** What is amiss: no lead, nobody in it, nobody who owns it. */
export const organisationWarnings = defineView({
  title: { en: 'Warnings about the organisation', zh: '组织架构提醒' },
  allow: { staff: 'staff.read' },
  input: z.object({}),
  output: value('OrganisationWarnings', z.object({ warnings: z.array(Warning) })),
  run: async (ctx) => {
    const [departments, teams, people, functions] = await Promise.all([
      ctx.all(Department, { where: { active: true } }),
      ctx.all(Team, { where: { active: true } }),
      ctx.find(Placed, { where: { active: true }, limit: MOST_PEOPLE }),
      ctx.all(BusinessFunction, { where: { active: true } }),
    ]);
    const warn = (
      code: z.output<typeof organisationWarning>,
      entity: string,
      rows: readonly { readonly id: string; readonly name: z.output<typeof LocalText> }[],
    ) => rows.map(({ id: entityId, name }) => ({ code, entity, entityId, name }));
    const members = (id: string) => people.filter((person) => person.teams.includes(id));
    return {
      warnings: [
        ...warn(
          'DEPARTMENT_WITHOUT_LEAD',
          Department.name,
          departments.filter(({ leadId }) => !leadId),
        ),
        ...warn(
          'TEAM_WITHOUT_MEMBERS',
          Team.name,
          teams.filter(({ id }) => members(id).length === 0),
        ),
        ...warn(
          'TEAM_WITHOUT_LEAD',
          Team.name,
          teams.filter(({ id, leadId }) => !leadId && members(id).length > 0),
        ),
        ...warn(
          'FUNCTION_WITHOUT_OWNER',
          BusinessFunction.name,
          functions.filter(
            ({ ownerId, ownerRoles }) =>
              !people.some(({ id, roles }) =>
                ownerId ? id === ownerId : ownerRoles.some((one) => roles.includes(one)),
              ),
          ),
        ),
      ],
    };
  },
});
