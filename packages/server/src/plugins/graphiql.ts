/**
 * @module GraphiQL with operations to begin with. In development only, and from files of ours: no other server is
 * asked.
 */
import type { GraphiQLOptions, GraphiQLRenderer } from 'graphql-yoga';
import type { Audience } from '../graphql/audiences.ts';

const SIGN_IN = `# 1. Sign in as a member of staff of the demo shop (shopdesk seed),
# then put the token into the headers below: { "authorization": "Bearer <token>" }
mutation SignIn {
  signIn(input: { email: "sv@demo.shopdesk.example", password: "demo-shopdesk" }) {
    signedIn { token name expiresAt }
    denied { code message }
  }
}
`;

const INBOX = `# 2. The inbox: who waits, newest first. Needs the token of step 1.
query Inbox {
  currentUser { name agentNo roles permissions }
  inboxCounts { queued mine open offline unread }
  conversations(filter: { state: { in: [QUEUED, ASSIGNED, ACTIVE, WAITING_CUSTOMER] } }, first: 20) {
    nodes { id state customerName preview lastMessageAt waitingSince owner { name } store { name } }
    pageInfo { endCursor hasNextPage }
  }
}
`;

const SHOPPER = `# 1. A new shopper; use their token in the headers below to open a conversation and write.
mutation StartShopper {
  startShopperSession(input: { storeKey: "demo" }) {
    shopperToken { token customerId expiresAt }
    denied { code message }
  }
}

mutation OpenConversation {
  openConversation(input: {}) {
    conversation { id state }
    denied { code message }
  }
}

mutation Send($conversationId: ID!) {
  sendMessage(input: { conversationId: $conversationId, clientMsgId: "first-message", text: "Where is my order?" }) {
    message { id seq body at }
    denied { code message fields { path message } }
  }
}
`;

const FOLLOW = `# Follow a conversation live; what was said after the number "after" comes first.
subscription Follow($conversationId: ID!) {
  conversationEvents(conversationId: $conversationId, after: 0) {
    __typename
    ... on MessageAdded { previousSeq message { seq sender senderName kind body at } }
    ... on ConversationChanged { conversation { state customerReadSeq staffReadSeq } }
    ... on SignalReceived { kind side name on }
  }
}
`;

/** The samples of each audience. */
export const SAMPLES: Readonly<Record<Audience, readonly string[]>> = {
  staff: [SIGN_IN, INBOX, FOLLOW],
  shopper: [SHOPPER, FOLLOW],
};

export interface GraphiQL {
  readonly graphiql: Readonly<Record<Audience, GraphiQLOptions>>;
  readonly renderGraphiQL: GraphiQLRenderer;
}

/** GraphiQL, where the package with its files is installed. */
export async function loadGraphiQL(): Promise<GraphiQL | undefined> {
  try {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    const variables = JSON.stringify({ conversationId: '' });
    const optionsFor = (audience: Audience): GraphiQLOptions => ({
      title: `Shopdesk GraphiQL (${audience})`,
      defaultTabs: SAMPLES[audience].map((query) => ({ query, variables: query.includes('$') ? variables : null })),
      subscriptionsProtocol: 'SSE',
      shouldPersistHeaders: true,
    });
    return {
      graphiql: { staff: optionsFor('staff'), shopper: optionsFor('shopper') },
      renderGraphiQL: renderGraphiQL as GraphiQLRenderer,
    };
  } catch {
    return undefined;
  }
}
