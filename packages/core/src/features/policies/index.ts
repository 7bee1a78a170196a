/**
 * @module Policies of the shop's own: versions and their life, checks before publishing, and what every order is judged
 * by.
 */
import { defineFeature } from '../../kernel/feature.ts';
import { customers } from '../customers/index.ts';
import { calendar } from '../calendar/index.ts';
import { access } from '../access/index.ts';
import { PolicyContent, PolicyDecision, PolicyVersion, ProductTerms, PurchaseConfirmation } from './entities.ts';
import { policiesAbove, policyInForce } from './overview.ts';
import { cancelPolicyReplay, continuePolicyReplay, PolicyReplayRun, startPolicyReplay } from './replay-run.ts';
import { recordPurchaseConfirmation, setProductTerms } from './terms.ts';
import { DecisionSubject } from './subjects.ts';
import { policyTexts } from './texts.ts';
import {
  applyPolicy,
  approvePolicy,
  draftPolicy,
  editPolicyDraft,
  retirePolicy,
  schedulePolicy,
  sendBackPolicy,
  submitPolicy,
} from './version.ts';
import { diffPolicyVersions, lintPolicy, policyPack, replayPolicy, shippedPolicies } from './views.ts';
import { whenDue } from '../../kernel/timer.ts';
import { effectiveTimer } from './timers.ts';
import { replayTimer } from './replay-run.ts';
import { policiesWords } from './words.ts';

export const policies = defineFeature({
  name: 'policies',
  words: policiesWords,
  requires: [access, calendar, customers],
  vocabularies: [DecisionSubject],
  entities: [PolicyVersion, PolicyContent, PolicyDecision, PolicyReplayRun, ProductTerms, PurchaseConfirmation],
  actions: {
    draftPolicy,
    editPolicyDraft,
    submitPolicy,
    approvePolicy,
    sendBackPolicy,
    schedulePolicy,
    applyPolicy,
    retirePolicy,
    startPolicyReplay,
    continuePolicyReplay,
    cancelPolicyReplay,
    setProductTerms,
    recordPurchaseConfirmation,
  },
  views: {
    shippedPolicies,
    policyPack,
    lintPolicy,
    replayPolicy,
    diffPolicyVersions,
    policyInForce,
    policiesAbove,
  },
  timers: [whenDue(effectiveTimer, applyPolicy), whenDue(replayTimer, continuePolicyReplay)],
  permissions: {
    'policy.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'OD', 'AN', 'QI', 'TR', 'AD'],
      en: 'See policies',
      zh: '查看政策',
    },
    // Domain model 3.11 and 3.13.
    'policy.draft': { roles: ['SV', 'MG'], en: 'Draft and check policies', zh: '起草与校验政策' },
    'policy.approve': { roles: ['MG', 'OD'], en: 'Approve and publish policies', zh: '审批与发布政策' },
    'policy.replay': { roles: ['SV', 'MG', 'OD'], en: 'Try policies on past cases', zh: '用历史数据试算政策' },
    'product.classify': {
      roles: ['SV', 'MG', 'TR', 'AD'],
      en: 'Set after-sales terms of products',
      zh: '设置商品的售后属性',
    },
  },
  texts: policyTexts,
});

export {
  PolicyContent,
  PolicyDecision,
  policyLayer,
  PolicyVersion,
  ProductTerms,
  PurchaseConfirmation,
} from './entities.ts';
export { settingOf, SHIPPED, storePolicy, type Judge, type StorePolicy } from './effective.ts';
export { PolicyReplayRun } from './replay-run.ts';
export { DecisionSubject } from './subjects.ts';
export { ask, askReturn, factText, keepDecisions, policyDenial, speaksOn } from './ask.ts';
export { confirmedLines, termsOf } from './terms.ts';
export { decisionFor, timesTold } from './told.ts';
export { readPack } from './version.ts';
export { PolicyAnswer, asJson, packData, policyWith, seenPack, shownDecision, versionId } from './views.ts';
