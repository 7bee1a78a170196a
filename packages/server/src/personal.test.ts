import {
  AuditEvent,
  standardRoles,
  defineEntity,
  readingOf,
  standardFeatures,
  type Entity,
  type RoleCode,
  type Shop,
  type StaffActor,
} from '@shopdesk/core';
import { ShopCustomer, ShopOrder, ShopProduct } from '@shopdesk/core';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createSchema } from './graphql/schema.ts';
import { outputFields, type OutputField } from './testing/personal-fields.ts';
import { Planting } from './testing/planting.ts';
import type { DeskServer } from './server.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';

const ENTITIES = [...standardFeatures.flatMap(({ entities }) => entities), AuditEvent] as readonly Entity[];

/** Names under which personal data stands wherever somebody adds it. */
const TELLING =
  /e?mail|phone|mobile|^tel|address|street|line\d|^city|postal|^zip|recipient|receiver|contact|page|url$|name|nick|card|four|birth|^ip|passport|person|external|wechat|^qq/i;

/** Fields with such a name that hold nothing about a customer, each with the reason. */
const NOT_PERSONAL: Readonly<Record<string, readonly string[]>> = {
  'a colleague under the name they work by': [
    'User.name',
    'ServicePerson.name',
    'SignedIn.name',
    'MadeAccountLink.name',
    'AccountLinkOffer.name',
    'CurrentUser.name',
    'ArticleReader.name',
    'ConsideredAgent.name',
    'RoutingExplanation.decision.name',
    'RoutingExplanation.waiting.preferredName',
    'LiveBoard.agents[].name',
    'LiveBoard.waiting[].ownerName',
    'LiveBoard.silent[].ownerName',
    'AuditEvent.actorName',
    'FormSignature.name',
  ],
  'told to whoever holds the link to the account': ['AccountLinkOffer.email'],
  'the shop’s own': [
    'Tenant.name',
    'AccountLinkOffer.companyName',
    'Store.name',
    'WidgetSettings.name',
    'LiveBoard.stores[].name',
    'ShopEventKey.name',
    'AfterSalesCase.returnAddress',
    'ShopOption.name',
    'ShopAdapterSetting.name',
    'ShopSettingValue.name',
    'PolicyFact.name',
    'MessageCard.url',
    'MessageCard.imageUrl',
    'ShopProduct.url',
    'ShopOrderLine.imageUrl',
    'ShopProduct.imageUrl',
  ],
  'the name of a file': [
    'AttachedFile.name',
    'Attachment.name',
    'CasePhoto.name',
    'CsvFile.name',
    'WorkFile.name',
    'FormFile.name',
    'FormTable.name',
  ],
  'shown for a reason that the audit trail keeps': [
    'RevealedContact.email',
    'RevealedContact.phone',
    'RevealedContact.otherEmails[]',
  ],
  'what a member of staff calls a list of theirs': ['SavedView.name'],
  'only the shopper sees their own session': ['ShopperSession.externalId'],
};

/** Records of JSON that hold rules, rights or what the reader writes, never a customer. */
const PLAIN_RECORDS = [
  'Form.draft',
  'Form.shipped',
  'FormVersion.definition',
  'FormSheet.definition',
  'FormSheet.names',
  'FormRecord.stepsDone',
  'RuleStep.input',
  'RuleTrigger.facts',
  'RuleRun.facts',
  'MetricState.whole',
  'ServedConversation.shares',
  'Tenant.permissionOverrides',
  'PolicyContent.pack',
  'PolicyPack.pack',
  'PolicyAbove.pack',
  'PolicyFinding.example',
  'PolicyAnswer.outputs',
  'PolicyFact.input',
  'PlannedStep.input',
  'MacroStep.more',
  'OutreachDay.counts',
];

/**
 * Names of strings that hold codes, ids, times, rules, and the words that people write to each other. A new name is
 * decided here or marked.
 */
const PLAIN = new Set(
  `accessories acknowledgedBy action actor agentNo allowedOrigins anomalies approvalComment approvedBy approverId articleId asOf at authorId autoReplyText
  basedOn body by byDefault cancelReason carrier caseId category changes class clientMsgId closeReason code colour column comment confirmation contentType
  conversationId currency cursor customerId date decisionId declineReason description detail device en endCursor endsAt entity entityId event evidence examples except
  exceptionReason excerpt expiresAt field from gifts hash id identityIssuer idleSince intent judgedBy key keywords kid kind label languages lineId lineIds
  locale longestSince message messageId methodId month newVariantId next normalForm note now number orderId orderNumber others outboundCarrier
  outboundWaybill outcome output overrideReason ownerId pack packCode parcels paymentMethodId permission permissions photos phrases place policy
  policyPack preOrders presence prevHash preview priority productId question quickKey read reason refId refundMethodId refundNo rejection relaxAt remark
  reportId requestedBy returnCarrier returnWaybill reviewNote riskNote role roles row rowIds rows rule ruleIds scope script scriptCode senderId
  sentBackReason sha256 shelf shipmentsTold shopCustomerId shopStatus signedInAt since skills sku slug source span state status storeId storeIds styleTag subject
  subjectId submittedBy summary swapReason synonyms table tags tenantId terms text tier timeZone title titles to token trackingNumbers turn unresolved uploadedBy
  expression condition rights rowId cause versionIds runIds set codes of filled missing fingerprint notices
  usedAt userId value variables variantId variantIds version words zh
  country kept origin path seenAt adapter connectionId statusText example
  about query because clock prefix plural facts demand answer departmentsNotNeeded platformCaseNo prevention
  toTeams toLeadsOf homePath escalatesFrom escalatesTo into fingerprint team aboutEntity aboutId toPermission textVersion proof quietFrom quietTo result dedupeKey givenId store
  node nodes nodeCodes nodeNext changedNodes edition flowId frontRecord backResult keptBecause formula day channel agentId agentIds fromDay toDay
  digest metric lastRoundId failedDays subjectLabel shipped fieldId prints csv`.split(/\s+/),
);

