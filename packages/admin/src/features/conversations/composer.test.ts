import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Article, KnowledgeGap, KnowledgeSearch, Message, Script, TermHit } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  field,
  fill,
  isSeen,
  it,
  keys,
  newPanel,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  shows,
  SIZES,
  until,
  type OpenPanel,
} from '../../testing/page.ts';
import type { DeskComposer } from './composer.ts';

type Options = Parameters<typeof openPanel>[0];

let count = 0;
const id = () => `message-${(count += 1)}-of-composer`;

/** A conversation that the viewer has taken. */
async function taken(options: Options = {}, said = 'Where is my parcel?') {
  const open = await openPanel({ roles: ['SV'], ...options });
  const lily = await open.desk.shopper('lily');
  const as = open.desk.desk.as(lily).conversations;
  const { id: conversationId } = await as.openConversation({ locale: options.locale ?? 'en' });
  await as.sendMessage({ conversationId, clientMsgId: id(), text: said });
  open.go(`/inbox/queue/${conversationId}`);
  await press(options.locale === 'zh-CN' ? '接入' : 'Take');
  await until(
    () =>
      all<HTMLTextAreaElement>('textarea').some(
        (one) => isSeen(one) && !one.disabled && /Reply to|回复/.test(one.ariaLabel ?? ''),
      ),
    'a reply can be written',
  );
  const sent = async () =>
    (await open.desk.desk.read(open.desk.system).all(Message, { where: { conversationId, sender: 'AGENT' } })).map(
      ({ body }) => body,
    );
  return { open, conversationId, sent, lily, as };
}

const text = () => all<HTMLTextAreaElement>('textarea').find(isSeen) as HTMLTextAreaElement;

/** Writes into the reply as a person does. */
async function write(value: string): Promise<void> {
  const area = text();
  area.focus();
  area.value = value;
  area.setSelectionRange(value.length, value.length);
  area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await until(() => text().value === value);
}

const selected = () => text().value.slice(text().selectionStart, text().selectionEnd);
const marks = (kind: string) =>
  all(`mark.${kind}`)
    .filter((mark) => mark.closest('.marks'))
    .map((mark) => mark.textContent);

describe('files in the composer', () => {
  afterEach(cleanPage);

  const drawing = (name: string, type: string) => new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47])], name, { type });
  const paste = (shapes: Readonly<Record<string, string>>, ...files: File[]): boolean => {
    const clipboardData = new DataTransfer();
    for (const [type, data] of Object.entries(shapes)) clipboardData.setData(type, data);
    for (const file of files) clipboardData.items.add(file);
    return text().dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  };

  it('are pasted only where there is no text, and refused only where they are certainly wrong', async () => {
    await taken();
    const attached: string[] = [];
    const hear = (event: Event) => {
      event.stopPropagation();
      attached.push(...(event as CustomEvent<File[]>).detail.map(({ name }) => name));
    };
    addEventListener('desk-attach', hear, { capture: true });
    try {
      expect(paste({ 'text/plain': 'Size 44', 'text/html': '<table>' }, drawing('table.png', 'image/png'))).to.equal(
        true,
      );
      expect(paste({ 'text/plain': 'Size 44', 'text/rtf': '{}' }, drawing('words.png', 'image/png'))).to.equal(true);
      expect(attached).to.deep.equal([]);
      expect(paste({ 'text/html': '<img>' }, drawing('html.png', 'image/png'))).to.equal(false);
      expect(paste({}, drawing('IMG_0001', ''), drawing('IMG_0002.HEIC.jpg', 'application/x-unknown'))).to.equal(false);
      expect(attached).to.deep.equal(['html.png', 'IMG_0001', 'IMG_0002.HEIC.jpg']);
      paste({}, drawing('page.html', 'text/html'));
      await reads('page.html: This type of file cannot be sent.');
      expect(attached).to.have.length(3);
    } finally {
      removeEventListener('desk-attach', hear, { capture: true });
    }
  });
});

