import { css, html, nothing, type TemplateResult } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import type { DrawnNode } from '../../kit/flow-diagram.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { sentenceOf } from '../../kit/problem.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { act } from '../../records/act.ts';
import { checkFlow, flowDefinition, saveFlowDraft, type Flow, type FlowCheck, type FlowNode } from './data.ts';
import { changedNode, movedNode, withNode, withoutNode, withStarts, type Draft } from './edit.ts';
import { clockName, nodeForm, ownerName, type Offered } from './node-form.ts';
import { flowWords } from './words.ts';

/** @summary One flow: its diagram, its nodes as a list that one edits, and what stands against publishing it. */
export class DeskFlow extends DeskElement {
  static override properties = { params: { attribute: false }, draft: { state: true }, at: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(14rem, 19rem) minmax(0, 1fr);
        gap: 1rem;
        align-items: start;
      }
      ol {
        display: grid;
        gap: 0.25rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ol .button {
        inline-size: 100%;
        justify-content: start;
        block-size: auto;
        text-align: start;
        white-space: normal;
      }
      ol .small {
        font-weight: 400;
      }
      .form {
        display: grid;
        gap: 0.75rem;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: 0.75rem;
      }
      .side {
        display: grid;
        gap: 1rem;
        min-inline-size: 0;
      }
      @media (width < 60rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  /** What is edited; undefined: the flow as it is stored. */
  draft: Draft | undefined;
  /** The node that is open. */
  at = 0;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #flow = new Loader(this, {
    args: () => (this.params['id'] ? ([this.params['id']] as const) : undefined),
    load: async ([id]) => {
      const client = this.#client.value;
      const [flow, check] = await Promise.all([
        client.query(flowDefinition, { id }),
        client.query(checkFlow, { flowId: id }),
      ]);
      return flow && { flow, check };
    },
  });

  get #offered(): Offered {
    const { language } = this;
    return {
      roles: Object.keys(language.names('Role')),
      teams: [...(this.#directory.maybe?.teams.values() ?? [])].filter(({ active }) => active),
      intents: Object.keys(language.names('TicketIntent')),
      clocks: Object.keys(language.names('FlowClockKind')),
      checkpoints: Object.keys(language.names('FlowCheckpoint')),
    };
  }

  async #save({ id, version }: Flow): Promise<void> {
    if (!this.draft) return;
    const saved = await this.#act.run(this.#client.value, saveFlowDraft, { id, ...this.draft }, { version });
    const { problem } = this.#act;
    if (problem) toast(this, { kind: 'danger', text: sentenceOf(problem, this.language) });
    if (!saved) return;
    this.draft = undefined;
    toast(this, { kind: 'ok', text: this.words(flowWords).saved });
    await this.#flow.reload();
  }

