import { standardRoles, type ChangedRow } from '@shopdesk/core';
import { createTestDatabase, DATABASE_KINDS, type TestDatabase } from 'shopdesk-test/database';
import { MemoryStore } from '@shopdesk/core/testing';
import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isEnumType,
  isListType,
  isScalarType,
  isLeafType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUDIENCES, type Audience } from './graphql/audiences.ts';
import { createSchema } from './graphql/schema.ts';
import { createTestServer, TEST_PASSWORD, type TestServer } from './testing/test-server.ts';

/**
 * Who gets past the door of each field. `in`: they may ask (and then rules and visibility decide); every other letter is
 * what they are told, or what the desk would tell them where their schema does not have the field at all. Columns:
 * nobody, another shopper, staff without permission (warehouse), administrator.
 */
type Told = 'in' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND';
type Row = readonly [nobody: Told, stranger: Told, warehouse: Told, admin: Told];

const U = 'UNAUTHENTICATED';
const F = 'FORBIDDEN';
const N = 'NOT_FOUND';
const shopperOnly: Row = [U, 'in', F, F];
const anyStaff: Row = [U, F, 'in', 'in'];
const adminOnly: Row = [U, F, F, 'in'];
const leads: Row = [U, F, F, F];
const front: Row = [U, F, F, F];
const shopperOrFront: Row = [U, 'in', F, F];
const warehouse: Row = [U, F, 'in', F];
/** A row by its id: what is out of reach does not exist. */
const ownRow: Row = [U, N, N, 'in'];
const hiddenRow: Row = [U, N, N, N];