describe('forbidden words in the composer', () => {
  afterEach(cleanPage);

  for (const said of ['全网最低价', '全 网 最 低 价', '全網最低價'])
    it(`stops “${said}” where it stands, marked, and replaces it by one key`, async () => {
      const { sent } = await taken();
      await write(`本店${said}`);
      await keys('Enter');
      await until(() => /cannot be sent as it is/.test(readable()), 'it is said why');
      expect(text().value).to.equal(`本店${said}`);
      expect(marks('block').length).to.equal(1);
      expect(await sent()).to.deep.equal([]);
      const offered = all('.replace').length > 0;
      if (!offered) return;
      await keys('Control+Enter');
      await until(() => !text().value.includes(said), 'it is replaced');
    });

  it('replaces impatient words by one key, and the reply can go', async () => {
    const { sent } = await taken();
    await write('急什么');
    await keys('Enter');
    await until(() => /cannot be sent as it is/.test(readable()), 'it is stopped');
    await keys('Control+Enter');
    await until(() => text().value === '理解您的心情,我再为您说明一次', 'it is replaced');
    await keys('Enter');
    await until(async () => (await sent()).includes('理解您的心情,我再为您说明一次'), 'it has gone');
  });

  it('warns of “不知道”, sends it only after confirmation, and notes it', async () => {
    const { open, sent } = await taken();
    await write('我不知道您的订单号,请发一下');
    await keys('Enter');
    await until(() => /Do you want to send the marked words/.test(readable()), 'it is asked');
    expect(await sent()).to.deep.equal([]);
    expect(text().value).to.equal('我不知道您的订单号,请发一下');
    await press('Change the text');
    await until(() => !/Do you want to send/.test(readable()), 'one goes on writing');
    expect(text().value).to.equal('我不知道您的订单号,请发一下');
    text().focus();
    await keys('Enter');
    await (await control('Send all the same')).click();
    await until(async () => (await sent()).length === 1, 'it has gone');
    expect(await sent()).to.deep.equal(['我不知道您的订单号,请发一下']);
    const hits = await open.desk.desk.read(open.desk.system).all(TermHit);
    expect(hits.map(({ rule, level }) => [rule, level])).to.deep.equal([['refusal', 'WARN']]);
    expect(text().value).to.equal('');
  });

  it('marks the words while one types, and says what to say instead', async () => {
    await taken();
    await write('这个我不知道');
    await until(() => marks('warn').includes('不知道'), 'it is marked');
    await reads('Say instead');
    expect(all('.guard')[0]?.getAttribute('role')).to.equal('status');
  });

  it('never touches what the customer writes, nor a note', async () => {
    const { open, conversationId, as } = await taken();
    await as.sendMessage({ conversationId, clientMsgId: id(), text: '全网最低价吗?' });
    await reads('全网最低价吗?');
    await press('Note');
    await fill('Internal note, not shown to the customer', '最低价');
    await press('Add note');
    await until(
      async () =>
        (await open.desk.desk.read(open.desk.system).all(Message, { where: { conversationId, kind: 'NOTE' } }))
          .length === 1,
      'the note is kept',
    );
  });

  it('judges nothing here when the desk does not answer: the desk itself does, and the text can be changed', async () => {
    const { open, sent } = await taken();
    open.desk.network.refuse.add('checkText');
    await write('全网最低价');
    await keys('Enter');
    await until(
      () => all('desk-bubble').some((bubble) => readable(bubble).includes('全网最低价')),
      'it stands in the timeline as refused',
    );
    expect(await sent()).to.deep.equal([]);
    open.desk.network.refuse.clear();
    await until(() => all('button').some((one) => isSeen(one) && readable(one) === 'Edit'), 'it can be changed');
    await press('Edit');
    await until(() => text().value === '全网最低价', 'it is in the field again');
    await until(() => marks('block').length === 1, 'and marked');
  });
});

