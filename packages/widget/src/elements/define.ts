import { VERSION } from '../version.ts';

/** Registers an element once, however often our scripts are on the page; says so when two versions meet. */
export function define(tag: string, element: CustomElementConstructor & { version?: string }): void {
  const earlier = customElements.get(tag) as { version?: string } | undefined;
  if (!earlier) {
    element.version = VERSION;
    customElements.define(tag, element);
  } else if (earlier.version !== VERSION)
    console.warn(`Shopdesk: <${tag}> of version ${earlier.version ?? 'unknown'} is in use; ${VERSION} is ignored.`);
}
