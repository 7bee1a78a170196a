import { html, nothing, type TemplateResult } from 'lit';
import { boxIcon } from '../elements/part-icons.ts';
import { safeUrl } from '../elements/text-links.ts';

/**
 * The picture of a product, or a drawing where there is none or it cannot be shown. Its name always stands beside it.
 */
export function picture(address: string | null | undefined): TemplateResult {
  const url = safeUrl(address ?? null);
  const hide = ({ target }: Event) => ((target as HTMLElement).hidden = true);
  return html`<span class="picture">${boxIcon()}${url ? html`<img src=${url} alt="" loading="lazy" @error=${hide} />` : nothing}</span>`;
}