const MUTATIONS: Readonly<Record<string, Row>> = {
  signIn: ['in', F, 'in', 'in'],
  startShopperSession: ['in', 'in', F, F],
  identifyShopper: ['in', 'in', F, F],
  endShopperSession: shopperOnly,
  signOut: anyStaff,
  /** Of somebody else. */
  setPresence: leads,
  noteStaffConnection: anyStaff,
  addStaff: adminOnly,
  inviteStaff: adminOnly,
  makeAccountLink: adminOnly,
  redeemAccountLink: ['in', F, 'in', 'in'],
  updateStaff: adminOnly,
  setStaffPassword: adminOnly,
  changeOwnPassword: anyStaff,
  endOwnSession: anyStaff,
  endOtherSessions: anyStaff,
  noteSessionUse: anyStaff,
  endStaffSessions: adminOnly,
  endCustomerSessions: front,
  setPermissionRoles: adminOnly,
  setOnboardingGate: adminOnly,
  recordOnboarding: leads,
  createStore: adminOnly,
  allowSeenOrigin: adminOnly,
  keepSetupStep: adminOnly,
  dismissSetup: adminOnly,
  updateStore: adminOnly,
  setStoreBot: adminOnly,
  addIdentityKey: adminOnly,
  revokeIdentityKey: adminOnly,
  updateCustomer: front,
  revealContact: front,
  openConversation: shopperOnly,
  rateConversation: shopperOnly,
  noteShopperConnection: shopperOnly,
  abandonConversation: shopperOnly,
  keepQueuePlace: shopperOnly,
  resumeWaiting: shopperOnly,
  requestHuman: shopperOrFront,
  startService: leads,
  setAutoReply: anyStaff,
  leaveQueueForMessage: shopperOnly,
  leaveMessage: front,
  setRoutingPolicy: leads,
  startPeakMode: leads,
  endPeakMode: leads,
  dismissAlert: front,
  requestHelp: front,
  lendAgent: leads,
  takeBackAgent: leads,
  takeConversation: front,
  assignConversation: leads,
  requestTransfer: front,
  approveTransfer: leads,
  acceptTransfer: front,
  declineTransfer: front,
  sendMessage: shopperOrFront,
  addNote: front,
  setTyping: shopperOrFront,
  setViewing: front,
  markDelivered: shopperOrFront,
  markRead: shopperOrFront,
  addAttachment: shopperOrFront,
  holdConversation: front,
  releaseHold: front,
  closeConversation: front,
  correctReading: front,
  rateBotAnswer: shopperOnly,
  takeOverFromBot: front,
  settleBotDraft: front,
  setSlaPolicy: leads,
  resetSlaPolicy: leads,
  escalateConversation: front,
  acceptEscalation: front,
  declineEscalation: front,
  lowerEscalation: leads,
  planShift: leads,
  updateShift: leads,
  removeShift: leads,
  publishShifts: leads,
  requestShiftSwap: front,
  approveShiftSwap: leads,
  declineShiftSwap: leads,
  checkInShift: front,
  markShiftAbsent: leads,
  startHandover: front,
  endShift: front,
  editHandover: front,
  refreshHandover: front,
  submitHandover: front,
  acknowledgeHandover: front,
  setHandoverItem: front,
  setForbiddenTerm: leads,
  resetForbiddenTerm: leads,
  addSafeContact: leads,
  removeSafeContact: leads,
  importTerms: leads,
  createScript: front,
  updateScript: front,
  publishScript: leads,
  archiveScript: front,
  noteScriptUse: front,
  createMacro: front,
  updateMacro: front,
  archiveMacro: front,
  saveView: anyStaff,
  removeView: anyStaff,
  noteMacroUse: front,
  createArticle: front,
  updateArticle: front,
  submitArticle: front,
  publishArticle: leads,
  sendBackArticle: leads,
  requestArticleUpdate: front,
  archiveArticle: leads,
  noteArticleUse: [U, 'in', F, 'in'],
  importArticles: leads,
  requireReading: leads,
  acknowledgeArticle: [U, F, F, 'in'],
  setProductKnowledge: front,
  noteKnowledgeSearch: [U, 'in', F, 'in'],
  reportKnowledgeGap: [U, 'in', F, 'in'],
  assignKnowledgeGap: leads,
  answerKnowledgeGap: front,
  dismissKnowledgeGap: leads,
  draftPolicy: leads,
  editPolicyDraft: leads,
  submitPolicy: leads,
  approvePolicy: leads,
  schedulePolicy: leads,
  retirePolicy: leads,
  startPolicyReplay: leads,
  cancelPolicyReplay: leads,
  refuseReturn: leads,
  sendBackPolicy: adminOnly,
  setProductTerms: adminOnly,
  recordPurchaseConfirmation: adminOnly,
  setReturnAddress: adminOnly,
  requestOrderChange: shopperOrFront,
  changeDefaultAddress: shopperOrFront,
  registerComplaint: shopperOrFront,
  addWorkFile: [U, 'in', 'in', 'in'],
  editComplaint: front,
  acknowledgeComplaint: front,
  investigateComplaint: front,
  answerComplaintTask: front,
  proposeSolution: front,
  escalateComplaint: front,
  notePlatformCase: front,
  executeSolution: front,
  tellOutcome: front,
  resolveComplaint: front,
  revisitComplaint: front,
  closeComplaint: front,
  reopenComplaint: front,
  takeComplaint: front,
  assignComplaint: front,
  noteComplaint: front,
  acceptSolution: shopperOrFront,
  refuseSolution: shopperOrFront,
  withdrawComplaint: shopperOrFront,
  submitCase: shopperOrFront,
  withdrawCase: shopperOrFront,
  shipReturn: shopperOrFront,
  acceptInspection: shopperOrFront,
  openCaseDispute: shopperOrFront,
  reopenCase: shopperOrFront,
  rejectOrderChange: warehouse,
  finishOrderChange: warehouse,
  acknowledgeOrderRemark: warehouse,
  unwatchOrder: warehouse,
  receiveReturn: warehouse,
  inspectReturn: warehouse,
  noteReplacement: warehouse,
  addOrderRemark: front,
  addCasePhoto: warehouse,
  takeUpCase: front,
  recordApology: front,
  offerSolution: front,
  setRefundAmount: front,
  approveCase: front,
  rejectCase: front,
  proceedCase: front,
  noteFirstScan: front,
  settleReturn: front,
  exchangeRepair: front,
  completeCase: front,
  confirmRefund: front,
  retryRefund: front,
  decideCaseDispute: front,
  decideOutgoingCall: adminOnly,
  recordCause: front,
  archiveCase: front,
  recordShippedUnits: front,
  noteReturnsMeasure: front,
  watchOrder: [U, 'in', 'in', F],
  addShopEventKey: adminOnly,
  connectShop: adminOnly,
  disconnectShop: adminOnly,
  testShop: adminOnly,
  revokeShopEventKey: adminOnly,
  setOrderNews: [U, 'in', 'in', F],
  /** With an action that nobody may perform. */
  performAction: [U, F, F, F],
};

