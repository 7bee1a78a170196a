import { css, html, nothing, type TemplateResult } from 'lit';
import { nameOf, type Directory } from '../../desk/directory.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { avatar } from '../../kit/avatar.ts';
import { icon, type IconName } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import type { MenuItem } from '../../kit/menu.ts';
import '../../kit/menu.ts';
import type { ActionState } from './actions.ts';
import { holdChip } from './hold-chip.ts';
import { holdWords } from './hold-words.ts';
import { levelChip } from './level-chip.ts';
import { levelWords } from './level-words.ts';
import { customerName, priorityChip, stateChip } from './names.ts';
import { isWaiting } from './waiting.ts';
import { inboxWords } from './words.ts';

export const STEPS = ['take', 'assign', 'transfer', 'escalate', 'lower', 'hold', 'release', 'close'] as const;
export type Step = (typeof STEPS)[number];

/** The action behind each button. */
export const ACTION_OF: Readonly<Record<Step, string>> = {
  take: 'takeConversation',
  assign: 'assignConversation',
  transfer: 'requestTransfer',
  escalate: 'escalateConversation',
  lower: 'lowerEscalation',
  hold: 'holdConversation',
  release: 'releaseHold',
  close: 'closeConversation',
};
const ICONS: Readonly<Record<Step, IconName>> = {
  take: 'hand',
  assign: 'assign',
  transfer: 'transfer',
  escalate: 'up',
  lower: 'down',
  hold: 'clock',
  release: 'hand',
  close: 'check',
};
const KEYS: Readonly<Record<Step, string>> = {
  take: 't',
  assign: 'a',
  transfer: 'x',
  escalate: 'l',
  lower: '',
  hold: 'h',
  release: '',
  close: 'e',
};
/** Steps that are not shown at all while they are not possible: they would only be clutter. */
const QUIET: readonly Step[] = ['take', 'lower', 'hold', 'release'];

export interface HeaderOptions {
  readonly item: ConversationItem;
  readonly language: Language;
  readonly directory: Directory;
  readonly me: string;
  readonly backHref: string;
  readonly sideOpen: boolean;
  readonly stateOf: (step: Step) => ActionState;
  readonly press: (step: Step) => void;
  readonly toggleSide: () => void;
}

export function conversationHeader(options: HeaderOptions): TemplateResult {
  const { item, language, directory, me, backHref } = options;
  const words = language.words(inboxWords);
  const name = customerName(item, language);
  const store = directory.stores.size > 1 ? directory.stores.get(item.storeId)?.name : undefined;
  const owner = item.ownerId === me ? words.yours : item.ownerId ? nameOf(directory, item.ownerId) : '';
  return html`<header>
    <a class="button plain icon-only back" href=${backHref} aria-label=${words.backToList}>${icon('back')}</a>
    ${avatar(name)}
    <div class="who">
      <h1 class="ellipsis" tabindex="-1">${name}</h1>
      <p class="row small muted facts">
        <span class=${stateChip(item.state)}>${language.code('ConversationState', item.state)}</span>
        ${isWaiting(item) ? html`<desk-admin-waiting .item=${item} named></desk-admin-waiting>` : nothing}
        ${item.priority === 'P4' ? nothing : html`<span class=${priorityChip(item.priority)}>${language.code('Priority', item.priority)}</span>`}
        ${holdChip(item, language)} ${levelChip(item, language)}
        ${owner ? html`<span class="fact ellipsis">${icon('person', 'small')}${owner}</span>` : nothing}
        ${store ? html`<span class="fact ellipsis">${icon('shop', 'small')}${store}</span>` : nothing}
      </p>
    </div>
    ${buttons(options)}
  </header>`;
}

function buttons({ language, stateOf, press, sideOpen, toggleSide }: HeaderOptions): TemplateResult {
  const words = { ...language.words(inboxWords), ...language.words(levelWords), ...language.words(holdWords) };
  const offered = STEPS.map((step) => ({ step, state: stateOf(step) })).flatMap(({ step, state }) =>
    state.offered ? [{ step, why: state.why }] : [],
  );
  // What cannot be done now is shown with its reason; taking what is taken is only clutter.
  const shown = offered.filter(({ step, why }) => !QUIET.includes(step) || why === undefined);
  const items = shown.map(({ step, why }): MenuItem => ({
    id: step,
    label: words[step],
    icon: ICONS[step],
    blocked: why,
  }));
  return html`<div class="steps">
      ${shown.map(
        ({ step, why }) => html`<button
        class="button ${step === 'take' ? 'primary' : ''}"
        type="button"
        aria-disabled=${why === undefined ? nothing : 'true'}
        title=${why ?? (KEYS[step] ? `${words[step]} (${KEYS[step]})` : words[step])}
        aria-label=${words[step]}
        aria-keyshortcuts=${KEYS[step] || nothing}
        @click=${() => why === undefined && press(step)}
      >${icon(ICONS[step], 'small')}<span>${words[step]}</span></button>`,
      )}
    </div>
    ${shown.length > 0 ? html`<desk-admin-menu class="steps-menu" .items=${items} label=${words.moreActions} @desk-pick=${({ detail }: CustomEvent<Step>) => press(detail)}>${icon('more')}</desk-admin-menu>` : nothing}
    <button class="button plain icon-only side-toggle" type="button" aria-pressed=${sideOpen}
      aria-label=${words.details} title=${words.details} @click=${toggleSide}>${icon('info')}</button>`;
}

export const headerStyle = css`
  header {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-inline-size: 0;
    padding: 0.5rem 0.75rem;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }
  .who {
    flex: 1;
    min-inline-size: 6rem;
  }
  .who h1 {
    font-size: 1rem;
  }
  .who h1:focus {
    outline: none;
  }
  .facts {
    gap: 0.375rem;
    overflow: hidden;
  }
  .fact {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
  }
  .steps {
    display: flex;
    gap: 0.375rem;
  }
  .steps-menu,
  .back {
    display: none;
  }
  @container (inline-size < 78rem) {
    .steps .button:not(.primary) span {
      display: none;
    }
    .steps .button:not(.primary) {
      padding-inline: 0.4375rem;
    }
  }
  @container (inline-size < 100rem) {
    :host([sideopen]) .steps .button:not(.primary) span {
      display: none;
    }
    :host([sideopen]) .steps .button:not(.primary) {
      padding-inline: 0.4375rem;
    }
  }
  @container (inline-size < 45rem) {
    .back {
      display: inline-flex;
    }
    .steps .button:not(.primary),
    header > .avatar {
      display: none;
    }
    .steps-menu {
      display: inline-flex;
    }
    .fact {
      display: none;
    }
  }
`;
