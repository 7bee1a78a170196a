import { expect } from '@open-wc/testing';
import type { ShopperActor } from '@shopdesk/core';
import {
  afterEach,
  all,
  allowed,
  cleanPage,
  control,
  describe,
  field,
  fill,
  isSeen,
  it,
  keys,
  objections,
  openPanel,
  press,
  readable,
  reads,
  shows,
  until,
  type OpenPanel,
} from '../../testing/page.ts';
import { setViewport } from '@web/test-runner-commands';

let count = 0;
const id = () => `message-${(count += 1)}-of-the-test`;

/** A shopper who opens a conversation and says something. */
async function visitor(
  open: OpenPanel,
  name: string,
  ...lines: string[]
): Promise<{ shopper: ShopperActor; id: string; say: (text: string) => Promise<unknown> }> {
  const shopper = await open.desk.shopper(name);
  const as = open.desk.desk.as(shopper).conversations;
  const conversation = await as.openConversation({});
  const say = (text: string) => as.sendMessage({ conversationId: conversation.id, clientMsgId: id(), text });
  for (const line of lines) await say(line);
  return { shopper, id: conversation.id, say };
}

const rows = () => all('.conversation').filter(isSeen);
const rowNames = () => rows().map((row) => row.querySelector('strong')?.textContent);
const bubbles = () => all('desk-bubble').map((bubble) => readable(bubble));
const composer = () => field<HTMLTextAreaElement>('Reply to lily');

/** Opens the conversation of lily and takes it. */
async function taken(roles: Parameters<typeof openPanel>[0] = {}) {
  const open = await openPanel(roles);
  const lily = await visitor(open, 'lily', 'Where is my parcel?');
  open.go(`/inbox/queue/${lily.id}`);
  await press('Take');
  await composer();
  return { open, lily };
}

