/** @module Tenants, stores, staff and their roles. */
import { defineFeature } from '../../kernel/feature.ts';
import { accountLinkOffer, accountReasons, makeAccountLink, redeemAccountLink } from './account-link.ts';
import { AccountLink, OnboardingRecord, StaffSession, Store, Tenant, User } from './entities.ts';
import { SignInFailures } from './failed-sign-ins.ts';
import { foundDesk } from './found.ts';
import { inviteStaff } from './invite.ts';
import { recordOnboarding, servingRules, setOnboardingGate } from './onboarding.ts';
import { changeOwnPassword } from './own-password.ts';
import { updateOwnProfile } from './own-profile.ts';
import { ACCESS_PERMISSIONS } from './permission.ts';
import { permissionMatrix } from './permission-matrix.ts';
import { Role } from './role.ts';
import { currentUser, signIn, signOut } from './sign-in.ts';
import {
  addStaff,
  noteStaffConnection,
  setAutoReply,
  setPermissionRoles,
  setPresence,
  setStaffPassword,
  updateStaff,
} from './staff.ts';
import { endOtherSessions, endOwnSession, endStaffSessions, noteSessionUse, ownSessions } from './staff-session.ts';
import { countryProposal } from './country.ts';
import { createStore, createTenant, updateStore } from './store.ts';
import { accessTexts } from './texts.ts';
import { widgetSettings } from './widget-settings.ts';
import { whenDue } from '../../kernel/timer.ts';
import { presenceTimer } from './timers.ts';
import { accessWords } from './words.ts';

export const access = defineFeature({
  name: 'access',
  vocabularies: [Role],
  members: [accountReasons],
  words: accessWords,
  entities: [Tenant, Store, User, OnboardingRecord, StaffSession, AccountLink, SignInFailures],
  actions: {
    signIn,
    signOut,
    addStaff,
    inviteStaff,
    makeAccountLink,
    redeemAccountLink,
    updateStaff,
    setStaffPassword,
    setPresence,
    setAutoReply,
    noteStaffConnection,
    setPermissionRoles,
    createTenant,
    foundDesk,
    createStore,
    updateStore,
    changeOwnPassword,
    updateOwnProfile,
    endOwnSession,
    endOtherSessions,
    endStaffSessions,
    noteSessionUse,
    setOnboardingGate,
    recordOnboarding,
  },
  views: {
    currentUser,
    accountLinkOffer,
    countryProposal,
    ownSessions,
    widgetSettings,
    permissionMatrix,
    servingRules,
  },
  timers: [whenDue(presenceTimer, setPresence)],
  permissions: ACCESS_PERMISSIONS,
  texts: accessTexts,
});

export {
  CalendarDay,
  LOCALES,
  OnboardingRecord,
  locale,
  LocalText,
  ServiceHours,
  StaffSession,
  presence,
  PRESENCE_STATES,
  Store,
  storeProfile,
  storeRegion,
  Tenant,
  textLanguage,
  User,
  WidgetLook,
  type Locale,
} from './entities.ts';
export { CONVERSATION_PERMISSIONS, CUSTOMER_PERMISSIONS, permissionsOf } from './permission.ts';
export {
  MOST_ROLES,
  PRESET_ROLES,
  presetOf,
  Role,
  ROLES,
  staffPreset,
  standardRoles,
  type RoleCode,
  type StaffPreset,
} from './role.ts';
export { staffStanding, type Standing } from './standing.ts';
export { sessionHolder, type NamedSession } from './session-holder.ts';
export { actorForSession, actorForToken, actorOfUser, type StaffName } from './sign-in.ts';
export { ADMINISTERS } from './settings.ts';
export { authorityWidened, lastOwnerLeaves, mayChangeAuthority, noteOwnerLeaves } from './authority.ts';
export { SignInFailures } from './failed-sign-ins.ts';
export { staffSessionEnd } from './staff-session.ts';
export { addStaff, setAutoReply, setPresence, staffPresenceChanged, tellOfNewAuthority, updateStaff } from './staff.ts';
export { countries, DEFAULT_HOURS, type CountryDefaults } from './countries.ts';
export { rolesWith } from './settings.ts';
export { DEFAULT_LOOK } from './store.ts';
export { answeringRoles, hasSkill, LIVE_SKILL, mayServe, MODES, skillsAsKept, type Mode } from './skills.ts';
export { talkMode } from './talk-mode.ts';
export { mayNotServe } from './onboarding.ts';
export { storeOf } from './settings.ts';
