import { html, nothing, type TemplateResult } from 'lit';
import { backIcon, closeIcon, listIcon } from '../elements/icons.ts';
import type { FirstTexts } from '../texts/texts.ts';

export interface ChatHeaderOptions {
  readonly title: string;
  /** What the desk or the agent is doing; empty over a page. */
  readonly status: string;
  /** Whether there is a place to go back to. */
  readonly hasBack: boolean;
  /** Whether the conversations of before are a press away. */
  readonly hasHistory: boolean;
  readonly texts: FirstTexts;
  readonly onHistory: () => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** The head of the window. It is no banner: that is the page's. */
export function chatHeader({
  title,
  status,
  hasBack,
  hasHistory,
  texts: { panel },
  onHistory,
  onBack,
  onClose,
}: ChatHeaderOptions): TemplateResult {
  const button = (name: string, icon: TemplateResult, press: () => void, look = '') =>
    html`<button type="button" class=${look} aria-label=${name} title=${name} @click=${press}>${icon}</button>`;
  return html`<header part="header" role="none">
    ${hasBack ? button(panel.back, backIcon(), onBack, 'back') : nothing}
    <div>
      <h2><bdi>${title}</bdi></h2>
      <p ?hidden=${!status}>${status}</p>
    </div>
    ${hasHistory ? button(panel.history, listIcon(), onHistory) : nothing}
    ${button(panel.close, closeIcon(), onClose)}
  </header>`;
}
