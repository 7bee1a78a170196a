/** @module The widget for shops with a build of their own. Importing it does nothing, also on a server. */
import type { ChatParts } from './launcher/launcher.ts';
import { defineDeskWidget, mountInto, newHost } from './launcher/mount.ts';
import type { DeskHandle, DeskOptions } from './launcher/options.ts';

export type { DeskEvents, DeskHandle, DeskOptions, PageFacts } from './launcher/options.ts';
export type { DeskWidgetAttributes, ShopdeskCommands } from './page-types.ts';
export {
  defineWidgetFeature,
  type ChatContext,
  type Notice,
  type RenderNotice,
  type RenderPage,
  type Tool,
  type WidgetFeature,
  type WidgetPage,
} from './feature.ts';
export { VERSION } from './version.ts';

const parts: ChatParts = {
  chat: () => import('./shell/chat.ts'),
  connection: () => import('./connection/connection.ts'),
  look: () => import('./launcher/look.ts'),
};

/**
 * Shows the widget and answers its handle; on a server, where there is no page, null. A page has one widget:
 * a second call answers the first one's handle until that is removed.
 *
 * @example
 * const desk = mountDesk({ store: 'my-shop', url: 'https://desk.example' });
 * desk?.on('unread', ({ count }) => console.log(count));
 */
export function mountDesk(options: DeskOptions): DeskHandle | null {
  return typeof document === 'undefined' ? null : mountInto(newHost, options, parts);
}

/** Registers `<desk-widget store="…" src="https://desk.example">` for pages that write it in their markup. */
export function defineDeskElement(): void {
  if (typeof document !== 'undefined') defineDeskWidget(parts, '');
}