const QUERIES: Readonly<Record<string, Row>> = {
  tenant: [U, N, 'in', 'in'],
  store: [U, 'in', 'in', 'in'],
  stores: [U, 'in', 'in', 'in'],
  user: [U, N, 'in', 'in'],
  users: [U, F, 'in', 'in'],
  staffSession: hiddenRow,
  shopperSession: hiddenRow,
  identityKey: ownRow,
  identityKeys: adminOnly,
  customer: ownRow,
  customers: [U, 'in', F, 'in'],
  customerIdentity: ownRow,
  customerIdentities: adminOnly,
  conversation: hiddenRow,
  conversations: [U, 'in', F, F],
  message: hiddenRow,
  transfer: hiddenRow,
  transfers: front,
  transferAttempt: hiddenRow,
  transferAttempts: front,
  routingPolicy: hiddenRow,
  routingPolicies: front,
  queueEntry: hiddenRow,
  routingDecision: hiddenRow,
  routingDecisions: front,
  staffAlert: hiddenRow,
  staffAlerts: [U, F, 'in', 'in'],
  routingSettings: front,
  explainRouting: [U, F, F, F],
  liveBoard: leads,
  myAlerts: front,
  rating: hiddenRow,
  ratings: [U, 'in', F, F],
  attachment: [U, N, F, F],
  auditEvent: ownRow,
  auditEvents: adminOnly,
  effect: hiddenRow,
  effects: adminOnly,
  currentUser: anyStaff,
  accountLinkOffer: ['in', F, 'in', 'in'],
  ownSessions: anyStaff,
  permissionMatrix: anyStaff,
  workKinds: anyStaff,
  servingRules: anyStaff,
  onboardingRecord: hiddenRow,
  onboardingRecords: front,
  widgetSettings: ['in', 'in', 'in', 'in'],
  customerTimeline: [U, F, F, 'in'],
  customerOrders: [U, 'in', F, F],
  messages: [U, N, F, F],
  myConversations: shopperOnly,
  queuePlace: [U, N, F, F],
  inboxCounts: front,
  serviceState: shopperOnly,
  publicHolidays: anyStaff,
  serviceTime: anyStaff,
  slaPolicy: hiddenRow,
  slaPolicies: adminOnly,
  slaClock: hiddenRow,
  slaClocks: adminOnly,
  serviceLevels: adminOnly,
  previewServiceLevel: adminOnly,
  serviceKpis: adminOnly,
  escalation: hiddenRow,
  escalations: front,
  shift: hiddenRow,
  shifts: front,
  handover: hiddenRow,
  handovers: front,
  myServiceFigures: adminOnly,
  searchMessages: front,
  readingCorrection: hiddenRow,
  readingCorrections: front,
  readerTraining: hiddenRow,
  readerTrainings: front,
  explainReading: [U, F, F, F],
  botSession: hiddenRow,
  botSessions: front,
  botAnswer: hiddenRow,
  botAnswers: front,
  botState: [U, N, F, F],
  forbiddenTerm: ownRow,
  forbiddenTerms: adminOnly,
  safeContact: ownRow,
  safeContacts: adminOnly,
  outboundRules: adminOnly,
  checkText: [U, F, F, F],
  script: ownRow,
  scripts: adminOnly,
  tryText: adminOnly,
  exportTerms: adminOnly,
  termHit: hiddenRow,
  termHits: adminOnly,
  termHitCounts: adminOnly,
  scriptLibrary: adminOnly,
  greeting: [U, F, F, N],
  macro: hiddenRow,
  macros: adminOnly,
  planMacro: [U, F, F, N],
  expandScript: [U, F, F, N],
  article: ownRow,
  articles: [U, 'in', F, 'in'],
  articleVersion: ownRow,
  articleVersions: adminOnly,
  knowledgeGap: ownRow,
  knowledgeGaps: adminOnly,
  searchArticles: adminOnly,
  suggestArticles: [U, F, F, N],
  searchHelp: shopperOnly,
  exportArticles: adminOnly,
  suggestAnswers: [U, F, F, N],
  readReceipt: hiddenRow,
  readReceipts: adminOnly,
  productKnowledge: hiddenRow,
  productKnowledges: adminOnly,
  knowledgeSearch: hiddenRow,
  productSchemas: adminOnly,
  productSheets: [U, F, F, N],
  mustReads: adminOnly,
  readingReport: leads,
  knowledgeFigures: adminOnly,
  /** No shop stands behind the store of this test: its orders are NOT_FOUND, and there are no cases. */
  policyContent: hiddenRow,
  policyDecision: hiddenRow,
  policyReplayRun: hiddenRow,
  orderServiceRequest: hiddenRow,
  orderRemark: hiddenRow,
  orderWatch: hiddenRow,
  afterSalesCase: hiddenRow,
  caseStep: hiddenRow,
  casePhoto: hiddenRow,
  returnsReport: hiddenRow,
  returnsReportPart: hiddenRow,
  returnsMeasure: hiddenRow,
  shippedUnits: hiddenRow,
  policyVersion: ownRow,
  productTerms: ownRow,
  policyVersions: adminOnly,
  policyDecisions: adminOnly,
  policyReplayRuns: adminOnly,
  productTermsList: adminOnly,
  shippedPolicies: adminOnly,
  lintPolicy: adminOnly,
  purchaseConfirmations: warehouse,
  orderRemarks: warehouse,
  returnAddresses: warehouse,
  remarksOfOrder: warehouse,
  orderFlags: warehouse,
  searchCases: warehouse,
  caseCounts: warehouse,
  purchaseConfirmation: [U, N, 'in', N],
  returnAddress: [U, N, 'in', N],
  orderServiceRequests: [U, 'in', 'in', F],
  orderWatches: [U, 'in', 'in', F],
  shopEventKey: hiddenRow,
  shopEventKeys: adminOnly,
  shopConnection: hiddenRow,
  shopHealth: hiddenRow,
  shopConnections: adminOnly,
  shopAdapters: adminOnly,
  shopState: anyStaff,
  shopFeed: hiddenRow,
  shopFeeds: adminOnly,
  orderNewsChoice: hiddenRow,
  orderNewsChoices: [U, 'in', F, 'in'],
  complaint: hiddenRow,
  complaints: [U, 'in', F, F],
  workItem: hiddenRow,
  workItems: [U, 'in', 'in', 'in'],
  workStep: hiddenRow,
  workSteps: [U, 'in', 'in', 'in'],
  workFile: hiddenRow,
  workFiles: [U, 'in', 'in', 'in'],
  afterSalesCases: [U, 'in', 'in', F],
  caseSteps: [U, 'in', 'in', F],
  returnsReports: front,
  returnsMeasures: front,
  shippedUnitsList: front,
  returnsReportLines: front,
  returnsReportCsv: front,
  policyPack: [U, F, F, N],
  replayPolicy: [U, F, F, N],
  diffPolicyVersions: [U, F, F, N],
  tryPolicy: [U, F, F, N],
  policyFacts: [U, F, F, N],
  policyInForce: adminOnly,
  policiesAbove: [U, F, F, N],
  shopCustomer: [U, F, F, N],
  shopCustomers: [U, F, F, F],
  policyOfOrder: [U, F, N, F],
  caseRecord: [U, F, N, F],
  apologyDraft: front,
  previewApprovals: front,
  searchOrders: [U, F, N, F],
  orderBuyer: [U, F, N, F],
  order: [U, N, N, F],
  product: [U, N, N, F],
  productVariant: [U, N, N, F],
  searchProducts: [U, N, N, F],
  orderOptions: [U, N, N, F],
  previewOrderChange: shopperOrFront,
  previewCase: shopperOrFront,
  caseOptions: [U, N, F, F],
  shopAccount: [U, N, F, F],
  savedView: [U, N, N, N],
  savedViews: [U, F, 'in', 'in'],
  firstSteps: adminOnly,
  countryProposal: anyStaff,
  widgetSighting: hiddenRow,
  widgetSightings: adminOnly,
  storeSetup: hiddenRow,
  availableActions: hiddenRow,
  availableActionsOf: [U, 'in', 'in', 'in'],
  checkAction: [U, F, F, F],
  codeNames: ['in', 'in', 'in', 'in'],
  deskDescription: ['in', 'in', 'in', 'in'],
};