describe('a reply that is asked for', () => {
  afterEach(cleanPage);

  it('before the conversation can take one is written as soon as it can, and a note that was begun stays one', async () => {
    for (const [begun, kind] of [
      ['', 'reply'],
      ['A note', 'note'],
    ] as const) {
      const open = await openPanel({ roles: ['SV'] });
      const lily = await open.desk.shopper('lily');
      const { id: conversationId } = await open.desk.desk.as(lily).conversations.openConversation({ locale: 'en' });
      open.go(`/inbox/queue/${conversationId}`);
      await until(() => all('desk-admin-composer').length === 1, 'the composer is there');
      const composer = all('desk-admin-composer')[0] as DeskComposer;
      await until(() => composer.kind === 'note', 'only a note can be written');
      await composer.write('reply');
      expect(composer.kind).to.equal('note');
      composer.text = begun;
      composer.blocked = '';
      await composer.updateComplete;
      expect(composer.kind).to.equal(kind);
      cleanPage();
    }
  });
});

describe('what is written', () => {
  afterEach(cleanPage);

  /** Sends something whose verdict comes when one is elsewhere. */
  async function leaving(said: string) {
    const scene = await taken();
    const { open, conversationId } = scene;
    let release = (): void => undefined;
    open.desk.network.hold.set('checkText', new Promise<void>((resolve) => (release = resolve)));
    await write(said);
    await keys('Enter');
    await until(() => text().value === '', 'it has left the field');
    open.go('/inbox/mine');
    await until(() => !all('textarea').some(isSeen), 'the conversation is left');
    release();
    return { ...scene, back: () => open.go(`/inbox/mine/${conversationId}`) };
  }

  it('goes to its own conversation, also when one leaves before it was judged', async () => {
    const { sent } = await leaving('I look for it.');
    await until(async () => (await sent()).length === 1, 'it has gone');
    expect(await sent()).to.deep.equal(['I look for it.']);
  });

  it('waits there as a draft when it is stopped, and one is told', async () => {
    const { sent, back } = await leaving('急什么');
    await reads('Your last reply was not sent');
    back();
    await until(() => all('textarea').some(isSeen) && text().value === '急什么', 'it is in the field again');
    expect(await sent()).to.deep.equal([]);
  });

  it('stands in the field again, with what was written meanwhile, when it is stopped', async () => {
    const { open, sent } = await taken();
    let release = (): void => undefined;
    open.desk.network.hold.set('checkText', new Promise<void>((resolve) => (release = resolve)));
    await write('急什么');
    await keys('Enter');
    await until(() => text().value === '', 'it has left the field');
    await write('and more');
    release();
    await until(() => text().value === '急什么\nand more', 'both are there');
    expect(await sent()).to.deep.equal([]);
  });
});