const exempt = new Set(Object.values(NOT_PERSONAL).flat());

/** The fields that nobody has decided about: neither marked with `personal`, nor known to hold nothing personal. */
const undecided = (fields: readonly OutputField[]): string[] =>
  fields
    .filter(
      ({ marked, path, name, record }) =>
        !marked && !(record ? PLAIN_RECORDS.includes(path) : TELLING.test(name) ? exempt.has(path) : PLAIN.has(name)),
    )
    .map(({ path }) => path);

describe('every string that leaves the desk', () => {
  test('is marked as personal, or known to be none', () => {
    expect(undecided(outputFields(ENTITIES, standardFeatures))).toEqual([]);
  });

  test('is found unmarked when somebody adds an address, a new kind of name, or a record', () => {
    const schema = z.object({
      backupEmail: z.string(),
      homepage: z.string(),
      sibling: z.string(),
      state: z.string(),
      parcel: z.object({ street2: z.string() }),
      friends: z.array(z.object({ mobileNo: z.string().nullable() })),
      more: z.record(z.string(), z.json()),
    });
    const found = undecided(
      outputFields([defineEntity({ name: 'Fresh', title: { en: '', zh: '' }, schema, visible: () => 'all' })]),
    );
    expect(found).toEqual([
      'Fresh.backupEmail',
      'Fresh.homepage',
      'Fresh.sibling',
      'Fresh.parcel.street2',
      'Fresh.friends[].mobileNo',
      'Fresh.more',
    ]);
  });

  test('keeps no reason for a field that is gone', () => {
    const paths = new Set(outputFields(ENTITIES, standardFeatures).map(({ path }) => path));
    expect([...exempt, ...PLAIN_RECORDS].filter((path) => !paths.has(path))).toEqual([]);
  });
});

/** All that can be selected below a type without arguments; other entities only by their own values. */
function selection(type: GraphQLObjectType, entities: ReadonlySet<string>, depth = 0): string {
  const parts = Object.values(type.getFields()).flatMap(({ name, type: of, args }) => {
    const inner = getNamedType(of);
    if (args.length > 0 || name === 'preview') return [];
    if (isLeafType(inner)) return [name];
    if (
      !isObjectType(inner) ||
      depth > 5 ||
      (entities.has(inner.name) && depth > 0 && type.name !== `${inner.name}Connection`)
    )
      return [];
    return [`${name} { __typename ${selection(inner, entities, depth + 1)} }`];
  });
  return parts.join(' ');
}

/** A shop in which everything is planted. */
function plantedShop(planting: Planting): Shop {
  const customer = planting.value('ShopCustomer', ShopCustomer) as ShopCustomer;
  const order = planting.value('ShopOrder', ShopOrder) as ShopOrder;
  const product = planting.value('ShopProduct', ShopProduct) as ShopProduct;
  const [variant] = product.variants;
  const page = async () => ({ items: [order] });
  return {
    capabilities: { changes: [] },
    customer: async () => customer,
    customerByEmail: async () => customer,
    customersByName: async () => [customer],
    order: async () => order,
    ordersOf: page,
    searchOrders: page,
    product: async () => product,
    variant: async () => variant,
    searchProducts: async () => ({ items: [product] }),
  } as unknown as Shop;
}

/** What a member of staff asks of the shop, and of values that are put together from rows. */
const VIEWS: readonly string[] = [
  'order(storeId: $s, orderId: "O")',
  'customerOrders(customerId: "planted-Customer")',
  'searchOrders(storeId: $s)',
  'orderBuyer(storeId: $s, orderId: "O")',
  'shopCustomer(storeId: $s, id: "C")',
  'shopCustomers(storeId: $s, givenName: "a", familyName: "b", postalCode: "c")',
  'remarksOfOrder(storeId: $s, orderId: "plain")',
  'caseRecord(id: "planted-AfterSalesCase")',
  'customerTimeline(customerId: "planted-Customer")',
  'liveBoard',
  'messages(conversationId: "planted-Conversation")',
  'exportTerms',
  'exportArticles(format: CSV)',
  'productSheets(storeId: $s, text: "x")',
  'returnsReportLines(storeId: $s, month: "2025-03")',
  'returnsReportCsv(storeId: $s, month: "2025-03")',
  'searchCases(text: "plain")',
  'searchMessages(text: "plain")',
];

