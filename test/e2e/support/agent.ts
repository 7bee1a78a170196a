/**
 * @module A member of staff in the panel, at any width: on a phone the list and the conversation are one after the
 * other.
 */
import type { Locator, Page } from 'playwright-core';
import type { Demo } from './demo.ts';
import { drawn } from './shopper.ts';
import { startsWith, type Words } from './words.ts';

export type Presence = keyof Words['panel']['terms']['presence'];
export type View = keyof Words['panel']['inbox']['views'];

/** The key of each step on a conversation. */
const KEYS = { take: 't', assign: 'a', transfer: 'x', close: 'e' } as const;

export class Agent {
  readonly page: Page;
  readonly panel: Locator;
  readonly conversation: Locator;
  readonly list: Locator;
  readonly dialog: Locator;
  readonly words: Words['panel'];
  signedIn = false;
  /** Is called with every dialog that opens, before anything is entered. */
  onDialog: (step: string) => Promise<void> = async () => {};
  readonly #demo: Demo;
  readonly #narrow: boolean;
  readonly #ticks: Words['chat']['ticks'];

  constructor(page: Page, demo: Demo, words: Words) {
    this.page = page;
    this.words = words.panel;
    this.#ticks = words.chat.ticks;
    this.#demo = demo;
    this.#narrow = (page.viewportSize()?.width ?? 0) < 720;
    this.panel = page.locator('desk-admin');
    this.conversation = page.locator('desk-admin-conversation');
    this.list = page.locator('desk-admin-inbox-list');
    // What it holds is slotted: not inside the element that has the role.
    this.dialog = page.locator('desk-admin-dialog');
  }

  async openPanel(): Promise<void> {
    await this.page.goto(`${this.#demo.deskUrl}/admin/`);
    await this.page.getByRole('heading', { name: this.words.shell.signInTitle }).waitFor();
  }

