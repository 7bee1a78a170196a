/** @module The forms of a row: those that were filled in for it, one more to begin, and the row itself as a form. */
import { html, nothing } from 'lit';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { formsInUse, formSubjectKinds, recordsOf } from './data.ts';
import './begin-dialog.ts';
import { formWords } from './words.ts';

/** Records that are shown here; the others are in the list. */
const FIRST = 10;

/** A row, or a customer or an order as their pages tell of them. */
interface Subject {
  readonly id?: string;
  readonly orderId?: string;
  readonly customerId?: string | null;
  readonly storeId?: string;
}

const idOf = ({ id, orderId, customerId }: Subject): string => id ?? orderId ?? customerId ?? '';

/** @summary The forms of a row. */
export class DeskFormsOf extends DeskElement {
  static override properties = {
    subject: { attribute: false },
    kind: {},
    open: { state: true },
    beginning: { state: true },
  };
  static override styles = [base, controls];

  subject: Subject | undefined;
  /** The kind of the subject. */
  kind = '';
  /** Nothing is asked of the desk before somebody wants to see it. */
  open = false;
  beginning = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #known = new Loader(this, {
    args: () => (this.open && this.subject && this.kind ? ([this.kind, idOf(this.subject)] as const) : undefined),
    load: async ([kind, id]) => {
      const client = this.#client.value;
      const [records, { kinds }, forms] = await Promise.all([
        client.query(recordsOf, {
          filter: { subjectKind: { eq: kind as 'NONE' }, subjectId: { eq: id } },
          first: FIRST,
        }),
        client.query(formSubjectKinds, {}),
        client.query(formsInUse, { filter: { state: { eq: 'IN_USE' } }, first: 100 }),
      ]);
      const prints = kinds.find((one) => one.kind === kind)?.prints ?? [];
      return { records: records.nodes, prints: forms.nodes.filter(({ code }) => prints.includes(code)) };
    },
  });

  override render() {
    const words = this.words(formWords);
    const { language, subject, kind } = this;
    const navigation = this.#navigation.value;
    const { records = [], prints = [] } = this.#known.value ?? {};
    const storeId = subject?.storeId ?? '';
    const id = subject ? idOf(subject) : '';
    const begin = { kind, id, storeId };
    return html`<details @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}>
      <summary>${words.ofRow}</summary><div class="stack">
      ${
        records.length > 0
          ? html`<ul>${records.map(
              ({ id: record, number, formTitle, state }) => html`<li><a
        href=${navigation.href(`/form-records/${record}`)}>${number} · ${language.of(formTitle)}</a> <span
          class="muted small">${language.code('FormRecordState', state)}</span></li>`,
            )}</ul>`
          : html`<p
            class="muted">${words.none}</p>`
      }
      <div class="row wrap">
        ${
          can(this.#viewer.maybe, 'form.fill')
            ? html`<button class="button tight" type="button"
          @click=${() => (this.beginning = true)}>${icon('plus', 'small')}${words.fillIn}</button>`
            : nothing
        }
        ${prints.map(
          ({ code, title }) => html`<a class="button tight"
          href=${navigation.href(`/form-print/${storeId}/${code}/${kind}/${encodeURIComponent(id)}`)}>${icon('receipt', 'small')}${words.printAs(language.of(title))}</a>`,
        )}
      </div>
      ${
        this.beginning
          ? html`<desk-admin-form-begin .subject=${begin} @desk-done=${() => (this.beginning = false)}
        @desk-closed=${() => (this.beginning = false)}></desk-admin-form-begin>`
          : nothing
      }
    </div></details>`;
  }
}

/** Defines the element for the rows of a kind, by which their page loads it; answers its name. */
export function formsOf(kind: string): string {
  const tag = `desk-admin-forms-of-${kind.toLowerCase().replaceAll('_', '-')}`;
  if (!customElements.get(tag))
    define(
      tag,
      class extends DeskFormsOf {
        override kind = kind;
      },
    );
  return tag;
}
