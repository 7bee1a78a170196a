/** @module The form of one node of a flow: by keyboard as by mouse. */
import { html, nothing, type TemplateResult } from 'lit';
import { areaField, checksField, framed, selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import type { FlowNode, FlowOwner } from './data.ts';
import type { Draft } from './edit.ts';
import { flowWords } from './words.ts';

/** What the form offers to choose from. */
export interface Offered {
  readonly roles: readonly string[];
  readonly teams: readonly { readonly id: string; readonly name: { readonly en: string; readonly zh: string } }[];
  readonly intents: readonly string[];
  readonly clocks: readonly string[];
  readonly checkpoints: readonly string[];
}

export interface NodeFormOptions {
  readonly draft: Draft;
  readonly node: FlowNode;
  readonly offered: Offered;
  readonly language: Language;
  readonly disabled: boolean;
  readonly change: (change: Partial<FlowNode>) => void;
  readonly begins: (intents: readonly string[]) => void;
}

/** How an owner is called. */
export function ownerName({ kind, code }: FlowOwner, { teams }: Pick<Offered, 'teams'>, language: Language): string {
  if (kind === 'ROLE') return language.code('Role', code);
  if (kind !== 'TEAM') return language.code('FlowOwnerKind', kind);
  const team = teams.find(({ id }) => id === code);
  return team ? language.of(team.name) : code;
}

/** Minutes in the largest unit that they fill. */
function spanOf(minutes: number, { locale }: Language): string {
  const [unit, count] =
    minutes % 1440 === 0 ? ['day', minutes / 1440] : minutes % 60 === 0 ? ['hour', minutes / 60] : ['minute', minutes];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(
    Number(count),
  );
}

/** How a clock reads. */
export function clockName(clock: FlowNode['clock'], language: Language): string {
  if (!clock) return language.words(flowWords).noClock;
  const kind = language.code('FlowClockKind', clock.kind);
  return clock.minutes ? `${spanOf(clock.minutes, language)} · ${kind}` : kind;
}

const keyOf = ({ kind, code }: FlowOwner): string => `${kind}:${code}`;

export function nodeForm(options: NodeFormOptions): TemplateResult {
  const { node, draft, offered, language, disabled, change, begins } = options;
  const words = language.words(flowWords);
  const local = (part: 'name' | 'does' | 'output', of: 'en' | 'zh', label: string, area = false) => {
    const field = {
      id: `${part}-${of}`,
      label,
      value: node[part][of],
      disabled,
      maxLength: part === 'does' ? 2000 : 300,
      rows: 2,
      onInput: (value: string) => change({ [part]: { ...node[part], [of]: value } }),
    };
    return area ? areaField(field) : textField(field);
  };
  const others = draft.nodes.filter(({ code }) => code !== '' && code !== node.code);
  return html`<div class="form">
    ${textField({
      id: 'code',
      label: words.code,
      hint: words.codeHint,
      value: node.code,
      disabled,
      maxLength: 20,
      onInput: (code) => change({ code: code.trim() }),
    })}
    <div class="pair">${local('name', 'zh', words.nameZh)}${local('name', 'en', words.nameEn)}</div>
    <div class="pair">${local('does', 'zh', words.doesZh, true)}${local('does', 'en', words.doesEn, true)}</div>
    ${owners(options)}
    <div class="pair">
      ${selectField({
        id: 'clock',
        label: words.clock,
        value: node.clock?.kind ?? '',
        empty: words.noClock,
        disabled,
        choices: offered.clocks.map((value) => ({ value, label: language.code('FlowClockKind', value) })),
        onInput: (kind) =>
          change({ clock: kind ? ({ kind, minutes: node.clock?.minutes ?? null } as FlowNode['clock']) : null }),
      })}
      ${
        node.clock
          ? textField({
              id: 'minutes',
              label: words.minutes,
              hint: words.minutesHint,
              type: 'number',
              min: 1,
              disabled,
              value: String(node.clock.minutes ?? ''),
              onInput: (value) =>
                change({
                  clock: { kind: node.clock?.kind ?? 'WALL', minutes: value ? Math.round(Number(value)) : null },
                }),
            })
          : nothing
      }
    </div>
    <div class="pair">${local('output', 'zh', words.outputZh)}${local('output', 'en', words.outputEn)}</div>
    ${checksField({
      id: 'next',
      label: words.next,
      value: node.next,
      disabled,
      choices: others.map(({ code, name }) => ({ value: code, label: `${code} ${language.of(name)}` })),
      onInput: (next) => change({ next }),
    })}
    ${checksField({
      id: 'checkpoints',
      label: words.checkpoints,
      value: node.checkpoints,
      disabled,
      choices: offered.checkpoints.map((value) => ({ value, label: language.code('FlowCheckpoint', value) })) as never,
      onInput: (checkpoints) => change({ checkpoints: checkpoints as FlowNode['checkpoints'] }),
    })}
    <details ?open=${draft.starts.some((start) => start.node === node.code)}>
      <summary>${words.starts}</summary>
      ${checksField({
        id: 'starts',
        label: words.startsHint,
        value: draft.starts.filter((start) => start.node === node.code).map(({ intent }) => String(intent)),
        disabled,
        choices: offered.intents.map((value) => ({ value, label: language.code('TicketIntent', value) })),
        onInput: begins,
      })}
    </details>
  </div>`;
}

function owners({ node, offered, language, disabled, change }: NodeFormOptions): TemplateResult {
  const words = language.words(flowWords);
  const all: FlowOwner[] = [
    ...offered.teams.map(({ id }) => ({ kind: 'TEAM' as const, code: id })),
    ...offered.roles.map((code) => ({ kind: 'ROLE' as const, code })),
    { kind: 'CUSTOMER', code: '' },
    { kind: 'SYSTEM', code: '' },
  ];
  const free = all.filter((owner) => !node.owners.some((one) => keyOf(one) === keyOf(owner)));
  const title = (owner: FlowOwner) => {
    const name = ownerName(owner, offered, language);
    return owner.kind === 'TEAM' ? `${language.code('FlowOwnerKind', 'TEAM')} · ${name}` : name;
  };
  return framed(
    { id: 'owner', label: words.owners },
    html`<div class="row wrap">${node.owners.map(
      (owner) =>
        html`<span class="chip">${title(owner)}${
          disabled
            ? nothing
            : html`<button class="button plain icon-only tight" type="button"
              aria-label="${words.remove}: ${title(owner)}"
              @click=${() => change({ owners: node.owners.filter((one) => one !== owner) })}>${icon('close', 'small')}</button>`
        }</span>`,
    )}
    <select id="owner" ?disabled=${disabled || node.owners.length >= 6} @change=${(event: Event) => {
      const select = event.target as HTMLSelectElement;
      const owner = free.find((one) => keyOf(one) === select.value);
      select.value = '';
      if (owner) change({ owners: [...node.owners, owner] });
    }}>
      <option value="">${words.addOwner}</option>
      ${free.map((owner) => html`<option value=${keyOf(owner)}>${title(owner)}</option>`)}
    </select></div>`,
  );
}
