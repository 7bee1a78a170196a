import { type Scenes } from '../../testing/scene.ts';
import { Team } from '../entities.ts';

export const organisationScenes: Scenes = {
  rows: {
    Team: async ({ desk, system }) => desk.read(system).get(Team, 'TECH'),
  },
  kinds: {
    Team: () => [{}, { active: false }],
  },
  inputs: {
    updateTeam: () => [{ joins: ['TS', 'FC'] }],
    setTeamLead: ({ staff }) => [{ userId: staff.SV.userId }],
    addTeamMembers: ({ staff }) => [{ userIds: [staff.PA.userId] }],
    removeTeamMembers: ({ staff }) => [{ userIds: [staff.TS.userId] }],
    setStaffTeams: () => [{ teams: ['TECH', 'COMPLAINT'] }],
    closeTeam: () => [{ moveTo: 'AFTER_SALE' }],
  },
  calls: {
    createTeam: ({ staff }) => ({
      actor: staff.MG,
      input: { code: 'NIGHT', name: { en: 'Night team', zh: '夜班组' }, kind: 'FRONT' },
    }),
  },
};
