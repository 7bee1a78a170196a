import { expect } from '@open-wc/testing';
import {
  afterEach,
  all,
  beforeEach,
  cleanPage,
  control,
  describe,
  field,
  it,
  objections,
  openPanel,
  press,
  readable,
  reads,
  shows,
  SIZES,
  until,
  type OpenPanel,
} from '../../testing/page.ts';
import { keepAlerts, keptAlerts } from './kept.ts';

/** What was played and shown, in place of the machine's loudspeaker and its notices. */
let notes: number[] = [];
let notices: { readonly title: string; readonly body: string | undefined }[] = [];
let asked = 0;
let answer: NotificationPermission = 'granted';
const { AudioContext: audio, Notification: shown } = globalThis;

class SilentAudio {
  currentTime = 0;
  destination = {};
  resume = async () => undefined;
  createGain = () => ({
    gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
    connect: () => undefined,
  });
  createOscillator = () => ({
    frequency: { value: 0 },
    connect: (next: unknown) => ({ ...(next as object), connect: () => undefined }),
    start(this: { frequency: { value: number } }) {
      notes.push(this.frequency.value);
    },
    stop: () => undefined,
  });
}
class KeptNotice extends EventTarget {
  static permission: NotificationPermission = 'default';
  static async requestPermission() {
    asked += 1;
    return (KeptNotice.permission = answer);
  }
  constructor(title: string, { body }: NotificationOptions = {}) {
    super();
    notices.push({ title, body });
  }
  close = () => undefined;
}

const hide = (hidden: boolean) =>
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: hidden ? 'hidden' : 'visible' });

async function customerOf(open: OpenPanel, name: string) {
  const shopper = await open.desk.shopper(name);
  const desk = open.desk.desk.as(shopper).conversations;
  const { id } = await desk.openConversation({});
  await open.desk.desk.as(open.actor).conversations.takeConversation({ id });
  const send = (text: string) =>
    desk.sendMessage({ conversationId: id, clientMsgId: crypto.randomUUID(), text } as never);
  return { id, send };
}

describe('sounds and desktop notices', () => {
  beforeEach(() => {
    [notes, notices, asked, answer] = [[], [], 0, 'granted'];
    KeptNotice.permission = 'default';
    Object.assign(globalThis, { AudioContext: SilentAudio, Notification: KeptNotice });
    // Desks of tests give the same ids, so that the tab of the test before would seem to have told it.
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
  });
  afterEach(() => {
    Object.assign(globalThis, { AudioContext: audio, Notification: shown });
    Reflect.deleteProperty(navigator, 'locks');
    hide(false);
    cleanPage();
  });

  it('sound when a conversation comes, and when its customer writes, as one has chosen', async () => {
    const open = await openPanel({ roles: ['PA'], path: '/customers' });
    await until(() => all('desk-admin-alerts').length > 0, 'it listens');
    const { send } = await customerOf(open, 'lily');
    await until(() => notes.length === 2, 'a conversation: two notes');
    await send('Good morning');
    await until(() => notes.length === 3, 'a message: one');
    keepAlerts(open.userId, { ...keptAlerts(open.userId), message: false });
    await send('Are you there?');
    await customerOf(open, 'ivan');
    await until(() => notes.length === 5, 'only the next conversation is heard');
    expect(notes).to.deep.equal([660, 880, 660, 660, 880]);
  });

  it('are silent for conversations of others', async () => {
    const open = await openPanel({ roles: ['PA'], path: '/customers' });
    await until(() => all('desk-admin-alerts').length > 0, 'it listens');
    const bob = await open.desk.staff('Bob', ['PA']);
    await customerOf({ ...open, actor: bob }, 'lily');
    await customerOf(open, 'ivan');
    await until(() => notes.length === 2);
    expect(notices).to.deep.equal([]);
  });

  it('ask for leave only when one presses, and show nothing a customer wrote, and nothing while the panel is in view', async () => {
    const open = await openPanel({ roles: ['PA'], path: '/customers' });
    await press('Account of Agent-PA');
    await press('Sounds and notices');
    expect(asked).to.equal(0);
    await press('Allow desktop notices');
    await until(() => asked === 1);
    expect((await field('Show desktop notices')).checked).to.equal(true);
    expect(await objections()).to.deep.equal([]);
    await press('Close');
    const { send } = await customerOf(open, 'lily');
    await until(() => notes.length === 2);
    expect(notices, 'in view').to.deep.equal([]);
    hide(true);
    await send('My card is 4111');
    await until(() => notices.length === 1);
    expect(notices).to.deep.equal([{ title: 'A customer of yours has written', body: 'S1' }]);
  });

  it('say what to do where the browser was told to show none, on a phone and in Chinese too', async () => {
    answer = 'denied';
    await openPanel({ roles: ['PA'], path: '/customers', locale: 'zh-CN', size: SIZES.phone });
    (await control('Agent-PA 的账户')).click();
    await press('提示音与通知');
    await press('允许桌面通知');
    await reads('浏览器已设置为不显示本页面的通知');
    expect(await objections()).to.deep.equal([]);
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
  });

  it('are as at first where what was kept is nonsense, and each person has their own', async () => {
    localStorage.setItem('shopdesk.panel.alerts:me', '{"volume":40,"message":"no","conversation":false}');
    expect(keptAlerts('me')).to.deep.equal({ conversation: false, message: true, volume: 0.5, notices: false });
    localStorage.setItem('shopdesk.panel.alerts:me', 'broken');
    expect(keptAlerts('me').conversation).to.equal(true);
    keepAlerts('me', { ...keptAlerts('me'), volume: 0 });
    expect([keptAlerts('me').volume, keptAlerts('you').volume]).to.deep.equal([0, 0.5]);
  });

  it('are no choice of who serves nobody', async () => {
    await openPanel({ roles: ['OD'] });
    await press('Account of Agent-OD');
    await shows('[role^="menuitem"]');
    expect(readable()).not.to.contain('Sounds and notices');
  });
});
