import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../kit/icon.ts';
import type { Offered } from './offers.ts';

export interface OfferButton {
  readonly label: string;
  readonly run: () => void;
  /** Further classes: `primary`, `danger`, `tight`. */
  readonly look?: string;
  /** Of the dialog that it stands in. */
  readonly slot?: string;
  readonly busy?: boolean;
  /** What it is about, where several such buttons stand. */
  readonly name?: string;
}

/** The button of an offer; none where there is no offer, and a grey one that says why where it is refused now. */
export function offerButton(
  offer: Offered | undefined,
  { label, run, look = '', slot, busy = false, name }: OfferButton,
): TemplateResult | typeof nothing {
  if (!offer) return nothing;
  const why = offer.denial?.message;
  return html`<button slot=${slot ?? nothing} class="button ${look}" type="button" title=${why ?? nothing}
    aria-label=${name ?? nothing} aria-description=${why ?? nothing} aria-disabled=${why !== undefined || busy}
    @click=${() => why === undefined && !busy && run()}>${label}</button>`;
}

/** Why what is refused now is refused, each reason once; for beside the buttons. */
export function offerReasons(offers: readonly (Offered | undefined)[]): readonly TemplateResult[] {
  const reasons = new Set(offers.flatMap((offer) => offer?.denial?.message ?? []));
  return [...reasons].map((reason) => html`<p class="hint row">${icon('lock', 'small')}<span>${reason}</span></p>`);
}
