/**
 * @module `widget.js`: one classic script that draws the button and listens to commands, also to those given before it
 * came.
 */
import { Launcher, type ChatParts } from './launcher/launcher.ts';
import { defineDeskWidget, mounted, mountInto, newHost } from './launcher/mount.ts';
import type { DeskHandle, DeskOptions } from './launcher/options.ts';
import { VERSION } from './version.ts';

/** What is called before this script is there comes as arrays, or as the `arguments` of a function. */
type Command = readonly [name: string, ...args: unknown[]];
type Global = ((name: string, ...args: unknown[]) => unknown) & { q?: Command[]; version?: string };

/** File names of the chunks; the build puts them in. */
declare const CHAT: string;
declare const CONNECTION: string;
declare const LOOK: string;

const page = window as unknown as { Shopdesk?: Global };

/**
 * The element that this script came from. It is read through the prototype: on the document itself
 * `<img name="currentScript">` would answer, and the chat's code would be loaded from where that picture lies.
 */
const current: unknown = Reflect.get(Document.prototype, 'currentScript', document);
const script = current instanceof HTMLScriptElement ? current : undefined;
/** Under our name a page may also have an element: `<form id="Shopdesk">`. */
const earlier = typeof page.Shopdesk === 'function' ? page.Shopdesk : undefined;
const version = earlier?.version;

if (version && version !== VERSION)
  console.warn(`Shopdesk: version ${version} is on this page, ${VERSION} is ignored.`);
else {
  if (!version) start();
  if (script?.dataset['store']) page.Shopdesk?.('mount', { ...script.dataset });
}

function start(): void {
  /** The chat's code lies beside this script and nowhere else; for a script without an address there is none. */
  const base = script?.src ? new URL('.', script.src).href : '';
  // A browser may remember that an address failed to load, so another try gets another address.
  const load = (file: string) => (failures: number) =>
    import(/* @vite-ignore */ `${base}widget/${file}${failures ? `?${failures}` : ''}`);
  const parts: ChatParts = { chat: load(CHAT), connection: load(CONNECTION), look: load(LOOK) };
  const waiting: Command[] = [...(earlier?.q ?? [])];
  let wasMounted = false;

  // The function stays when the widget is removed: a page may call it later all the same.
  const shopdesk = (name: string, ...args: unknown[]): unknown => {
    if (name === 'mount') return mount(args[0] as DeskOptions);
    if (!mounted) return wasMounted ? console.warn('Shopdesk: removed') : void waiting.push([name, ...args]);
    const method = mounted[name as keyof DeskHandle] as unknown;
    if (typeof method === 'function') return (method as (...given: unknown[]) => unknown).apply(mounted, args);
    return console.warn(`Shopdesk: no command "${name}"`);
  };
  const drain = (): void => {
    wasMounted = true;
    for (const command of waiting.splice(0)) shopdesk(...command);
  };
  const mount = (options: Partial<DeskOptions> = {}): void => {
    if (!options.store) return console.warn('Shopdesk: no data-store');
    mountInto(newHost, { url: base, ...options, store: options.store }, parts);
    drain();
  };

  // `Shopdesk.open()` is the same as `Shopdesk('open')`.
  for (const name of Object.getOwnPropertyNames(Launcher.prototype))
    Object.assign(shopdesk, { [name]: (...args: unknown[]) => shopdesk(name, ...args) });
  page.Shopdesk = Object.assign(shopdesk, { version: VERSION });
  defineDeskWidget(parts, base, drain);
}