  async signIn(role: string): Promise<void> {
    const { shell } = this.words;
    await this.page.getByLabel(shell.email).fill(`${role}@demo.shopdesk.example`);
    await this.page.getByRole('textbox', { name: shell.password }).fill(this.#demo.password);
    await this.page.getByRole('button', { name: shell.signIn, exact: true }).click();
    await this.page.getByRole('navigation', { name: shell.navigation }).waitFor();
    this.signedIn = true;
  }

  /** The page has its heading, and nothing of it is still loading. */
  async settled(): Promise<void> {
    await this.page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await this.page.locator('desk-admin .spinner').first().waitFor({ state: 'detached' });
  }

  async setPresence(presence: Presence): Promise<void> {
    const { shell, terms } = this.words;
    await this.page.getByRole('button', { name: startsWith(shell.presenceOf('').trim()) }).click();
    await this.page.getByRole('menuitemradio', { name: terms.presence[presence] }).click();
    await this.page.getByRole('button', { name: shell.presenceOf(terms.presence[presence]) }).waitFor();
  }

  async look(view: View): Promise<void> {
    if (this.#narrow && (await this.conversation.isVisible()))
      await this.page.getByRole('link', { name: this.words.inbox.backToList }).click();
    await this.list
      .getByRole('navigation', { name: this.words.inbox.viewsLabel })
      .getByRole('link', { name: this.words.inbox.views[view] })
      .click();
  }

  row(text: string): Locator {
    return this.list.locator('a.conversation', { hasText: text });
  }

  async openConversation(text: string): Promise<void> {
    await this.row(text).click();
    await this.conversation.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Take, transfer, close: by key on a desktop, by the menu on a phone. */
  async step(step: keyof typeof KEYS): Promise<void> {
    const { inbox } = this.words;
    const button = this.conversation.getByRole('button', { name: startsWith(inbox[step]) });
    if (!this.#narrow) {
      // Some steps stand behind "More" on a desktop too; their keys work as soon as the desk has said what may be done.
      await button
        .or(this.conversation.getByRole('button', { name: inbox.moreActions }))
        .filter({ visible: true })
        .first()
        .waitFor();
      await this.conversation.getByRole('log').focus();
      await this.page.keyboard.press(KEYS[step]);
    } else if (step === 'take') await button.click();
    else {
      await this.conversation.getByRole('button', { name: inbox.moreActions }).click();
      await this.page.getByRole('menuitem', { name: inbox[step] }).click();
    }
  }

  async take(): Promise<void> {
    await this.step('take');
    await this.replyField.waitFor();
  }

  get replyField(): Locator {
    return this.conversation.getByRole('textbox', { name: startsWith(this.words.inbox.replyLabel('').trim()) });
  }

  async reply(text: string): Promise<void> {
    await this.replyField.fill(text);
    await this.replyField.press('Enter');
  }

  async note(text: string): Promise<void> {
    await this.conversation.getByRole('button', { name: this.words.inbox.note, exact: true }).click();
    const field = this.conversation.getByRole('textbox', { name: this.words.inbox.noteLabel });
    await field.fill(text);
    await field.press('Enter');
    await this.conversation.getByRole('button', { name: this.words.inbox.reply, exact: true }).click();
  }

  async sees(text: string): Promise<void> {
    await this.conversation.getByText(text).filter({ visible: true }).last().waitFor();
  }

  /** How far the newest of his own messages has got. */
  async seesTick(tick: keyof Words['chat']['ticks']): Promise<void> {
    await this.conversation
      .locator('desk-bubble[mine][last]')
      .last()
      .getByRole('img', { name: this.#ticks[tick], exact: true })
      .waitFor();
  }

  async texts(part: string): Promise<string[]> {
    const all = await this.conversation.locator('desk-bubble .bubble').allTextContents();
    return all.filter((text) => text.includes(part));
  }

  async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.conversation.getByRole('button', { name: this.words.inbox.attach }).click();
    await (await chooser).setFiles(file);
  }

  async seesPicture(name: string): Promise<void> {
    await drawn(this.conversation.getByRole('img', { name }).last());
  }

  async sendProduct(id: string): Promise<void> {
    const { inbox } = this.words;
    await this.conversation.getByRole('button', { name: inbox.card }).click();
    await this.dialog.getByLabel(inbox.productFind).waitFor();
    await this.onDialog('card-dialog');
    await this.dialog.getByLabel(inbox.productFind).fill(id);
    await this.dialog.getByRole('button', { name: inbox.sendNumber }).click();
  }

  async transferTo(colleague: string, summary: string): Promise<void> {
    const { inbox, terms } = this.words;
    await this.step('transfer');
    await this.#opened('transfer');
    await this.dialog.getByRole('combobox', { name: inbox.transferTo }).fill(colleague);
    await this.page.getByRole('option', { name: startsWith(colleague) }).click();
    await this.dialog.getByLabel(inbox.transferReason).selectOption({ label: terms.transferReason.AFTER_SALE });
    await this.dialog.getByLabel(inbox.transferSummary).fill(summary);
    await this.#confirm();
    await this.sees(inbox.offerOut.OFFERED?.(colleague) ?? '');
  }

  /** Gives it to a colleague, or takes it over oneself. */
  async assignTo(colleague: string, reason: string): Promise<void> {
    const { inbox } = this.words;
    await this.step('assign');
    await this.#opened('assign');
    await this.dialog.getByRole('combobox', { name: inbox.assignTo }).fill(colleague);
    await this.page.getByRole('option', { name: startsWith(colleague) }).click();
    await this.dialog.getByLabel(inbox.assignReason).fill(reason);
    await this.#confirm();
  }

  async acceptTransfer(): Promise<void> {
    const { inbox } = this.words;
    await this.page.getByRole('region', { name: inbox.transfer }).getByRole('button', { name: inbox.accept }).click();
    await this.replyField.waitFor();
  }

  async close(): Promise<void> {
    const { inbox, terms } = this.words;
    await this.step('close');
    await this.#opened('close');
    await this.dialog.getByLabel(inbox.closeIntent).selectOption({ label: terms.intent.LOGISTICS });
    await this.dialog.getByLabel(inbox.closeResult).selectOption({ label: terms.result.SOLVED });
    await this.#confirm();
    await this.sees(inbox.events.CLOSED());
  }

  async #opened(step: string): Promise<void> {
    await this.dialog.locator('button.primary').waitFor();
    await this.onDialog(`${step}-dialog`);
  }

  /** Does what the open dialog is about, and waits until it is gone. */
  async #confirm(): Promise<void> {
    await this.dialog.locator('button.primary').click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