describe('the inbox', () => {
  afterEach(cleanPage);

  it('shows a new customer at once, with what he said and how long he waits', async () => {
    const open = await openPanel();
    await reads('Nobody is waiting');
    await visitor(open, 'lily', 'Where is my parcel?');
    await reads('Where is my parcel?');
    expect(rowNames()).to.deep.equal(['lily']);
    expect(all('desk-admin-waiting').length).to.equal(1);
    await until(() => all('.view b')[0]?.textContent === '1', 'the count of the queue is 1');
  });

  it('takes a conversation away from the queue when a colleague takes it', async () => {
    const open = await openPanel();
    const lily = await visitor(open, 'lily', 'Hello');
    await until(() => rows().length === 1);
    const colleague = await open.desk.staff('Bob', ['PA']);
    await open.desk.desk.as(colleague).conversations.takeConversation({ id: lily.id });
    await until(() => rows().length === 0, 'the queue is empty');
  });

  it('lets one take, reply and see the answer come back', async () => {
    const { lily } = await taken();
    const text = await composer();
    await fill('Reply to lily', 'I look for it.');
    text.focus();
    await keys('Enter');
    await until(
      () => bubbles().some((bubble) => bubble.includes('I look for it.')),
      'the reply stands in the timeline',
    );
    await until(() => text.value === '', 'the field is empty again');
    await lily.say('Thank you');
    await until(() => bubbles().some((bubble) => bubble.includes('Thank you')), 'the answer is shown');
  });

  it('sends what was typed while the desk was away, once', async () => {
    const { open, lily } = await taken();
    open.desk.network.refuse.add('sendMessage');
    await fill('Reply to lily', 'Are you still there?');
    (await composer()).focus();
    await keys('Enter');
    await until(() => bubbles().some((bubble) => bubble.includes('Are you still there?')), 'it is shown as being sent');
    open.desk.network.refuse.clear();
    const said = async () =>
      (await open.desk.desk.as(lily.shopper).conversations.messages({ conversationId: lily.id })).filter(
        ({ body }) => body === 'Are you still there?',
      ).length;
    await until(async () => (await said()) === 1, 'it has arrived');
    expect(await said()).to.equal(1);
    expect(bubbles().filter((bubble) => bubble.includes('Are you still there?')).length).to.equal(1);
  });

  it('keeps Shift+Enter for a new line', async () => {
    await taken();
    const text = await composer();
    text.focus();
    await keys('a', 'Shift+Enter', 'b');
    expect(text.value).to.equal('a\nb');
  });

  it('keeps what is typed for each conversation', async () => {
    const { open, lily } = await taken();
    await fill('Reply to lily', 'half a sentence');
    open.go('/inbox/mine');
    await until(() => !all('desk-admin-composer').some(isSeen));
    open.go(`/inbox/mine/${lily.id}`);
    expect((await composer()).value).to.equal('half a sentence');
  });

  it('writes notes that look different and never reach the customer', async () => {
    const { open, lily } = await taken();
    await press('Note');
    await fill('Internal note, not shown to the customer', 'Ask the depot');
    await press('Add note');
    await until(
      () => bubbles().some((bubble) => bubble.includes('Internal note') && bubble.includes('Ask the depot')),
      'the note is marked as one',
    );
    const seen = await open.desk.desk.as(lily.shopper).conversations.messages({ conversationId: lily.id });
    expect(seen.some(({ body }) => body === 'Ask the depot')).to.equal(false);
  });

  it('says who was faster when two take', async () => {
    const open = await openPanel();
    const lily = await visitor(open, 'lily', 'Hello');
    open.go(`/inbox/queue/${lily.id}`);
    const take = await control('Take');
    const colleague = await open.desk.staff('Bob', ['PA']);
    open.desk.network.refuse.add('availableActions');
    await open.desk.desk.as(colleague).conversations.takeConversation({ id: lily.id });
    take.click();
    await reads('Bob');
    await reads('owns this conversation');
  });

  it('asks for intent, result and, when the last word is the customer’s, for a reason', async () => {
    const { open, lily } = await taken();
    await press('Close');
    await press('Close conversation');
    await reads('Required');
    const choose = async (label: string, value: string) => {
      const select = await field<HTMLSelectElement>(label);
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    await choose('What was it about?', 'LOGISTICS');
    await choose('How did it end?', 'SOLVED');
    expect(readable()).to.contain('raises a quality flag');
    await fill('Why is the last question unanswered?', 'He called us instead.');
    await press('Close conversation');
    await reads('This conversation is over');
    const row = await open.desk.desk
      .as(await open.desk.staff('Check', ['SV']))
      .conversations.messages({ conversationId: lily.id });
    expect(row.at(-1)?.body).to.equal('CLOSED');
  });

  it('offers a transfer, which a colleague accepts on any page', async () => {
    const open = await openPanel({ path: '/customers' });
    const lily = await visitor(open, 'lily', 'A return please');
    const bob = await open.desk.staff('Bob', ['PA']);
    const as = open.desk.desk.as(bob).conversations;
    await as.takeConversation({ id: lily.id });
    await as.requestTransfer({
      id: lily.id,
      toUserId: open.userId,
      reason: 'AFTER_SALE',
      summary: 'Wants to return one lamp.',
    });
    await reads('Bob offers you the conversation with lily');
    await reads('Wants to return one lamp.');
    await press('Accept');
    await composer();
    expect(location.hash).to.equal(`#/inbox/mine/${lily.id}`);
  });

  it('keeps the conversation when a transfer is declined', async () => {
    const open = await openPanel();
    const lily = await visitor(open, 'lily', 'A return please');
    const bob = await open.desk.staff('Bob', ['PA']);
    const as = open.desk.desk.as(bob).conversations;
    await as.takeConversation({ id: lily.id });
    await as.requestTransfer({
      id: lily.id,
      toUserId: open.userId,
      reason: 'AFTER_SALE',
      summary: 'Wants to return one lamp.',
    });
    await press('Decline');
    await reads('Declined');
    await until(() => !readable().includes('offers you'), 'the offer is gone');
  });

  it('lets a lead approve a transfer, and nobody else answers it until then', async () => {
    const open = await openPanel({ roles: ['TL'], path: '/customers' });
    const lily = await visitor(open, 'lily', 'A return please');
    const bob = await open.desk.staff('Bob', ['PA']);
    const as = open.desk.desk.as(bob).conversations;
    await as.takeConversation({ id: lily.id });
    await as.requestTransfer({ id: lily.id, toUserId: open.userId, reason: 'OTHER', summary: 'Asks for a lead.' });
    await reads('Bob asks to transfer the conversation with lily');
    expect(readable()).not.to.contain('Accept');
    await press('Approve');
    await reads('Bob offers you the conversation with lily');
    await press('Accept');
    await composer();
  });

  it('offers a transfer to anybody without a button that ends it for the others', async () => {
    const open = await openPanel({ roles: ['PA'], path: '/customers' });
    const lily = await visitor(open, 'lily', 'A return please');
    const bob = await open.desk.staff('Bob', ['PA']);
    const as = open.desk.desk.as(bob).conversations;
    await as.takeConversation({ id: lily.id });
    await as.requestTransfer({ id: lily.id, reason: 'AFTER_SALE', summary: 'Wants to return one lamp.' });
    await reads('Bob looks for somebody for the conversation with lily');
    expect(readable()).not.to.contain('Decline');
    await press('Accept');
    await composer();
  });

  it('asks for reason and summary before it offers a transfer', async () => {
    const { open } = await taken();
    await open.desk.staff('Bob', ['PA']);
    await press('Transfer');
    await shows('desk-admin-transfer-dialog');
    await press('Transfer');
    await reads('Required');
    const reason = await field<HTMLSelectElement>('Reason');
    reason.value = 'SKILL';
    reason.dispatchEvent(new Event('change'));
    await fill('Summary', 'Needs somebody who knows lamps.');
    await press('Transfer');
    await reads('Offered to anybody who is free');
  });

  it('shows who else looks and that the customer types, and forgets it', async () => {
    const { open, lily } = await taken();
    const bob = await open.desk.staff('Bob', ['PA']);
    await open.desk.desk.as(bob).conversations.setViewing({ id: lily.id, on: true });
    await reads('Looking: Bob');
    await open.desk.desk.as(lily.shopper).conversations.setTyping({ id: lily.id, on: true });
    await reads('typing…');
    await open.desk.desk.as(lily.shopper).conversations.setTyping({ id: lily.id, on: false });
    await open.desk.desk.as(bob).conversations.setViewing({ id: lily.id, on: false });
    await until(() => !readable().includes('Looking: Bob') && !readable().includes('typing…'), 'both are gone');
  });

  it('tells colleagues that one looks and types', async () => {
    const { open } = await taken();
    await until(() => open.desk.network.calls.includes('setViewing'));
    await fill('Reply to lily', 'h');
    await until(() => open.desk.network.calls.includes('setTyping'));
  });

  it('marks the customer’s messages read for the owner only', async () => {
    const open = await openPanel();
    const lily = await visitor(open, 'lily', 'Hello');
    open.go(`/inbox/queue/${lily.id}`);
    await control('Take');
    expect(open.desk.network.calls).not.to.contain('markRead');
    await press('Take');
    await until(() => open.desk.network.calls.includes('markRead'));
  });

  it('filters, keeps the filter in the address and clears it', async () => {
    const open = await openPanel();
    await visitor(open, 'lily', 'Hello');
    await visitor(open, 'tom', 'Hi');
    await until(() => rows().length === 2);
    await fill('Search customers and messages', 'tom');
    await until(() => rows().length === 1 && rowNames()[0] === 'tom', 'only tom is shown');
    expect(location.hash).to.contain('q=tom');
    await press('Filters');
    const priority = await field<HTMLSelectElement>('Priority');
    priority.value = 'P1';
    priority.dispatchEvent(new Event('change'));
    await reads('Nothing matches these filters');
    await press('Clear filters');
    await until(() => rows().length > 0);
  });

  it('finds what was said', async () => {
    const open = await openPanel();
    await visitor(open, 'lily', 'My umbrella is broken');
    await fill('Search customers and messages', 'umbrella');
    await reads('My umbrella is broken');
    expect(readable()).not.to.contain('was found');
  });

  it('lists what is found by name and by words once, and says so when neither is found', async () => {
    const open = await openPanel();
    await visitor(open, 'lily', 'A lily in a pot, please');
    await visitor(open, 'rose', 'Have you seen my lily?');
    await fill('Search customers and messages', 'lily');
    const links = () => all('.scroll a').filter(isSeen);
    const names = () => links().map((link) => link.querySelector('strong')?.textContent);
    await until(() => names().join() === 'lily,rose', 'each conversation is there once, by name and by its words');
    await fill('Search customers and messages', 'orchid');
    await reads('No customer and no message was found');
    expect(links().length).to.equal(0);
  });

  it('opens on what is one’s own, before what anybody may take', async () => {
    const open = await openPanel({ path: '/customers' });
    const lily = await visitor(open, 'lily', 'Where is my parcel?');
    await visitor(open, 'rose', 'And mine?');
    open.go('/inbox');
    await until(() => rowNames().join() === 'lily,rose', 'without anything of one’s own the queue is open');
    await open.desk.desk.as(open.actor).conversations.takeConversation({ id: lily.id });
    open.go('/customers');
    await until(() => rows().length === 0);
    open.go('/inbox');
    await until(() => rowNames().join() === 'lily', 'one’s own is open');
    open.go('/inbox/queue');
    await until(() => rowNames().join() === 'rose', 'the view that the address names is open');
  });

  it('leads from an empty queue to what one is given after going online', async () => {
    const open = await openPanel({ roles: ['PA'], path: '/customers' });
    const lead = await open.desk.staff('Lead', ['TL']);
    const lily = await visitor(open, 'lily', 'Where is my parcel?');
    await open.desk.desk.as(open.actor).access.setPresence({ id: open.userId, presence: 'OFFLINE' });
    open.go('/inbox');
    await until(() => rowNames().join() === 'lily', 'she waits');
    await press('Go online');
    await until(() => !readable().includes('You are offline'), 'one is online');
    await open.desk.desk.as(lead).conversations.assignConversation({ id: lily.id, userId: open.userId });
    await until(() => location.hash.endsWith('/inbox/mine'), 'one’s own view is open');
    await until(() => rowNames().join() === 'lily', 'she is one’s own');
    open.go('/inbox/queue');
    await reads('Nobody is waiting');
    await press('Show your conversation');
    await until(() => rowNames().join() === 'lily', 'the way back is there');
  });

  it('sends a product found by its name, with price and stock, and a typed number all the same', async () => {
    const { open, lily } = await taken();
    const cards = async () =>
      (await open.desk.desk.as(lily.shopper).conversations.messages({ conversationId: lily.id })).flatMap(
        ({ card }) => card?.id ?? [],
      );
    await press('Send a product or an order');
    await reads('Wool cardigan');
    expect(readable()).to.contain('available');
    await fill('Find a product by name or number', 'sock');
    await until(() => all('.pick').filter(isSeen).length === 1, 'one product fits');
    expect(await objections()).to.deep.equal([]);
    await press('Cotton socks');
    await until(async () => (await cards()).join() === 'p2', 'it is sent');
    await press('Send a product or an order');
    await fill('Find a product by name or number', 'p1');
    await press('Send this number');
    await until(async () => (await cards()).join() === 'p2,p1', 'the number is sent');
  });

  it('shows the product that the customer has asked about first, and their orders as a list', async () => {
    const { open, lily } = await taken();
    await open.desk.desk.as(lily.shopper).conversations.sendMessage({
      conversationId: lily.id,
      clientMsgId: id(),
      card: { type: 'PRODUCT', id: 'p2' },
    });
    await press('Send a product or an order');
    await reads('The customer asked about this');
    await until(() => readable(all('.pick').filter(isSeen)[0]).includes('Cotton socks'), 'it stands on top');
    await press('Order');
    await reads('W1003');
    await fill('Find an order by number or goods', 'W1003');
    await until(() => all('.pick').filter(isSeen).length === 1, 'one order fits');
  });

  it('has its steps in words on a desktop, and cuts nothing of the head on any screen', async () => {
    const { open } = await taken({ size: { width: 1440, height: 900 } });
    void open;
    const head = await shows('desk-admin-conversation');
    const header = () => head.shadowRoot?.querySelector('header') as HTMLElement;
    const words = () =>
      [...header().querySelectorAll<HTMLElement>('.steps .button')].filter(isSeen).map((button) => readable(button));
    await until(() => words().join() === 'Transfer,Escalate,Close', 'each step says what it does');
    for (const width of [1440, 1200, 820, 390]) {
      await setViewport({ width, height: 900 });
      await until(() => Math.abs(document.documentElement.clientWidth - width) < 2, `${width} px wide`);
      const { right } = header().getBoundingClientRect();
      const cut = [...header().querySelectorAll('.chip, .fact, .button, h1')].filter(
        (part) =>
          isSeen(part) && (part.getBoundingClientRect().right > right + 1 || part.scrollWidth > part.clientWidth + 1),
      );
      expect(cut.map((part) => `${width}: ${part.className} ${readable(part)}`)).to.deep.equal([]);
      expect(words()).to.include('Close');
    }
  });

  it('says why a failed list failed and loads it again', async () => {
    const open = await openPanel({ path: '/customers' });
    open.desk.network.refuse.add('conversations');
    open.go('/inbox/open');
    await reads('This could not be loaded');
    open.desk.network.refuse.clear();
    await press('Try again');
    await reads('No open conversations');
  });

  it('draws only what is visible of a long list', async () => {
    const open = await openPanel();
    for (let at = 0; at < 70; at += 1) await visitor(open, `customer ${String(at).padStart(3, '0')}`, 'Hello');
    await until(() => all('.view b')[0]?.textContent === '70');
    expect(rows().length).to.be.lessThan(30);
    const scroll = await shows('.scroll');
    await until(async () => {
      scroll.scrollTop = scroll.scrollHeight;
      return rowNames().includes('customer 069');
    }, 'the end is reached page by page');
  });
});

describe('the inbox by keyboard', () => {
  afterEach(cleanPage);

  it('moves with j and k, opens with Enter, takes with t, replies with r', async () => {
    const open = await openPanel();
    await visitor(open, 'lily', 'Hello');
    await visitor(open, 'tom', 'Hi');
    await until(() => rows().length === 2);
    await keys('j', 'j', 'k', 'Enter');
    await until(() => all('h1').some((head) => head.textContent === 'lily'), 'lily is open');
    await control('Take');
    await keys('t');
    await composer();
    await until(async () => (await composer()).matches(':focus'), 'the field has the focus');
    await keys('H', 'i', 'Enter', 'Escape');
    await until(() => bubbles().some((bubble) => bubble.includes('Hi')));
    await keys('n');
    await until(
      () =>
        all('textarea').some(
          (area) => area.matches(':focus') && area.getAttribute('aria-label')?.startsWith('Internal note'),
        ),
      'the note has the focus',
    );
    await keys('Escape', '/');
    await until(
      async () => (await field('Search customers and messages')).matches(':focus'),
      'the search has the focus',
    );
  });

  it('opens the dialogs with x and e and leaves them with Escape, back where one was', async () => {
    await taken();
    (await allowed('Close')).focus();
    await keys('e');
    await shows('desk-admin-close-dialog');
    await until(async () => (await field('What was it about?')).matches(':focus'), 'the first field has the focus');
    await keys('Escape');
    await until(() => all('dialog:modal').length === 0);
    await keys('x');
    await shows('desk-admin-transfer-dialog');
    await fill('Summary', 'typed');
    await keys('Escape');
    await reads('Discard what you have entered?');
    await press('Keep editing');
    expect((await field('Summary')).value).to.equal('typed');
  });

  it('does nothing of that while single keys are off', async () => {
    const open = await openPanel();
    await visitor(open, 'lily', 'Hello');
    await until(() => rows().length === 1);
    await keys('?');
    const single = await field('Use single keys as shortcuts');
    single.click();
    await keys('Escape');
    await until(() => all('dialog:modal').length === 0);
    await keys('j', 'Enter');
    expect(location.hash).not.to.contain('/inbox/queue/');
    localStorage.clear();
  });
});
