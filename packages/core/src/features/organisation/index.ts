/**
 * @module The organisation: teams, who belongs to them and who leads them. Routing, transfers, escalations and notices
 * ask it.
 */
import { defineFeature, unless } from '../../kernel/feature.ts';
import { answer } from '../../kernel/point.ts';
import { access, staffStanding, updateStaff } from '../access/index.ts';
import { knownNotices, notices } from '../notices/index.ts';
import { reachedByTeam } from './audience.ts';
import { organisationDemo } from './demo.ts';
import { recommendModel } from './advice.ts';
import {
  createDepartment,
  reportingLine,
  setDepartmentLead,
  setStaffDepartment,
  updateDepartment,
} from './departments.ts';
import {
  BusinessFunction,
  Department,
  DutyAcknowledgement,
  OrganisationChoice,
  Placed,
  Post,
  Team,
} from './entities.ts';
import { createFunction, functionTable, organisationWarnings, updateFunction } from './functions.ts';
import { installOrganisation, moveTeams } from './install.ts';
import { tellTeam, TeamNotices, teamMessage } from './tell-team.ts';
import { teamsByRoles, teamsIn, wouldEmpty, type Person } from './membership.ts';
import { MANAGES } from './manage.ts';
import { acknowledgeDuties, createPost, dutyStanding, givePost, myPost, updatePost } from './posts.ts';
import { previewModel, takeModel } from './take-model.ts';
import { whoBegins, whoJoins, whoLeads } from './reactions.ts';
import {
  addTeamMembers,
  closeTeam,
  createTeam,
  removeTeamMembers,
  reopenTeam,
  setStaffTeams,
  setTeamLead,
  updateTeam,
} from './teams.ts';
import { organisationTexts } from './texts.ts';
import { organisationWords } from './words.ts';

/** Whoever leaves, or loses the role that brought them in, may be the last of the complaint group. */
const staysInComplaints = unless(updateStaff, {
  check: async (ctx, user, { active, roles }) => {
    const person = user as Person;
    if (!person.active || (active !== false && !roles)) return undefined;
    const own = person.teams;
    const kept =
      active === false
        ? []
        : teamsByRoles(await teamsIn(ctx), { own, before: person.roles, after: roles ?? person.roles });
    return wouldEmpty(
      ctx,
      own.filter((id) => !kept.includes(id)),
      [person.id],
    );
  },
});

export const organisation = defineFeature({
  name: 'organisation',
  words: organisationWords,
  requires: [access, notices],
  entities: [Team, Department, Post, DutyAcknowledgement, BusinessFunction, OrganisationChoice],
  extensions: [Placed],
  actions: {
    createTeam,
    tellTeam,
    updateTeam,
    setTeamLead,
    addTeamMembers,
    removeTeamMembers,
    setStaffTeams,
    closeTeam,
    reopenTeam,
    createDepartment,
    updateDepartment,
    setDepartmentLead,
    setStaffDepartment,
    createPost,
    updatePost,
    givePost,
    acknowledgeDuties,
    createFunction,
    updateFunction,
    takeModel,
    installOrganisation,
  },
  views: {
    reportingLine,
    dutyStanding,
    myPost,
    functionTable,
    organisationWarnings,
    previewModel,
    recommendModel,
  },
  permissions: {
    [MANAGES]: { roles: ['AD', 'MG'], en: 'Arrange teams and departments', zh: '管理组织架构' },
  },
  changes: [whoBegins, whoJoins, whoLeads],
  members: [TeamNotices],
  unless: [staysInComplaints],
  answers: [
    reachedByTeam,
    knownNotices(teamMessage),
    answer(staffStanding, (_ctx, user) => {
      const { teams, leads } = user as Person;
      return { teams, leads };
    }),
  ],
  upgraded: moveTeams,
  demo: organisationDemo,
  texts: organisationTexts,
});

export { organisationModel, teamFunction, teamKind, type TeamFunction, type TeamKind } from './codes.ts';
export { type ChangeKind } from './plan.ts';
export { headsAbove, superiorsOf } from './departments.ts';
export { BusinessFunction, Department, DutyAcknowledgement, Placed, Post, Team } from './entities.ts';
export { type TeamRow } from './membership.ts';
export { MOST_TIED, teamClosed, teamTies, type TeamTie } from './points.ts';