describe('a conversation that is given away while one writes', () => {
  afterEach(cleanPage);

  const type = async (said: string) => {
    for (const key of said) await sendKeys({ press: key === ' ' ? 'Space' : key });
  };
  const notes = async ({ open, conversationId }: Awaited<ReturnType<typeof taken>>) =>
    (await open.desk.desk.read(open.desk.system).all(Message, { where: { conversationId, kind: 'NOTE' } })).map(
      ({ body }) => body,
    );

  /** The viewer has begun a reply when a supervisor gives the conversation to Mei. */
  async function givenAway(begun = 'my answer is th') {
    const scene = await taken();
    const { open, conversationId } = scene;
    const [mei, sue] = [await open.desk.staff('Mei', ['PA']), await open.desk.staff('Sue', ['SV'])];
    text().focus();
    await type(begun);
    await open.desk.desk
      .as(sue)
      .conversations.assignConversation({ id: conversationId, userId: mei.userId, reason: 'She knows him' });
    return { ...scene, mei, sue };
  }

  it('keeps the text in view, says who has it, and lets keys go nowhere', async () => {
    const scene = await givenAway();
    await reads('Mei has it now');
    const before = location.hash;
    await type('at we refund e');
    await keys('Enter');
    expect(text().value).to.equal('my answer is th');
    expect(text().ariaLabel).to.match(/^Reply to/);
    expect([location.hash, all('dialog:modal').length]).to.deep.equal([before, 0]);
    expect([await notes(scene), await scene.sent()]).to.deep.equal([[], []]);
    await press('Note');
    await until(
      () => text().ariaLabel === 'Internal note, not shown to the customer' && text().value === '',
      'a note is empty',
    );
    await press('Reply');
    await until(() => text().value === 'my answer is th', 'the text can be seen again');
  });

  it('opens the text again, which can be passed to the colleague by a button', async () => {
    const scene = await givenAway();
    await reads('Mei has it now');
    scene.open.go('/inbox/open');
    await until(() => !all('textarea').some(isSeen), 'the conversation is left');
    scene.open.go(`/inbox/open/${scene.conversationId}`);
    await until(() => all('textarea').some(isSeen) && text().value === 'my answer is th', 'the text is there');
    expect((await objections()).filter((one) => one.includes('composer'))).to.deep.equal([]);
    await press('Pass to Mei as a note');
    await until(async () => (await notes(scene)).length === 1, 'it is a note');
    expect(await notes(scene)).to.deep.equal(['For Mei, a reply that was not sent:\nmy answer is th']);
    await until(() => text().value === '', 'and is gone from the reply');
  });

  it('lets keys go nowhere also when nothing is written yet, and goes on when it comes back', async () => {
    const { open, conversationId, sue, sent } = await givenAway('');
    await reads('Mei owns this conversation');
    await type('e at');
    expect([text().value, all('dialog:modal').length]).to.deep.equal(['', 0]);
    await open.desk.desk
      .as(sue)
      .conversations.assignConversation({ id: conversationId, userId: open.userId, reason: 'Back' });
    await until(() => !text().readOnly, 'a reply can be written');
    await type('Hello');
    await keys('Enter');
    await until(async () => (await sent()).includes('Hello'), 'it has gone');
  });

  it('never makes a reply of a note that one writes while it becomes one’s own', async () => {
    const scene = await givenAway('');
    const { open, conversationId, sue } = scene;
    await reads('Mei owns this conversation');
    await press('Note');
    await type('He lies');
    await open.desk.desk
      .as(sue)
      .conversations.assignConversation({ id: conversationId, userId: open.userId, reason: 'Back' });
    await until(() => !/owns this conversation/.test(readable()), 'it is the viewer’s');
    await type('!');
    await keys('Enter');
    await until(async () => (await notes(scene)).includes('He lies!'), 'it is a note');
    expect(
      await open.desk.desk
        .read(open.desk.system)
        .all(Message, { where: { conversationId, kind: 'TEXT', sender: 'AGENT' } }),
    ).to.deep.equal([]);
  });
});

