/**
 * @module The five models of an organisation (R-ORG-01), each as what it wants: departments with their reporting lines,
 * teams with their department and whom they escalate to, and where the people of a team go that the model has not.
 */
import type { OrganisationModel, TeamFunction, TeamKind } from './codes.ts';
import { DEFAULT_TEAMS } from './defaults.ts';

interface WantedDepartment {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly parentId: string | null;
  readonly headedBy: 'OD' | 'MG' | 'SV' | 'TS' | 'DL';
}

interface WantedTeam {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly kind: TeamKind;
  readonly function: TeamFunction | null;
  readonly joins: readonly string[];
  readonly departmentId: string;
  readonly escalatesToId: string | null;
}

export interface Model {
  readonly departments: readonly WantedDepartment[];
  readonly teams: readonly WantedTeam[];
  /** Teams of other models that this one has not, and where their people and what waits for them go. */
  readonly into: Readonly<Record<string, string>>;
}

const OPERATIONS = {
  id: 'OPERATIONS',
  name: { en: 'Operations', zh: '运营部' },
  parentId: null,
  headedBy: 'OD',
} as const;
const SERVICE = { id: 'CUSTOMER_SERVICE', name: { en: 'Customer service', zh: '客服部' }, headedBy: 'SV' } as const;

/** Departments that a model may make; one that the chosen model has not is closed, and its people go to service. */
export const MODEL_DEPARTMENTS: readonly string[] = ['OPERATIONS', 'CUSTOMER_SERVICE', 'CRM', 'SALES', 'TECHNOLOGY'];

interface Stands {
  readonly departmentId?: string;
  readonly escalatesToId?: string | null;
  readonly joins?: readonly string[];
}

/** A team of the defaults, where it stands in a model. */
function team(id: string, { departmentId = SERVICE.id, escalatesToId = null, joins }: Stands = {}): WantedTeam {
  const known = DEFAULT_TEAMS.find((one) => one.id === id);
  if (!known) throw new Error(`No team ${id} is there from the first day.`);
  const { name, kind, function: stage, joins: own } = known;
  return { id, name, kind, function: stage, joins: joins ?? own, departmentId, escalatesToId };
}

const BACK_OFFICE: WantedTeam = {
  id: 'BACK_OFFICE',
  name: { en: 'Back office', zh: '后台组' },
  kind: 'BACK',
  function: 'AFTER',
  joins: [],
  departmentId: OPERATIONS.id,
  escalatesToId: 'COMPLAINT',
};
const SERVICE_TEAM: WantedTeam = {
  id: 'SERVICE',
  name: { en: 'Service team', zh: '综合服务组' },
  kind: 'CROSS',
  function: null,
  joins: ['PA', 'AA', 'DL'],
  departmentId: SERVICE.id,
  escalatesToId: 'COMPLAINT',
};
const FRONT = [
  team('PRE_SALE', { escalatesToId: 'AFTER_SALE' }),
  team('AFTER_SALE', { escalatesToId: 'COMPLAINT' }),
  team('COMPLAINT'),
  team('TECH'),
  team('SOCIAL', { escalatesToId: 'COMPLAINT' }),
];
const NO_OTHERS = { BACK_OFFICE: 'AFTER_SALE', SERVICE: 'AFTER_SALE' };

export const MODELS: Readonly<Record<OrganisationModel, Model>> = {
  INDEPENDENT: {
    departments: [{ ...SERVICE, parentId: null, headedBy: 'MG' }],
    teams: FRONT,
    into: NO_OTHERS,
  },
  CRM: {
    departments: [
      { id: 'CRM', name: { en: 'Customer relations', zh: '顾客关系部' }, parentId: null, headedBy: 'MG' },
      { id: 'SALES', name: { en: 'Sales', zh: '销售部' }, parentId: 'CRM', headedBy: 'DL' },
      { ...SERVICE, parentId: 'CRM' },
    ],
    teams: FRONT.map((one) => (one.id === 'PRE_SALE' ? { ...one, departmentId: 'SALES' } : one)),
    into: NO_OTHERS,
  },
  BACK_OFFICE: {
    departments: [OPERATIONS, { ...SERVICE, parentId: OPERATIONS.id }],
    teams: [
      team('PRE_SALE', { escalatesToId: 'BACK_OFFICE' }),
      team('AFTER_SALE', { escalatesToId: 'BACK_OFFICE' }),
      team('COMPLAINT'),
      team('TECH'),
      team('SOCIAL', { escalatesToId: 'BACK_OFFICE' }),
      BACK_OFFICE,
    ],
    into: { SERVICE: 'AFTER_SALE' },
  },
  TECH_SUPPORT: {
    departments: [
      { id: 'TECHNOLOGY', name: { en: 'Technology', zh: '技术部' }, parentId: null, headedBy: 'TS' },
      { ...SERVICE, parentId: 'TECHNOLOGY' },
    ],
    teams: [
      team('PRE_SALE', { escalatesToId: 'TECH' }),
      team('AFTER_SALE', { escalatesToId: 'TECH' }),
      team('COMPLAINT'),
      team('TECH', { departmentId: 'TECHNOLOGY', escalatesToId: 'COMPLAINT' }),
      team('SOCIAL', { escalatesToId: 'COMPLAINT' }),
    ],
    into: NO_OTHERS,
  },
  CROSS_FUNCTIONAL: {
    departments: [{ ...SERVICE, parentId: null, headedBy: 'MG' }],
    teams: [SERVICE_TEAM, team('COMPLAINT'), team('TECH')],
    into: { PRE_SALE: 'SERVICE', AFTER_SALE: 'SERVICE', SOCIAL: 'SERVICE', BACK_OFFICE: 'SERVICE' },
  },
};
