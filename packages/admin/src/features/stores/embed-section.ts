import { completeOrigin } from '@shopdesk/core/text';
import { html, nothing } from 'lit';
import '../../desk/panels.ts';
import { storeEmbedding } from '../../desk/slots.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/copy.ts';
import { define } from '../../kit/element.ts';
import { textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import '../../kit/tags.ts';
import { saveBar } from './save-bar.ts';
import { snippetOf } from '../../kit/snippet.ts';
import { StoreSection } from './store-section.ts';
import { storeWords } from './words.ts';

/** Calls are queued until the script has come. */
export const identifyOf = (): string => `<script>
  window.Shopdesk ||= (...call) => (Shopdesk.q ||= []).push(call);
  Shopdesk('identify', identityToken); // signed by your backend
</script>`;

/** @summary How the widget gets into the shop: the snippet, and which pages may use it. */
export class DeskStoreEmbed extends StoreSection {
  static override styles = [base, controls];

  override render() {
    const words = this.words(storeWords);
    const { now, problem } = this;
    const disabled = !this.mayChange;
    const refused = problem?.fields.filter(({ path }) => path.startsWith('allowedOrigins')) ?? [];
    const wrong = refused.map(({ path }) => now.allowedOrigins[Number(path.split('.')[1])] ?? '').filter(Boolean);
    const error = refused[0] ? [this.language.list(wrong), refused[0].message].filter(Boolean).join(': ') : '';
    return html`<div class="stack">
      <h2>${words.snippet}</h2>
      <p class="muted">${words.snippetText}</p>
      <desk-admin-copy .text=${snippetOf(this.client.value.url, now.key)} label=${words.snippet}></desk-admin-copy>
      <desk-admin-panels .place=${storeEmbedding} .subject=${{ storeId: now.id }}></desk-admin-panels>
      <h2>${words.identify}</h2>
      <p class="muted">${words.identifyText}</p>
      <desk-admin-copy .text=${identifyOf()} label=${words.identify}></desk-admin-copy>
      <form class="stack" novalidate @submit=${(event: Event) => void this.save(event)}>
        ${problemNotice(problem, this.language)}
        ${
          disabled
            ? html`<p>${words.origins}: ${now.allowedOrigins.join(', ') || '–'}</p>`
            : html`<desk-admin-tags label=${words.origins} hint=${words.originsHint} error=${error} .wrong=${wrong}
              .complete=${completeOrigin}
              .values=${now.allowedOrigins} @desk-change=${({ detail }: CustomEvent<string[]>) => this.set({ allowedOrigins: detail })}></desk-admin-tags>`
        }
        <details ?open=${Boolean(fieldMessage(problem, 'identityIssuer'))}><summary>${words.advanced}</summary>${textField({ id: 'identityIssuer', label: words.issuer, hint: words.issuerHint, value: now.identityIssuer, maxLength: 200, disabled, error: fieldMessage(problem, 'identityIssuer'), onInput: (identityIssuer) => this.set({ identityIssuer }) })}</details>
        ${disabled ? nothing : saveBar({ language: this.language, dirty: this.dirty, busy: this.act.busy, reset: () => (this.draft = {}) })}
      </form>
    </div>`;
  }
}

define('desk-admin-store-embed', DeskStoreEmbed);
