import { Launcher, type ChatParts } from './launcher.ts';
import type { DeskHandle, DeskOptions } from './options.ts';

/** The one widget of this page, if it is there. */
export let mounted: Launcher | undefined;

/** Puts the widget into a host, unless there is one already: a page has one desk. */
export function mountInto(host: () => HTMLElement, options: DeskOptions, parts: ChatParts): DeskHandle {
  const store = mounted?.options.store;
  if (mounted && store !== options.store)
    console.warn(`Shopdesk: "${store}" is on this page, "${options.store}" is ignored.`);
  mounted ??= new Launcher(host(), options, parts, () => {
    mounted = undefined;
  });
  return mounted;
}

/** Beside the body, not in it: a transformed or filtered body would carry the corner away. */
export const newHost = (): HTMLElement => document.documentElement.appendChild(document.createElement('desk-widget'));

/**
 * Registers `<desk-widget store="…" src="address of the desk">`; its other attributes are those of {@link DeskOptions}.
 */
export function defineDeskWidget(parts: ChatParts, url: string, onMounted?: () => void): void {
  if (customElements.get('desk-widget')) return;
  customElements.define(
    'desk-widget',
    class extends HTMLElement {
      connectedCallback(): void {
        const options = { url: this.getAttribute('src') ?? url, store: '' };
        for (const { name, value } of this.attributes) Object.assign(options, { [name]: value });
        if (!options.store) return;
        mountInto(() => this, options, parts);
        onMounted?.();
      }

      disconnectedCallback(): void {
        // Moving an element takes it out and puts it in again at once.
        queueMicrotask(() => this.isConnected || mounted?.root.host !== this || mounted.remove());
      }
    },
  );
}