  async #do(name: string, { id, version }: Flow, said?: string): Promise<void> {
    if (!(await act(this, name, { row: { id, version }, ...(said ? { said } : {}) }))) return;
    this.draft = undefined;
    await this.#flow.reload();
  }

  override render() {
    const words = this.words(flowWords);
    if (this.#flow.problem?.code === 'NOT_FOUND')
      return emptyState({ icon: 'search', title: words.missing, isPage: true });
    return html`<div
      class="page">${loaded(this.#flow, this.language, (known) => (known ? this.#renderFlow(known.flow, known.check) : nothing))}</div>`;
  }

  #renderFlow(flow: Flow, check: FlowCheck) {
    const words = this.words(flowWords);
    const draft: Draft = this.draft ?? flow;
    const edits = can(this.#viewer.value, 'flow.edit');
    return html`<div class="page-head">
        <div>
          <a class="small" href=${this.#navigation.value.href('/flows')}>${words.back}</a>
          <h1>${this.language.of(flow.name)}</h1>
          <p class="small muted">${flow.code} · ${words.edition(flow.edition)}
            ${flow.isDraft ? html`<span class="chip warn">${words.draft}</span>` : nothing}
            ${this.draft ? html`<span class="chip info">${words.unsaved}</span>` : nothing}</p>
        </div>
        ${edits ? this.#renderSteps(flow) : nothing}
      </div>
      <div class="columns">
        <section class="card padded" aria-label=${words.nodes}>
          <h2>${words.nodes}</h2>
          ${this.#renderList(draft, check)}
          ${
            edits
              ? html`<p><button class="button" type="button" @click=${() => {
                  const { draft: next, at } = withNode(draft, this.at);
                  this.draft = next;
                  this.at = at;
                }}>${icon('plus', 'small')}${words.add}</button></p>`
              : nothing
          }
        </section>
        <div class="side">
          <section class="card padded">
            <h2>${words.diagram}</h2>
            <desk-admin-lazy .tag=${'desk-admin-flow-diagram'} .load=${() => import('../../kit/flow-diagram.ts')}
              .values=${{ nodes: this.#drawn(draft, check), label: words.diagram }}
              @desk-pick=${({ detail }: CustomEvent<string>) => {
                this.at = Math.max(
                  0,
                  draft.nodes.findIndex(({ code }) => code === detail),
                );
              }}></desk-admin-lazy>
          </section>
          ${this.#renderNode(draft, edits)}
          ${this.#renderCheck(check)}
        </div>
      </div>`;
  }

  #renderSteps(flow: Flow) {
    const words = this.words(flowWords);
    return html`<div class="row wrap">
      ${
        this.draft
          ? html`<button class="button primary" type="button"
            @click=${() => void this.#save(flow)}>${words.save}</button>`
          : html`<button class="button primary" type="button" ?disabled=${!flow.isDraft}
              @click=${() => void this.#do('publishFlow', flow, words.published)}>${words.publish}</button>`
      }
      ${
        this.draft
          ? html`<button class="button" type="button"
            @click=${() => (this.draft = undefined)}>${words.discard}</button>`
          : html`<button class="button" type="button" ?disabled=${!flow.isDraft || flow.edition === 0}
              @click=${() => void this.#do('discardFlowDraft', flow)}>${words.discard}</button>`
      }
    </div>`;
  }

  #wrong(check: FlowCheck): ReadonlySet<string> {
    return new Set(this.draft ? [] : check.problems.flatMap(({ nodes }) => nodes));
  }

  #drawn({ nodes }: Draft, check: FlowCheck): DrawnNode[] {
    const wrong = this.#wrong(check);
    return nodes.map((node, index) => ({
      code: node.code,
      title: this.language.of(node.name),
      below: this.#owners(node) || '–',
      next: node.next,
      look: wrong.has(node.code) ? 'wrong' : undefined,
      chosen: index === this.at,
    }));
  }

  #owners({ owners }: FlowNode): string {
    return this.language.list(owners.map((owner) => ownerName(owner, this.#offered, this.language)));
  }

  #renderList({ nodes }: Draft, check: FlowCheck): TemplateResult {
    const words = this.words(flowWords);
    const wrong = this.#wrong(check);
    if (nodes.length === 0) return html`<p class="muted">${words.empty}</p>`;
    return html`<ol>${nodes.map(
      (node, index) => html`<li><button class="button ${index === this.at ? '' : 'plain'}" type="button"
        aria-current=${index === this.at ? 'true' : nothing} @click=${() => (this.at = index)}>
        <span>${wrong.has(node.code) ? icon('warning', 'small') : nothing}
          <strong>${node.code || '?'}</strong> ${this.language.of(node.name)}
          <span class="small muted"><br />${[this.#owners(node), clockName(node.clock, this.language), node.next.length > 0 ? `→ ${node.next.join(', ')}` : ''].filter(Boolean).join(' · ')}</span></span>
      </button></li>`,
    )}</ol>`;
  }

  #renderNode(draft: Draft, edits: boolean) {
    const words = this.words(flowWords);
    const node = draft.nodes[this.at];
    if (!node) return nothing;
    return html`<section class="card padded" aria-label=${node.code}>
      <div class="page-head"><h2>${node.code} ${this.language.of(node.name)}</h2>
        ${
          edits
            ? html`<div class="row">
                ${this.#mover(draft, -1)}${this.#mover(draft, 1)}
                <button class="button plain icon-only" type="button" aria-label=${words.remove} title=${words.remove}
                  @click=${() => {
                    this.draft = withoutNode(draft, this.at);
                    this.at = Math.max(0, this.at - 1);
                  }}>${icon('trash')}</button>
              </div>`
            : nothing
        }</div>
      ${nodeForm({
        draft,
        node,
        offered: this.#offered,
        language: this.language,
        disabled: !edits,
        change: (change) => (this.draft = changedNode(draft, this.at, change)),
        begins: (intents) => (this.draft = withStarts(draft, node.code, intents)),
      })}
    </section>`;
  }

  #mover(draft: Draft, by: -1 | 1): TemplateResult {
    const words = this.words(flowWords);
    const label = by < 0 ? words.earlier : words.later;
    return html`<button class="button plain icon-only" type="button" aria-label=${label} title=${label}
      ?disabled=${!draft.nodes[this.at + by]} @click=${() => {
        this.draft = movedNode(draft, this.at, by);
        this.at += by;
      }}>${icon(by < 0 ? 'up' : 'down')}</button>`;
  }

  #renderCheck({ problems, changes, running }: FlowCheck) {
    const words = this.words(flowWords);
    const { language } = this;
    const open = running.filter(({ items }) => items > 0);
    return html`<section class="card padded" role="status">
      <h2>${words.problems}</h2>
      ${
        this.draft
          ? html`<p class="muted">${words.checkedWhenSaved}</p>`
          : problems.length === 0
            ? html`<p>${icon('check', 'small')} ${words.noProblems}</p>`
            : html`<ul>${problems.map(({ code, nodes }) => html`<li><strong>${nodes.join(code === 'CIRCULAR' ? ' → ' : ', ') || words.whole}</strong> · ${language.code('FlowProblem', code)}</li>`)}</ul>`
      }
      <h2>${words.changes}</h2>
      ${
        changes.length === 0
          ? html`<p class="muted">${words.noChanges}</p>`
          : html`<ul>${changes.map(({ node, what }) => html`<li><strong>${node}</strong> · ${language.list(what.map((one) => language.code('FlowDifference', one)))}</li>`)}</ul>`
      }
      <h2>${words.running}</h2>
      ${
        open.length === 0
          ? html`<p class="muted">${words.none}</p>`
          : html`<ul>${open.map(({ edition, items }) => html`<li>${words.items(edition, items)}</li>`)}</ul>`
      }
    </section>`;
  }
}

define('desk-admin-flow', DeskFlow);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-flow': DeskFlow;
  }
}
