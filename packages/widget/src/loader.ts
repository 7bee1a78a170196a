/** @module `widget.js`: one classic script that draws the button and listens to commands, also to those given before it came. */
import { Launcher, type ChatParts } from './launcher/launcher.ts';
import { defineDeskWidget, mounted, mountInto, newHost } from './launcher/mount.ts';
import type { DeskHandle, DeskOptions } from './launcher/options.ts';
import { VERSION } from './version.ts';

type Command = readonly [name: string, ...args: unknown[]];
type Global = ((...command: Command) => unknown) & { q?: ArrayLike<unknown>[]; version?: string };

/** File names of the chunks; the build puts them in. */
declare const CHAT: string;
declare const CONNECTION: string;
declare const LOOK: string;

const page = window as unknown as { Shopdesk?: Global };

const earlier = page.Shopdesk?.version;
if (!earlier) start();
else if (earlier !== VERSION) console.warn(`Shopdesk: version ${earlier} is on this page, ${VERSION} is ignored.`);

function start(): void {
  const script = document.currentScript as HTMLScriptElement | null;
  const base = new URL('.', script?.src || location.href).href;
  // A browser may remember that an address failed to load, so another try gets another address.
  // A browser may remember that an address failed to load, so another try gets another address.
  const load = (file: string) => (failures: number) => import(/* @vite-ignore */ `${base}widget/${file}${failures ? `?${failures}` : ''}`);
  const parts: ChatParts = { chat: load(CHAT), connection: load(CONNECTION), look: load(LOOK) };
  const waiting: Command[] = Array.from(page.Shopdesk?.q ?? [], (command) => Array.from(command) as unknown as Command);

  const run = ([name, ...args]: Command): unknown => {
    if (name === 'mount') return mount(args[0] as DeskOptions);
    if (!mounted) return void waiting.push([name, ...args]);
    const method = mounted[name as keyof DeskHandle] as unknown;
    if (typeof method === 'function') return (method as (...given: unknown[]) => unknown).apply(mounted, args);
    return console.warn(`Shopdesk: no command "${name}"`);
  };
  const drain = (): void => {
    for (const command of waiting.splice(0)) run(command);
  };
  const mount = (options: Partial<DeskOptions>): void => {
    if (!options.store) return console.warn('Shopdesk: data-store is missing');
    mountInto(newHost, { url: base, ...options, store: options.store }, parts, gone);
    drain();
  };
  const shopdesk: Global = new Proxy(Object.assign((...command: Command) => run(command), { version: VERSION }), {
    // `Shopdesk.open()` is the same as `Shopdesk('open')`.
    get: (target, name) => (name in Launcher.prototype ? (...args: unknown[]) => run([name as string, ...args]) : Reflect.get(target, name)),
  });
  const gone = (): void => {
    if (page.Shopdesk === shopdesk) delete page.Shopdesk;
  };

  page.Shopdesk = shopdesk;
  defineDeskWidget(parts, base, drain, gone);
  if (script?.dataset['store']) mount({ ...script.dataset } as Partial<DeskOptions>);
}
