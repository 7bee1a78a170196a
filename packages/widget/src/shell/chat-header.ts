import { html, nothing, type TemplateResult } from 'lit';
import { backIcon, closeIcon, listIcon } from '../elements/icons.ts';
import type { FirstTexts } from '../texts/texts.ts';

export interface ChatHeaderOptions {
  readonly title: string;
  /** What the desk or the agent is doing. */
  readonly status: string;
  readonly view: 'chat' | 'history' | 'self-service';
  readonly texts: FirstTexts;
  readonly onToggleHistory: () => void;
  readonly onClose: () => void;
}

/** The head of the window. It is no banner: that is the page's. */
export function chatHeader({
  title,
  status,
  view,
  texts: { panel },
  onToggleHistory,
  onClose,
}: ChatHeaderOptions): TemplateResult {
  const inHistory = view === 'history';
  const back = html`<button type="button" class="back" aria-label=${panel.back} title=${panel.back} @click=${onToggleHistory}>${backIcon()}</button>`;
  const list = html`<button type="button" aria-label=${panel.history} title=${panel.history} @click=${onToggleHistory}>${listIcon()}</button>`;
  return html`<header part="header" role="none">
    ${view === 'chat' ? nothing : back}
    <div>
      <h2><bdi>${inHistory ? panel.history : title}</bdi></h2>
      <p ?hidden=${inHistory}>${status}</p>
    </div>
    ${view === 'chat' ? list : nothing}
    <button type="button" aria-label=${panel.close} title=${panel.close} @click=${onClose}>${closeIcon()}</button>
  </header>`;
}
