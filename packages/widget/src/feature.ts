/**
 * @module A feature's part of the widget: notices over the composer, tools beside it, and pages of self-service. Plain
 * data with lazy code, so a part that fails to load costs only itself. Ours are declared by the same call as a third
 * party's.
 */
import type { WidgetSettings } from '@shopdesk/core/client';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { DeskConnection } from './connection/connection.ts';
import type { LauncherHost } from './launcher/launcher.ts';
import type { Service, ServicePage } from './self-service/service.ts';
import type { ServiceWatch } from './shell/service-watch.ts';
import type { Texts } from './texts/texts.ts';

export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** What the shopper writes and looks at, of which a notice may depend. */
export interface Attention {
  /** What is being written, without space around it. */
  readonly draft: string;
  /** Name of the notice that has just helped and says so; else empty. */
  readonly solved: string;
  /** Name of the notice that the shopper has put away; else empty. */
  readonly putAway: string;
}

/** What the window knows when it asks a part whether it has something to show. */
export interface ChatContext {
  readonly connection: DeskConnection;
  readonly host: Pick<LauncherHost, 'facts' | 'locale'>;
  readonly service: ServiceWatch;
  readonly settings: WidgetSettings | undefined;
  readonly texts: Texts;
  readonly attention: Attention;
}

/** Draws a part in the window; it is loaded with the part's element. */
export type RenderNotice = (chat: ChatContext) => TemplateResult;

/**
 * Something that is shown between the messages and the composer while `when` holds; of several the first is seen. One
 * that has nothing to say now is `hidden`. With the attribute `whole` it takes the place of the messages. It may tell,
 * by events that bubble: `desk-put-away` with its `name`; `desk-solved` with its `name` when the shopper needs nobody
 * any more; `desk-ask-person` when what is written is to be sent; `desk-title` with the `title` that the window's head
 * shows, whose back button then calls the element's `back()`.
 */
export interface Notice {
  readonly name: string;
  readonly when: (chat: ChatContext) => boolean;
  readonly load: () => Promise<{ readonly render: RenderNotice }>;
  /** Over the first view too. @defaultValue false: it is about the conversation */
  readonly home?: boolean;
  /** Inside the composer, one line high, above what is written. @defaultValue false */
  readonly chip?: boolean;
}

/**
 * A button beside the composer. It leads to a page of self-service, or what it opens takes the place of the messages
 * and tells `desk-settled` when it is done.
 */
export interface Tool {
  readonly name: string;
  readonly label: LocalText;
  readonly icon: () => TemplateResult | SVGTemplateResult;
  /** @defaultValue always */
  readonly when?: (chat: Pick<ChatContext, 'connection'>) => boolean;
  readonly load?: () => Promise<{ readonly render: RenderNotice }>;
  /** Name of the page, instead of `load`. */
  readonly page?: string;
}

/** Something on the first view, between the greeting and the buttons. */
export interface HomePart {
  readonly name: string;
  /** @defaultValue always */
  readonly when?: (chat: ChatContext) => boolean;
  readonly load: () => Promise<{ readonly render: RenderNotice }>;
}

/** Draws a page of self-service; it is loaded with the page's element. */
export type RenderPage<Words extends object = object> = (service: Service<Words>, page: ServicePage) => TemplateResult;

/**
 * A page of self-service; the first of all is where it begins. The window's head takes the text of its `h3`. An element
 * that has places of its own has a `back()`, which answers whether there was one to go back to.
 */
export interface WidgetPage {
  /** By which `go` leads to it. */
  readonly name: string;
  readonly load: () => Promise<{ readonly render: RenderPage<never> }>;
  /** Also for visitors whom the shop has not signed. @defaultValue false */
  readonly guests?: boolean;
  /** A button on the first view that leads here. */
  readonly home?: LocalText;
  /** A button on the first page that leads here. */
  readonly entry?: LocalText;
  /** Pages that are not gone back to from this one: forms that are finished by then. */
  readonly ends?: readonly string[];
}

export interface WidgetFeature {
  readonly name: string;
  readonly home: readonly HomePart[];
  readonly notices: readonly Notice[];
  readonly tools: readonly Tool[];
  readonly pages: readonly WidgetPage[];
  /** The words of its pages in a language, `zh-CN` or `en`; loaded with the first of them, and with no other feature. */
  readonly texts?: (locale: string) => Promise<object>;
}

/**
 * Declares a feature's part of the widget.
 * @example
 * ```ts
 * const warranty = defineWidgetFeature({
 *   name: 'warranty',
 *   pages: [{ name: 'warranty', home: { en: 'Warranty', zh: '保修' }, load: () => import('./warranty-page.js') }],
 * });
 * mountDesk({ store: 'my-shop', features: [warranty] });
 * ```
 */
export const defineWidgetFeature = (options: Pick<WidgetFeature, 'name'> & Partial<WidgetFeature>): WidgetFeature => ({
  home: [],
  notices: [],
  tools: [],
  pages: [],
  ...options,
});
