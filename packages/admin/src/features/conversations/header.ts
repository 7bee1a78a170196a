import { css, html, nothing, type TemplateResult } from 'lit';
import { nameOf, type Directory } from '../../desk/directory.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { avatar } from '../../kit/avatar.ts';
import { icon, type IconName } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import type { MenuItem } from '../../kit/menu.ts';
import '../../kit/menu.ts';
import type { ActionState } from './actions.ts';
import { holdChip, sleepChip } from './hold-chip.ts';
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
const isStep = (name: string): name is Step => (STEPS as readonly string[]).includes(name);
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
/** Steps with a button of their own; the others stand in the menu beside them where the head is not very wide. */
const OWN_BUTTON: readonly Step[] = ['take', 'transfer', 'escalate', 'close'];
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
  /** What other features put here, by action. */
  readonly more: readonly MenuItem[];
  readonly pick: (action: string) => void;
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
    <h1 class="ellipsis" tabindex="-1">${name}</h1>
    ${buttons(options)}
    <p class="small muted facts">
      <span class=${stateChip(item.state)}>${language.code('ConversationState', item.state)}</span>
      ${isWaiting(item) ? html`<desk-admin-waiting .item=${item} named></desk-admin-waiting>` : nothing}
      ${item.priority === 'P4' ? nothing : html`<span class=${priorityChip(item.priority)}>${language.code('Priority', item.priority)}</span>`}
      ${holdChip(item, language)} ${sleepChip(item, language)} ${levelChip(item, language)}
      ${owner ? html`<span class="fact ellipsis">${icon('person', 'small')}<span class="ellipsis">${owner}</span></span>` : nothing}
      ${store ? html`<span class="fact ellipsis">${icon('shop', 'small')}<span class="ellipsis">${store}</span></span>` : nothing}
    </p>
  </header>`;
}

function buttons({ language, stateOf, press, more, pick, sideOpen, toggleSide }: HeaderOptions): TemplateResult {
  const words = { ...language.words(inboxWords), ...language.words(levelWords), ...language.words(holdWords) };
  const offered = STEPS.map((step) => ({ step, state: stateOf(step) })).flatMap(({ step, state }) =>
    state.offered ? [{ step, why: state.why }] : [],
  );
  // What cannot be done now is shown with its reason; taking what is taken is only clutter.
  const shown = offered.filter(({ step, why }) => !QUIET.includes(step) || why === undefined);
  const rare = more.length > 0 || shown.some(({ step }) => !OWN_BUTTON.includes(step));
  const own = shown.map(({ step, why }): MenuItem => ({
    id: step,
    label: words[step],
    icon: ICONS[step],
    blocked: why,
  }));
  const items = [...own, ...more];
  const chosen = ({ detail }: CustomEvent<string>) => (isStep(detail) ? press(detail) : pick(detail));
  return html`<div class="steps">
      ${shown.map(
        ({ step, why }) => html`<button
        class="button tight ${step} ${step === 'take' ? 'primary' : ''} ${OWN_BUTTON.includes(step) ? '' : 'rare'}"
        type="button"
        aria-disabled=${why === undefined ? nothing : 'true'}
        title=${why ?? (KEYS[step] ? `${words[step]} (${KEYS[step]})` : words[step])}
        aria-label=${words[step]}
        aria-keyshortcuts=${KEYS[step] || nothing}
        @click=${() => why === undefined && press(step)}
      >${icon(ICONS[step], 'small')}<span>${words[step]}</span></button>`,
      )}
      ${more.map(
        ({
          id,
          label,
          icon: sign,
          blocked,
        }) => html`<button class="button tight rare" type="button" title=${blocked ?? label}
        aria-label=${label} aria-disabled=${blocked === undefined ? nothing : 'true'}
        @click=${() => blocked === undefined && pick(id)}>${sign ? icon(sign, 'small') : nothing}<span>${label}</span></button>`,
      )}
    </div>
    ${items.length > 0 ? html`<desk-admin-menu class="steps-menu ${rare ? '' : 'spare'}" .items=${items} label=${words.moreActions} @desk-pick=${chosen}>${icon('more')}</desk-admin-menu>` : nothing}
    <button class="button plain icon-only side-toggle" type="button" aria-pressed=${sideOpen}
      aria-label=${words.details} title=${words.details} @click=${toggleSide}>${icon('info')}</button>`;
}

export const headerStyle = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    min-inline-size: 0;
    padding: 0.5rem 0.75rem;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }
  h1 {
    flex: 1 1 6rem;
    min-inline-size: 0;
    font-size: 1rem;
  }
  h1:focus {
    outline: none;
  }
  /* A line of its own: what is not in one line goes on in the next, and nothing is cut. */
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.375rem;
    flex: 0 0 100%;
    order: 1;
    min-inline-size: 0;
  }
  .facts > * {
    max-inline-size: 100%;
  }
  .fact {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-inline-size: 0;
  }
  .steps {
    display: flex;
    gap: 0.375rem;
  }
  .back {
    display: none;
  }
  .rare {
    display: none;
  }
  @container (inline-size >= 100rem) {
    .rare {
      display: inline-flex;
    }
    .steps-menu {
      display: none;
    }
  }
  /* Words need room; Close, by which a conversation ends, keeps its word everywhere. */
  @container (inline-size < 75rem) {
    .steps .button:is(.transfer, .escalate) span {
      display: none;
    }
  }
  @container (45rem <= inline-size < 100rem) {
    .steps-menu.spare {
      display: none;
    }
  }
  @container (inline-size < 45rem) {
    .back {
      display: inline-flex;
    }
    .steps .button:is(.transfer, .escalate),
    header > .avatar {
      display: none;
    }
    .fact {
      display: none;
    }
  }
`;