describe('half-written text', () => {
  afterEach(cleanPage);

  it('is there in a second tab of the same person, and follows what is typed in the first', async () => {
    const { open, conversationId } = await taken();
    await write('half of it');
    // What a second tab shares with the first: the device's storage, not the tab's.
    open.panel.remove();
    const session = sessionStorage.getItem('shopdesk.panel:') ?? '';
    sessionStorage.clear();
    sessionStorage.setItem('shopdesk.panel:', session);
    document.body.append(newPanel(open.desk));
    open.go(`/inbox/mine/${conversationId}`);
    await until(() => all('textarea').some(isSeen) && text().value === 'half of it', 'the second tab has it');
    const [key = ''] = Object.keys(localStorage).filter((one) => one.startsWith('shopdesk.draft:'));
    const kept = localStorage.getItem(key)?.replace('half of it', 'half of it and more') ?? '';
    localStorage.setItem(key, kept);
    dispatchEvent(new StorageEvent('storage', { key, newValue: kept }));
    await until(() => text().value === 'half of it and more', 'the second tab follows');
  });

  for (const stay of [true, false])
    it(`is asked for before one signs out, and ${stay ? 'stays when one stays' : 'goes when one goes'}`, async () => {
      await taken();
      await write('half of it');
      await press('Account of Agent-SV');
      await press('Sign out');
      await reads('One reply or note is half-written and not sent. Signing out deletes it from this device.');
      await pressInDialog(stay ? 'Stay signed in' : 'Delete and sign out');
      await until(() => all('dialog:modal').length === 0, 'the question is gone');
      if (stay) return void expect(text().value).to.equal('half of it');
      await shows('desk-admin-sign-in');
      expect(JSON.stringify({ ...localStorage })).not.to.contain('half of it');
    });

  it('is not for the next person on the same device', async () => {
    const { open, conversationId } = await taken();
    await write('half of it');
    open.panel.remove();
    const { token } = await open.desk.signedIn('Next', ['SV']);
    sessionStorage.setItem('shopdesk.panel:', JSON.stringify({ token }));
    document.body.append(newPanel(open.desk));
    open.go(`/inbox/open/${conversationId}`);
    await until(() => all('textarea').some(isSeen), 'the conversation is open');
    expect(JSON.stringify({ ...localStorage })).not.to.contain('half of it');
    expect(text().value).to.equal('');
  });
});

describe('scripts in the composer', () => {
  afterEach(cleanPage);

  it('are found by a slash and a key, and put in with what the desk knows', async () => {
    const { open, sent } = await taken();
    await write('/g1');
    await shows('[role="option"]');
    expect(text().getAttribute('aria-activedescendant')).to.equal('script-0');
    await keys('Enter');
    await until(() => text().value.startsWith('Hello and welcome to S1.'), 'the script is there');
    expect(await sent()).to.deep.equal([]);
    await until(
      async () =>
        (await open.desk.desk.read(open.desk.system).all(Script)).some(
          ({ scriptCode, usageCount }) => scriptCode === 'G1' && usageCount === 1,
        ),
      'the use is counted',
    );
    await keys('Enter');
    await until(async () => (await sent()).length === 1, 'it can be sent');
  });

  it('are found by words, with the arrows, and Escape leaves what was typed', async () => {
    await taken();
    await write('Hello /parcel');
    await until(() => all('[role="option"]').length >= 2, 'several fit');
    await keys('ArrowDown');
    await until(() => text().getAttribute('aria-activedescendant') === 'script-1', 'the second is chosen');
    await keys('Escape');
    await until(() => all('[role="option"]').length === 0, 'the list is gone');
    expect(text().value).to.equal('Hello /parcel');
    expect(text()).to.equal(focusedField());
  });

  it('cannot be sent while something stands in braces: the next one gets the focus', async () => {
    const { sent } = await taken();
    await write('/L2');
    await shows('[role="option"]');
    await keys('Enter');
    await until(() => selected() === '{time}', 'the first thing to fill in is chosen');
    text().setSelectionRange(0, 0);
    await keys('Enter');
    await reads('Fill in first: time');
    expect(selected()).to.equal('{time}');
    expect(marks('open')).to.deep.equal(['{time}']);
    await write(text().value.replace('{time}', '17:00'));
    await keys('Enter');
    await until(async () => (await sent()).some((body) => body.includes('17:00')), 'it has gone');
  });

  it('can be opened by a button, and a slash inside an address is none', async () => {
    await taken();
    await press('Insert a script');
    await shows('[role="option"]');
    await write('see https://shop.example/p1');
    await until(() => all('[role="option"]').length === 0, 'the list is closed');
  });
});

const focusedField = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

