import { rowIn, type Scenes } from '../../testing/scene.ts';
import { BusinessFunction, Department, Placed, Post, Team } from '../entities.ts';

const name = { en: 'Night team', zh: '夜班组' };

export const organisationScenes: Scenes = {
  rows: {
    Team: async ({ desk, system }) => desk.read(system).get(Team, 'TECH'),
    Department: async ({ desk, system }) => desk.read(system).get(Department, 'CUSTOMER_SERVICE'),
    Post: async ({ desk, system }) => desk.read(system).get(Post, 'PRE_SALE_AGENT'),
    BusinessFunction: async ({ desk, system }) => desk.read(system).get(BusinessFunction, 'F-01'),
    DutyAcknowledgement: (world) =>
      rowIn(world, 'the-word', {
        userId: world.staff.WH.userId,
        postId: 'WAREHOUSE',
        dutyVersion: 1,
        at: world.now,
      }),
    OrganisationChoice: (world) =>
      rowIn(world, 'another', { model: 'CRM', at: world.now, userId: world.staff.MG.userId }),
  },
  kinds: {
    Team: () => [{}, { active: false }],
  },
  beside: {
    Post: async ({ desk, system, staff, put }, { id }) => {
      await put(Placed, { ...(await desk.read(system).get(Placed, staff.PA.userId)), postId: id } as never);
    },
  },
  inputs: {
    updateTeam: () => [{ joins: ['TS', 'FC'] }],
    tellTeam: () => [{ title: 'The stand-up is at ten' }],
    setTeamLead: ({ staff }) => [{ userId: staff.SV.userId }],
    addTeamMembers: ({ staff }) => [{ userIds: [staff.PA.userId] }],
    removeTeamMembers: ({ staff }) => [{ userIds: [staff.TS.userId] }],
    setStaffTeams: () => [{ teams: ['TECH', 'COMPLAINT'] }],
    closeTeam: () => [{ moveTo: 'AFTER_SALE' }],
    updateDepartment: () => [{ headedBy: 'MG' }],
    setDepartmentLead: ({ staff }) => [{ userId: staff.SV.userId }],
    setStaffDepartment: () => [{ departmentId: 'CUSTOMER_SERVICE' }],
    updatePost: () => [{ homePath: '/board' }],
    givePost: () => [{ postId: null }],
    updateFunction: () => [{ ownerRoles: ['MG'] }],
  },
  calls: {
    createTeam: ({ staff }) => ({ actor: staff.MG, input: { code: 'NIGHT', name, kind: 'FRONT' } }),
    createDepartment: ({ staff }) => ({
      actor: staff.MG,
      input: { code: 'LOGISTICS', name: { en: 'Logistics', zh: '物流部' }, parentId: 'OPERATIONS' },
    }),
    createPost: ({ staff }) => ({
      actor: staff.MG,
      input: { code: 'NIGHT_AGENT', name: { en: 'Night agent', zh: '夜班客服' }, roles: ['PA'], homePath: '/inbox' },
    }),
    createFunction: ({ staff }) => ({
      actor: staff.MG,
      input: { code: 'F-15', name, parts: name, output: name, ownerRoles: ['MG'] },
    }),
    takeModel: ({ staff }) => ({ actor: staff.MG, input: { model: 'CRM' } }),
  },
};