/** These say which policy pack of the input there is not, by the code that the caller gave. */
const ECHOES = [
  'policyPack',
  'replayPolicy',
  'diffPolicyVersions',
  'tryPolicy',
  'lintPolicy',
  'policyFacts',
  'draftPolicy',
  'startPolicyReplay',
  'policiesAbove',
];

/** What a field is to an audience whose schema does not have it. */
const ABSENT = 'absent';
const COLUMNS = ['nobody', 'another shopper', 'staff without permission', 'an administrator'] as const;
type Column = (typeof COLUMNS)[number];

interface Known {
  readonly [argument: string]: unknown;
}

/** A value of the right type: known ids where the name says which, else the simplest. */
function valueOf({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>, known: Known): unknown {
  if (name in known) return known[name];
  const open: GraphQLInputType = isNonNullType(type) ? type.ofType : type;
  if (isListType(open)) return [];
  if (isEnumType(open)) return open.getValues()[0]?.name;
  if (isInputObjectType(open)) {
    const required = Object.values(open.getFields()).filter(
      (field) => isNonNullType(field.type) || field.name in known,
    );
    return Object.fromEntries(required.map((field) => [field.name, valueOf(field, known)]));
  }
  const simplest: Readonly<Record<string, unknown>> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    JSON: {},
    SafeInt: 1,
    DateTime: '2025-01-01T00:00:00.000Z',
  };
  return isScalarType(open) ? (simplest[open.name] ?? 'something') : undefined;
}

