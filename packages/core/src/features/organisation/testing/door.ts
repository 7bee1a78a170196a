import { adminOnly, anyStaff, type Door } from '../../testing/door.ts';

export const organisationDoor: Door = {
  mutations: {
    createTeam: adminOnly,
    updateTeam: adminOnly,
    setTeamLead: adminOnly,
    addTeamMembers: adminOnly,
    removeTeamMembers: adminOnly,
    setStaffTeams: adminOnly,
    closeTeam: adminOnly,
    reopenTeam: adminOnly,
  },
  queries: {
    team: ['UNAUTHENTICATED', 'NOT_FOUND', 'in', 'in'],
    teams: anyStaff,
  },
  entities: ['Team'],
};
