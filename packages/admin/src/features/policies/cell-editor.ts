/**
 * @module Edits one cell of the grid in a popover beside it, with ordinary controls. Enter or a click elsewhere takes
 * it, Escape leaves the cell as it was; what fits no value is not taken.
 */
import { isComposed } from '@shopdesk/core/client';
import { css, html, nothing, type PropertyValues } from 'lit';
import type { Cell, InputDefinition, OutputDefinition, OutputValue } from '@shopdesk/core/policies';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { place } from '../../kit/place.ts';
import { answerForm, answerOf, type AnswerForm } from './answer-form.ts';
import { answerFields } from './answer-fields.ts';
import { cellFields } from './cell-fields.ts';
import { cellOf, formOf, type CellForm } from './cell-form.ts';
import { gridWords } from './grid-words.ts';

/** The cell that is edited. */
export type EditedCell = {
  readonly row: string;
  readonly title: string;
  readonly currency: string;
  readonly anchor: Element;
} & (
  | { readonly kind: 'input'; readonly input: InputDefinition; readonly cell: Cell | undefined }
  | { readonly kind: 'output'; readonly output: OutputDefinition; readonly value: OutputValue | undefined }
);
export type CellChange = { readonly row: string; readonly column: string } & (
  | { readonly kind: 'input'; readonly cell: Cell }
  | { readonly kind: 'output'; readonly value: OutputValue }
);

/**
 * @summary A popover with the controls of one cell.
 * @event {CellChange} desk-cell-change - The cell has another value.
 * @event desk-cell-closed - The popover is closed, however.
 */
export class DeskPolicyCell extends DeskElement {
  static override properties = {
    edited: { attribute: false },
    cell: { state: true },
    answer: { state: true },
    wrong: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      [popover] {
        inline-size: min(20rem, 94vw);
        max-block-size: 70dvh;
        overflow: auto;
        margin: 0;
        padding: 0.75rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      [popover]:popover-open {
        display: grid;
        gap: 0.625rem;
      }
      h3 {
        overflow-wrap: anywhere;
      }
      .pair {
        display: grid;
        grid-template-columns: 4rem minmax(0, 1fr) auto;
        gap: 0.375rem;
        align-items: center;
      }
      .checks {
        display: grid;
      }
    `,
  ];

  edited: EditedCell | undefined;
  cell: CellForm | undefined;
  answer: AnswerForm | undefined;
  wrong = false;
  #cancelled = false;

  get #popup(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[popover]');
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('edited')) return;
    const { edited } = this;
    this.cell = edited?.kind === 'input' ? formOf(edited.input, edited.cell, edited.currency) : undefined;
    this.answer = edited?.kind === 'output' ? answerForm(edited.output, edited.value, edited.currency) : undefined;
    this.wrong = false;
    this.#cancelled = false;
  }

  override updated(changed: PropertyValues<this>): void {
    const popup = this.#popup;
    if (!popup || !this.edited) return;
    if (changed.has('edited') && !popup.matches(':popover-open')) {
      popup.showPopover();
      popup.querySelector<HTMLElement>('select, input, textarea')?.focus();
    }
    place(popup, this.edited.anchor);
  }

  #change(): CellChange | undefined {
    const { edited, cell, answer } = this;
    if (edited?.kind === 'input' && cell) {
      const next = cellOf(edited.input, cell, edited.currency, edited.cell);
      return next === undefined ? undefined : { kind: 'input', row: edited.row, column: edited.input.name, cell: next };
    }
    if (edited?.kind !== 'output' || !answer) return undefined;
    const value = answerOf(edited.output, answer, edited.currency);
    return value === undefined ? undefined : { kind: 'output', row: edited.row, column: edited.output.name, value };
  }

  #apply(event?: Event): void {
    event?.preventDefault();
    this.wrong = this.#change() === undefined;
    if (!this.wrong) this.#popup?.hidePopover();
  }

  #keys(event: KeyboardEvent): void {
    event.stopPropagation();
    if (isComposed(event)) return;
    if (event.key === 'Escape') this.#cancelled = true;
    if (event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement)) this.#apply(event);
  }

  #toggled({ newState }: ToggleEvent): void {
    if (newState === 'open') return;
    const change = this.#cancelled ? undefined : this.#change();
    this.edited = undefined;
    if (change) this.tell('desk-cell-change', change);
    this.tell('desk-cell-closed');
  }

  override render() {
    const words = this.words(gridWords);
    const { edited, language } = this;
    return html`<form popover aria-label=${edited?.title ?? nothing} novalidate @submit=${this.#apply}
      @keydown=${this.#keys} @toggle=${this.#toggled}>
      ${
        edited
          ? html`<h3>${edited.title}</h3>
            ${edited.kind === 'input' && this.cell ? cellFields({ input: edited.input, form: this.cell, language, currency: edited.currency, change: (form) => (this.cell = form) }) : nothing}
            ${edited.kind === 'output' && this.answer ? answerFields({ output: edited.output, form: this.answer, language, currency: edited.currency, change: (form) => (this.answer = form) }) : nothing}
            ${this.wrong ? html`<p class="error" role="alert">${words.invalid}</p>` : nothing}
            <button class="button primary">${words.apply}</button>`
          : nothing
      }
    </form>`;
  }
}

define('desk-admin-policy-cell', DeskPolicyCell);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-cell': DeskPolicyCell;
  }
}