/** A row of every entity, with the fields and the codes that all features add. */
async function insert({ store, desk }: DeskServer, planting: Planting): Promise<void> {
  for (const entity of ENTITIES.map((one) => desk.whole(one))) {
    if (['Tenant', 'Store', 'StaffSession', 'ShopperSession', 'IdentityKey', 'RoutingPolicy'].includes(entity.name))
      continue;
    await store.commit([{ kind: 'insert', entity, row: planting.row(entity) }]);
  }
}

describe.each(DATABASE_KINDS)('what is personal, on %s', (kind) => {
  test('is read only by the roles that its mark names, whichever way one asks', { timeout: 240_000 }, async () => {
    const database = await createTestDatabase(kind, { tables: true });
    const planting = new Planting();
    const limits = { rates: false as const, document: { depth: 30, cost: 1_000_000, tokens: 100_000, aliases: 100 } };
    const desk = await createTestServer({
      database: database.options,
      shops: { 'store-1': plantedShop(planting) },
      limits,
    });
    try {
      planting.refer({ Store: desk.store.id, User: (await desk.staff('REF', ['PA'])).id });
      await insert(desk.server, planting);
      const readers = new Map<string, Set<RoleCode>>();
      for (const role of standardRoles()) {
        const { token, id } = await desk.staff(`${role}1`, [role]);
        const text = await everything(desk, token);
        for (const { path } of planting.foundIn(text)) readers.set(path, (readers.get(path) ?? new Set()).add(role));
        const actor = actorOf(desk, role, id);
        const wrong = planting
          .foundIn(text)
          .filter((planted) => readingOf(planted.kind, actor) !== 'whole')
          .map(({ path, text: shown }) => `${role} reads ${path} “${shown}”`);
        expect(wrong).toEqual([]);
      }
      // What nobody was shown at all would prove nothing.
      const shownToSome = (path: string) => [...(readers.get(path) ?? [])];
      expect(shownToSome('ShopAddress.line1').toSorted()).toEqual([
        'AA',
        'CO',
        'FC',
        'MG',
        'PA',
        'SM',
        'SV',
        'TL',
        'TS',
        'WH',
      ]);
      expect(
        planting.all
          .filter(({ kind: of }) => ['name', 'address', 'card', 'page', 'phoneTail'].includes(of))
          .map(({ path }) => path)
          .filter((path) => shownToSome(path).length === 0),
      ).toEqual([]);
      for (const path of [
        'Customer.email',
        'Conversation.contactEmail',
        'ShopCustomer.email',
        'OrderServiceRequest.contact',
      ])
        expect([path, planting.masked.has(path)]).toEqual([path, true]);
    } finally {
      await desk.close();
      await database.remove();
    }
  });
});

function actorOf(desk: TestServer, role: RoleCode, userId: string): StaffActor {
  const permissions = new Set(
    [...desk.server.desk.permissions].filter(([, roles]) => roles.includes(role)).map(([permission]) => permission),
  );
  return { kind: 'staff', tenantId: 'tenant-1', userId, name: role, agentNo: role, roles: [role], permissions };
}

/** Every row and every list of every entity, and every view, in one text. */
async function everything(desk: TestServer, token: string): Promise<string> {
  const schema: GraphQLSchema = createSchema({ desk: desk.server.desk, audience: 'staff' });
  const query = schema.getQueryType() as GraphQLObjectType;
  const names = new Set(desk.server.desk.entities.map(({ name }) => name));
  const ask = async (call: string) => {
    const field = query.getFields()[call.split('(')[0] as string];
    const type = getNamedType(field?.type) as GraphQLObjectType;
    const used = call.includes('$s');
    const { data, errors } = await desk.gql(
      `query ${used ? '($s: ID!)' : ''} { r: ${call} { __typename ${selection(type, names)} } }`,
      used ? { s: desk.store.id } : {},
      { token },
    );
    const odd = errors
      .map(({ extensions, message }) => `${call}: ${String(extensions['code'])} ${message}`)
      .filter((line) => !/FORBIDDEN|NOT_FOUND/.test(line));
    expect(odd).toEqual([]);
    return JSON.stringify({ data, errors });
  };
  const lists = Object.values(query.getFields()).flatMap(({ name, type }) =>
    getNamedType(type).name.endsWith('Connection') && !VIEWS.some((view) => view.startsWith(name))
      ? [`${name}(first: 100)`]
      : [],
  );
  const rows = ENTITIES.map(
    ({ name }) => `${name.charAt(0).toLowerCase()}${name.slice(1)}(id: "planted-${name}")`,
  ).filter((call) => query.getFields()[call.split('(')[0] as string]);
  const answers: string[] = [];
  for (const call of [...rows, ...lists, ...VIEWS]) answers.push(await ask(call));
  return answers.join('\n');
}
