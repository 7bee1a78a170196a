/**
 * @module How a part of the window is described: plain data with lazy code, so a part that fails to load costs only
 * itself.
 */
import type { WidgetSettings } from '@shopdesk/core/client';
import type { TemplateResult } from 'lit';
import type { DeskConnection } from '../connection/connection.ts';
import type { LauncherHost } from '../launcher/launcher.ts';
import type { ServiceWatch } from '../shell/service-watch.ts';
import type { Texts } from '../texts/texts.ts';

/**
 * What stands before the queue: what is being written, whether the search was opened, and whether the shopper put it
 * away.
 */
export interface HelpState {
  readonly draft: string;
  readonly open: boolean;
  readonly put: boolean;
}

/** What the window knows when it asks a part whether it has something to show. */
export interface ChatContext {
  readonly connection: DeskConnection;
  readonly host: Pick<LauncherHost, 'facts' | 'locale'>;
  readonly service: ServiceWatch;
  readonly settings: WidgetSettings | undefined;
  readonly texts: Texts;
  readonly help: HelpState;
}

/** Draws a notice; it is loaded with the notice's element. */
export type RenderNotice = (chat: ChatContext) => TemplateResult;

/** Something that is shown between the messages and the composer while `when` holds. */
export interface NoticeFeature {
  readonly name: string;
  readonly when: (chat: ChatContext) => boolean;
  readonly load: () => Promise<{ readonly render: RenderNotice }>;
}
