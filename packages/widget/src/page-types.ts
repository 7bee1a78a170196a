/** @module What a page with the widget knows by type: the element, its attributes and `window.Shopdesk`. Types only. */
import type { DeskEvents, DeskHandle, DeskOptions } from './launcher/options.ts';

/** Attributes of `<desk-widget>`: those of {@link DeskOptions} that markup can say; `src` is the desk's address. */
export interface DeskWidgetAttributes extends Pick<
  DeskOptions,
  'store' | 'locale' | 'position' | 'colour' | 'scheme' | 'dir'
> {
  readonly src?: string;
  readonly consent?: 'required';
}

type Calls = Omit<DeskHandle, 'version'>;

/**
 * `window.Shopdesk`, by the script or by the line that keeps calls until the script has come. `Shopdesk('open')` and,
 * once the script has come, `Shopdesk.open()` are the same; a call that waits answers undefined.
 */
export interface ShopdeskCommands extends Partial<Calls> {
  <E extends keyof DeskEvents>(
    command: 'on',
    event: E,
    listener: (detail: DeskEvents[E]) => void,
  ): (() => void) | undefined;
  (command: 'mount', options: DeskOptions): void;
  <C extends Exclude<keyof Calls, 'on'>>(command: C, ...args: Parameters<Calls[C]>): ReturnType<Calls[C]> | undefined;
  /** Calls that wait for the script. */
  q?: ArrayLike<unknown>[];
  /** Set by the script. */
  readonly version?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-widget': HTMLElement;
  }
  interface Window {
    Shopdesk?: ShopdeskCommands;
  }
}
