/** @module The demo's company: customer service in operations, with leads, departments and a few posts. */
import type { DemoCourse, DemoStep } from '../../kernel/demo.ts';
import type { RoleCode } from '../access/index.ts';

const SERVICE: readonly RoleCode[] = ['PA', 'AA', 'CO', 'SM', 'TS', 'TL', 'SV', 'AN', 'QI', 'TR'];
const OPERATIONS: readonly RoleCode[] = ['OD', 'FC', 'WH'];

const takes: DemoStep = ['MG', 'takeModel', () => ({ model: 'BACK_OFFICE' })];
const leads = (departmentId: string, role: RoleCode): DemoStep => [
  'MG',
  'setDepartmentLead',
  ({ idOf }) => ({ id: departmentId, userId: idOf(role) }),
];
const leadsTeam = (teamId: string, role: RoleCode): DemoStep => [
  'MG',
  'setTeamLead',
  ({ idOf }) => ({ id: teamId, userId: idOf(role) }),
];
const standsIn = (departmentId: string, role: RoleCode): DemoStep => [
  'MG',
  'setStaffDepartment',
  ({ idOf }) => ({ id: idOf(role), departmentId }),
];
const holds = (role: RoleCode, postId: string): DemoStep => [
  'MG',
  'givePost',
  ({ idOf }) => ({ id: idOf(role), postId }),
];
const acknowledges = (role: RoleCode, postId: string): DemoStep => [role, 'acknowledgeDuties', () => ({ id: postId })];

export const organisationDemo: readonly DemoCourse[] = [
  {
    daysAgo: 95,
    steps: [
      takes,
      leads('OPERATIONS', 'OD'),
      leads('CUSTOMER_SERVICE', 'SV'),
      leadsTeam('PRE_SALE', 'TL'),
      leadsTeam('AFTER_SALE', 'AA'),
      leadsTeam('COMPLAINT', 'CO'),
      ['MG', 'addTeamMembers', ({ idOf }) => ({ id: 'BACK_OFFICE', userIds: [idOf('FC'), idOf('QI')] })],
      ...SERVICE.map((role) => standsIn('CUSTOMER_SERVICE', role)),
      ...OPERATIONS.map((role) => standsIn('OPERATIONS', role)),
      holds('AN', 'ANALYST'),
      holds('QI', 'INSPECTOR'),
      holds('TR', 'TRAINER'),
      acknowledges('AN', 'ANALYST'),
      acknowledges('TR', 'TRAINER'),
    ],
  },
];