/** Every field of an object that needs no further choice. */
const leaves = (type: GraphQLObjectType) =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    .map(({ name }) => name)
    .join(' ');

/** What was done, and why not. */
const payloadSelection = (payload: GraphQLObjectType) =>
  `{ ${Object.values(payload.getFields())
    .map(({ name, type }) => {
      const named = getNamedType(type);
      if (name === 'denied') return 'denied { __typename code details }';
      return isLeafType(named) ? name : `${name} { __typename ${leaves(named as GraphQLObjectType)} }`;
    })
    .join(' ')} }`;

function selection(schema: GraphQLSchema, parent: GraphQLObjectType, field: string): string {
  const type = getNamedType(parent.getFields()[field]?.type);
  if (isLeafType(type)) return '';
  const object = type as GraphQLObjectType;
  if (object.getFields()['denied']) return payloadSelection(object);
  const nodes = object.getFields()['nodes'];
  return `{ __typename ${leaves(object)} ${nodes ? `nodes { ${leaves(getNamedType(nodes.type) as GraphQLObjectType)} }` : ''} }`;
}

describe.each(['memory', ...DATABASE_KINDS] as const)('who may ask what, on %s', (kind) => {
  let database: TestDatabase | undefined;
  let desk: TestServer;
  let schemas: Readonly<Record<Audience, GraphQLSchema>>;
  const tokens: Partial<Record<Column, () => Promise<string | undefined>>> = {};
  const rows: Record<string, Known> = {};

  beforeAll(async () => {
    database = kind === 'memory' ? undefined : await createTestDatabase(kind, { tables: true });
    desk = await createTestServer({
      ...(database ? { database: database.options } : { store: new MemoryStore() }),
      limits: { rates: false },
    });
    const schemaFor = (audience: Audience) => createSchema({ desk: desk.server.desk, audience });
    schemas = { staff: schemaFor('staff'), shopper: schemaFor('shopper') };
    await fill();
    let people = 0;
    tokens.nobody = async () => undefined;
    // Somebody new for each field, because some fields sign him out.
    tokens['another shopper'] = async () => (await desk.shopper()).token;
    tokens['staff without permission'] = async () => (await desk.staff(`WH${(people += 1)}`, ['WH'])).token;
    tokens['an administrator'] = async () => (await desk.staff(`AD${(people += 1)}`, ['AD'])).token;
  });
  afterAll(async () => {
    await desk.close();
    await database?.remove();
  });

  /** One row of everything, none of it the stranger's. */
  async function fill() {
    const { token, customerId } = await desk.shopper('lily');
    const agent = await desk.staff('PA1', ['PA']);
    const run = async (mutation: string, as: string) =>
      Object.values(
        (await desk.gql<Record<string, { id: string }>>(`mutation { ${mutation} }`, {}, { token: as })).data,
      )[0]?.id ?? '';
    const conversationId = await run('openConversation(input: {}) { conversation { id } }', token);
    const messageId = await run(
      `sendMessage(input: { conversationId: "${conversationId}", clientMsgId: "client-0001", text: "a secret word" }) { message { id } }`,
      token,
    );
    await run(`takeConversation(input: { id: "${conversationId}" }) { conversation { id } }`, agent.token);
    const transferId = await run(
      `requestTransfer(input: { id: "${conversationId}", reason: SKILL, summary: "s" }) { transfer { id } }`,
      agent.token,
    );
    const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
    await desk.server.desk.perform(system, 'setForbiddenTerm', { rule: 'refusal', active: true });
    await desk.server.desk.perform(system, 'addSafeContact', { value: '13711112222' });
    await desk.server.desk.perform(system, 'createScript', {
      scriptCode: 'S1',
      scene: 'OTHER',
      title: { zh: '', en: '' },
      body: { zh: '好', en: 'Fine' },
    });
    await desk.server.desk.perform(system, 'createArticle', {
      title: { zh: '', en: 'Returns' },
      body: { zh: '', en: 'Fine' },
    });
    const supervisor = await desk.staff('SV1', ['SV']);
    await run('draftPolicy(input: { basedOn: "shipped:TMALL" }) { policyVersion { id } }', supervisor.token);
    const storeId = desk.store.id;
    await desk.server.desk.perform(system, 'setProductTerms', { storeId, productId: 'mug', returnClass: 'CUSTOM' });
    await desk.server.desk.perform(system, 'recordPurchaseConfirmation', {
      storeId,
      orderId: 'O1',
      lineId: 'l1',
      confirmedAt: '2025-01-01T00:00:00.000Z',
      evidence: 'e',
    });
    await desk.server.desk.perform(system, 'setReturnAddress', { storeId, text: 'Warehouse 1' });
    await desk.server.desk.perform(system, 'recordShippedUnits', { storeId, month: '2025-03', units: 1 });
    await run('reportKnowledgeGap(input: { question: "Why?" }) { gapReported { noted } }', token);
    const first = async (name: string) => {
      const entity = desk.server.desk.entities.find((candidate) => candidate.name === name);
      return entity ? ((await desk.server.store.find({ entity, where: [], limit: 1 }))[0]?.id ?? 'none') : 'none';
    };
    const entities = [
      'Tenant',
      'Store',
      'User',
      'StaffSession',
      'ShopperSession',
      'IdentityKey',
      'CustomerIdentity',
      'AuditEvent',
      'Attachment',
      'Rating',
      'ForbiddenTerm',
      'SafeContact',
      'Script',
      'Article',
      'ArticleVersion',
      'KnowledgeGap',
      'PolicyVersion',
      'ProductTerms',
      'PurchaseConfirmation',
      'ReturnAddress',
      'ShippedUnits',
    ];
    const ids = Object.fromEntries(await Promise.all(entities.map(async (name) => [name, await first(name)] as const)));
    const common = {
      customerId,
      conversationId,
      storeId: ids['Store'],
      userId: agent.id,
      storeKey: 'store-1',
      storeIds: [ids['Store']],
      toUserId: agent.id,
      withUserId: agent.id,
      receiverId: agent.id,
      articleId: ids['Article'],
      entity: 'Conversation',
      first: undefined,
    };
    const byEntity: Readonly<Record<string, string>> = {
      ...ids,
      Customer: customerId,
      Conversation: conversationId,
      Message: messageId,
      Transfer: transferId,
    };
    for (const name of Object.keys(QUERIES))
      rows[name] = { ...common, id: byEntity[name.charAt(0).toUpperCase() + name.slice(1)] ?? conversationId };
    // Somebody else, whom the person who asks may see.
    rows['setPresence'] = { ...common, id: ids['User'] };
    rows['checkAction'] = rows['performAction'] = {
      ...common,
      name: 'closeIdleConversation',
      input: { id: conversationId },
    };
  }

  type Root = 'Mutation' | 'Query';
  const rootOf = (audience: Audience, root: Root) => schemas[audience].getType(root) as GraphQLObjectType;
  const has = (audience: Audience, root: Root, name: string) => rootOf(audience, root).getFields()[name] !== undefined;

  /** Asks one field with ids of the rows that are there, as whoever has it in their schema would. */
  async function ask(root: Root, name: string, token: string | undefined, audience: Audience) {
    const schema = schemas[has(audience, root, name) ? audience : audience === 'staff' ? 'shopper' : 'staff'];
    const parent = schema.getType(root) as GraphQLObjectType;
    const field = parent.getFields()[name];
    const known = rows[name] ?? { ...rows['conversation'] };
    const args = (field?.args ?? []).filter((arg) => isNonNullType(arg.type) || known[arg.name] !== undefined);
    const variables = Object.fromEntries(args.map((arg) => [arg.name, valueOf(arg, known)]));
    const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const operation = parent.name.toLowerCase();
    const query = `${operation}${declared ? ` (${declared})` : ''} { r: ${name}${passed ? `(${passed})` : ''} ${selection(schema, parent, name)} }`;
    const { data, errors } = await desk.gql<{ r: { code?: string; details?: unknown } | null } | null>(
      query,
      variables,
      { token, audience },
    );
    if (!has(audience, root, name)) {
      expect(errors.map(({ message }) => message)).toContain(`Cannot query field "${name}" on type "${root}".`);
      return { code: ABSENT, details: undefined, answer: '' };
    }
    const code = errors[0]?.extensions['code'] ?? (data?.r && typeof data.r === 'object' ? data.r.code : undefined);
    expect(
      ['INTERNAL', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'RATE_LIMITED'],
      `${query} → ${JSON.stringify(errors)}`,
    ).not.toContain(code);
    const details =
      errors[0]?.extensions['details'] ?? (data?.r && typeof data.r === 'object' ? data.r.details : undefined);
    return { code, details, answer: JSON.stringify({ data, errors }) };
  }

  async function told(root: Root, name: string, column: Column): Promise<Told | typeof ABSENT> {
    const audience =
      column === 'nobody'
        ? has('staff', root, name)
          ? 'staff'
          : 'shopper'
        : column === 'another shopper'
          ? 'shopper'
          : 'staff';
    const { code } = await ask(root, name, await tokens[column]?.(), audience);
    if (code === ABSENT) return ABSENT;
    // Past the door: NOT_FOUND of a mutation's own row, and the field's own rules.
    if (code === U && name !== 'signIn' && name !== 'identifyShopper') return U;
    if (code === F) return F;
    return code === N && root === 'Query' ? N : 'in';
  }

  /** Who may not ask has no such field, or is told why not. */
  async function expectTold(root: Root, name: string, expected: Row) {
    for (const [index, column] of COLUMNS.entries()) {
      const answer = await told(root, name, column);
      const absent = answer === ABSENT && expected[index] !== 'in';
      expect([column, absent ? expected[index] : answer]).toEqual([column, expected[index]]);
    }
  }

  const fieldsOf = (root: Root) =>
    [...new Set(AUDIENCES.flatMap((audience) => Object.keys(rootOf(audience, root).getFields())))].toSorted();

  test('has a row for every mutation and every query, and no row for what is not there', () => {
    expect(fieldsOf('Mutation')).toEqual(Object.keys(MUTATIONS).toSorted());
    expect(fieldsOf('Query')).toEqual(Object.keys(QUERIES).toSorted());
  });

  test.each(Object.entries(MUTATIONS))('mutation %s', (name, expected) => expectTold('Mutation', name, expected));

  test.each(Object.entries(QUERIES))('query %s', (name, expected) => expectTold('Query', name, expected));

  const STRANGERS = [
    'the administrator of another tenant',
    'an agent of another store',
    'an administrator of another store',
  ] as const;

  /**
   * Whether a change is one of what is not the stranger's: of their own store or person, or a count of uses, it is
   * theirs.
   */
  function isTrespass(who: (typeof STRANGERS)[number], { entity, row, before }: ChangedRow, action: string): boolean {
    const { tenantId, storeId, storeIds } = (row ?? before ?? {}) as {
      tenantId?: string;
      storeId?: string | null;
      storeIds?: string[];
    };
    if (who === 'the administrator of another tenant') {
      // Nor does anything of their own name a row of ours.
      const ours = Object.values({ ...rows['conversation'] })
        .flat()
        .filter((id) => typeof id === 'string' && id.length > 20);
      return tenantId === 'tenant-1' || ours.some((id) => JSON.stringify(row ?? {}).includes(id as string));
    }
    if (tenantId !== 'tenant-1') return false;
    if (who === 'an agent of another store') return storeId === desk.store.id;
    if (action.startsWith('note')) return storeId === desk.store.id;
    if (entity.name === 'Tenant' || storeId === desk.store.id) return true;
    const isOwn = (row as { ownerId?: string; userId?: string; id: string } | undefined) ?? { id: '' };
    if ('storeId' in entity.schema.shape) return !storeId && isOwn.ownerId === null;
    return 'storeIds' in entity.schema.shape && (storeIds?.length === 0 || Boolean(storeIds?.includes(desk.store.id)));
  }

  test.each(STRANGERS)('%s sees and changes nothing', async (who) => {
    const tokenOf = {
      'the administrator of another tenant': foreignAdministrator,
      'an agent of another store': foreignAgent,
      'an administrator of another store': administratorOfAnotherStore,
    };
    const token = await tokenOf[who]();
    const changed: string[] = [];
    const stop = desk.server.desk.onCommitted(({ action, rows: committed }) => {
      for (const change of committed)
        if (isTrespass(who, change, action)) changed.push(`${action}: ${change.entity.name}`);
    });
    const harmless = ['signIn', 'startShopperSession', 'identifyShopper', 'signOut', 'endOwnSession', 'widgetSettings'];
    for (const root of ['Mutation', 'Query'] as const)
      for (const name of Object.keys(rootOf('staff', root).getFields()).filter((field) => !harmless.includes(field))) {
        const { answer, code, details } = await ask(root, name, token, 'staff');
        for (const told of ['lily', 'a secret word', 'client-0001']) expect(`${name} ${answer}`).not.toContain(told);
        // A stranger's row that is there is denied in the same words as one that never was.
        if (code === N && !ECHOES.includes(name)) expect([name, details ?? null]).toEqual([name, null]);
      }
    stop();
    expect(changed).toEqual([]);
  });

  const signIn = async (email: string) =>
    (
      await desk.gql<{ r: { token: string } }>(
        'mutation ($i: SignInInput!) { r: signIn(input: $i) { signedIn { token } } }',
        { i: { email, password: TEST_PASSWORD } },
      )
    ).data.r.token;

  async function foreignAdministrator(): Promise<string> {
    const system = { kind: 'system', tenantId: 'tenant-2', name: 'test' } as const;
    await desk.server.desk.perform(system, 'createTenant', { name: 'Other', slug: 'other' });
    const input = { name: 'X', agentNo: 'X1', email: 'x1@example.com', roles: ['AD', 'MG'], password: TEST_PASSWORD };
    await desk.server.desk.perform(system, 'addStaff', input);
    return signIn('x1@example.com');
  }

  async function administratorOfAnotherStore(): Promise<string> {
    const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
    const { id } = (await desk.server.desk.perform(system, 'createStore', { name: 'S4', key: 'store-4' })) as {
      id: string;
    };
    return (await desk.staff('AD99', ['AD', ...standardRoles().filter((role) => role !== 'AD')], [id])).token;
  }

  async function foreignAgent(): Promise<string> {
    const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
    const { id } = (await desk.server.desk.perform(system, 'createStore', { name: 'S2', key: 'store-2' })) as {
      id: string;
    };
    return (await desk.staff('PA9', ['PA', 'MG'], [id])).token;
  }
});
