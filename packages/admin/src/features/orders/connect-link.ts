import { html, nothing, type TemplateResult } from 'lit';
import type { Navigation } from '../../desk/navigation.ts';
import { can, type Viewer } from '../../desk/viewer.ts';
import type { Language } from '../../kit/language.ts';
import { orderWords } from './words.ts';

/** From a store without a shop to where one is connected, for those who may. */
export const connectLink = (
  storeId: string,
  {
    viewer,
    navigation,
    language,
  }: { readonly viewer: Viewer | undefined; readonly navigation: Navigation; readonly language: Language },
): TemplateResult | typeof nothing =>
  can(viewer, 'store.configure')
    ? html`<a href=${navigation.href(`/stores/${storeId}/shop`)}>${language.words(orderWords).connectShop}</a>`
    : nothing;
