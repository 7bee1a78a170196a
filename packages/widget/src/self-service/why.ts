/** @module What the desk says in a sentence, with the clause behind “Why?” for those who want to read it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Service } from './service.ts';

interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** The clause, folded; nothing where no rule speaks. */
export const why = (clause: LocalText | null | undefined, service: Service): TemplateResult | typeof nothing =>
  clause && clause.en
    ? html`<details class="why"><summary>${service.words.why}</summary><p><bdi>${service.say(clause)}</bdi></p></details>`
    : nothing;