async function publish({ desk }: OpenPanel, content: object = {}): Promise<string> {
  const trainer = await desk.staff('Tom', ['TR']);
  const lead = await desk.staff('Sue', ['SV']);
  const base = {
    title: { zh: '退货运费由谁承担', en: 'Who pays for a return' },
    body: { zh: '质量问题由店铺承担。', en: 'We pay for **faulty** goods.' },
    audience: 'PUBLIC' as const,
  };
  const { id: articleId } = await desk.desk.as(trainer).knowledge.createArticle({ ...base, ...content });
  await desk.desk.as(trainer).knowledge.submitArticle({ id: articleId });
  await desk.desk.as(lead).knowledge.publishArticle({ id: articleId });
  return articleId;
}

describe('suggested answers', () => {
  afterEach(cleanPage);

  it('follow the customer’s last words, take no focus, and are counted', async () => {
    const { open, conversationId, as } = await taken();
    const articleId = await publish(open);
    text().focus();
    await as.sendMessage({ conversationId, clientMsgId: id(), text: 'who pays for the return?' });
    await reads('Who pays for a return');
    expect(focusedField()).to.equal(text());
    await press('Insert: Who pays for a return');
    await until(() => text().value === 'We pay for faulty goods.', 'the words are in the reply');
    const rows = () => open.desk.desk.read(open.desk.system);
    await until(async () => (await rows().get(Article, articleId)).usedCount === 1, 'the use is counted');
    await press('Open: Who pays for a return');
    await until(() => all('dialog:modal').length === 1 && all('.markdown strong').length === 1, 'it can be read');
    await keys('Escape');
    await press('Not helpful: Who pays for a return');
    await until(async () => (await rows().get(Article, articleId)).unhelpfulCount === 1, 'that is counted too');
    open.go('/inbox/mine');
    await until(
      async () => (await rows().all(KnowledgeSearch)).some(({ source, used }) => source === 'COMPOSER' && used),
      'the search is noted',
    );
  });

  it('greet at the beginning, and let one report that none fits', async () => {
    const { open } = await taken({}, 'which present suits my budget?');
    await press('Insert: Greeting');
    await until(() => text().value.startsWith('Hello and welcome to S1.'), 'the greeting is in the reply');
    await press('None fits: report a gap');
    await until(
      async () => (await open.desk.desk.read(open.desk.system).all(KnowledgeGap)).length === 1,
      'the gap is noted',
    );
  });
});

describe('product data beside the conversation', () => {
  afterEach(cleanPage);

  it('is found by name and put into the reply with its version', async () => {
    const { open } = await taken();
    const trainer = await open.desk.staff('Tom', ['TR']);
    await open.desk.desk.as(trainer).knowledge.setProductKnowledge({
      storeId: open.desk.store.id,
      productId: 'p1',
      category: 'CLOTHING',
      facts: [{ name: 'COMPOSITION', text: { zh: '羊毛', en: 'Wool' } }],
    });
    await fill('Name, number or link', 'cardigan');
    await reads('Composition');
    await press('Insert: Composition');
    await until(() => /Composition: Wool \(product data v1\)/.test(text().value), 'the fact is in the reply');
    await fill('Name, number or link', 'https://shop.example/');
    await reads('The shop knows no such product.');
  });
});

describe('the composer is clean for axe', () => {
  afterEach(cleanPage);

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    it(`with marks, suggestions and scripts in ${locale}`, async () => {
      const { open, conversationId, as } = await taken({ locale, size });
      await publish(open);
      await as.sendMessage({
        conversationId,
        clientMsgId: id(),
        text: locale === 'en' ? 'who pays for the return?' : '退货运费谁承担',
      });
      await until(() => all('desk-admin-suggestions').some((one) => readable(one).length > 0), 'answers are suggested');
      await write('急什么');
      await keys('Enter');
      await until(() => all('.guard[role="alert"]').length === 1, 'it is stopped');
      expect(await objections()).to.deep.equal([]);
      await write('/');
      await shows('[role="option"]');
      expect(await objections()).to.deep.equal([]);
      expect((await field<HTMLTextAreaElement>(text().ariaLabel ?? '')).isConnected).to.equal(true);
    });
});
