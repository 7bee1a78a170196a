import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../../kit/icon.ts';
import type { Language } from '../../../kit/language.ts';
import type { Hit } from './data.ts';
import { replacementOf, type Judgement, type stopOf } from './text-guard.ts';
import { writingWords } from './words.ts';

interface NoticeOptions {
  readonly judgement: Judgement;
  readonly stop: ReturnType<typeof stopOf>;
  readonly language: Language;
  readonly replace: (hits: readonly Hit[]) => void;
  readonly confirm: () => void;
  readonly change: () => void;
}

/** The marked words with their rule and what to say instead; after an attempt to send also what is to be done. */
export function guardNotice({
  judgement,
  stop,
  language,
  replace,
  confirm,
  change,
}: NoticeOptions): TemplateResult | typeof nothing {
  const { hits, unresolved, names, level } = judgement;
  const words = language.words(writingWords);
  if (stop === undefined && level !== 'BLOCK' && level !== 'WARN') return nothing;
  const nameOf = (rule: string) => {
    const known = names.find((one) => one.rule === rule);
    return known ? language.of(known.name) : rule;
  };
  const shown = stop === 'unresolved' ? [] : hits.filter((hit) => hit.level !== 'LOG');
  const serious = stop === 'block' || stop === 'unresolved' || (!stop && level === 'BLOCK');
  return html`<div class="notice guard ${serious ? 'danger' : 'warn'}" role=${stop ? 'alert' : 'status'}>
    ${icon('warning')}
    <div class="stack tight">
      ${stop ? html`<p><strong>${stop === 'unresolved' ? words.unresolved(language.list(unresolved)) : stop === 'block' ? words.blocked : words.warned}</strong></p>` : nothing}
      ${
        shown.length > 0
          ? html`<ul>${shown.map(
              (hit) =>
                html`<li><span><b>${words.level[hit.level]}</b> “${hit.span}” · ${nameOf(hit.rule)}</span>${
                  replacementOf(hit)
                    ? html` <button class="link replace" type="button"
                      @click=${() => replace([hit])}>${words.replaceWith(replacementOf(hit))}</button>`
                    : nothing
                }</li>`,
            )}</ul>`
          : nothing
      }
      ${shown.some(replacementOf) ? html`<p class="muted small">${words.replaceKey}</p>` : nothing}
      ${
        stop === 'confirm'
          ? html`<div class="row"><button id="confirm" class="button" type="button"
            @click=${confirm}>${words.sendAnyway}</button><button class="button plain" type="button"
            @click=${change}>${words.change}</button></div>`
          : nothing
      }
    </div>
  </div>`;
}
