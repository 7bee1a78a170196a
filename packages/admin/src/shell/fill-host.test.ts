import { expect } from '@open-wc/testing';
import { createPanelDesk } from '../testing/panel-desk.ts';
import { afterEach, all, cleanPage, describe, it, newPanel, shows, until } from '../testing/page.ts';

/** Hosts 900 pixels wide and 700 high; the panel gets what padding and a bar of 50 pixels leave. */
const HOSTS: readonly [what: string, style: string, size: readonly [number, number], bar?: string][] = [
  ['a block of a fixed height', 'block-size:700px', [900, 700]],
  ['a block that has only a least height', 'min-block-size:700px', [900, 700]],
  [
    'a padded block that has only a least height, below a bar',
    'min-block-size:700px;box-sizing:border-box;padding:10px',
    [880, 630],
    'block-size:50px',
  ],
  ['a row of flex children', 'display:flex;block-size:700px', [900, 700]],
  [
    'a column of flex children, below a bar',
    'display:flex;flex-direction:column;block-size:700px',
    [900, 650],
    'block-size:50px',
  ],
  [
    'a column of flex children that has only a least height',
    'display:flex;flex-direction:column;min-block-size:700px',
    [900, 650],
    'block-size:50px',
  ],
  ['a cell of a grid', 'display:grid;block-size:700px', [900, 700]],
  [
    'a cell of a grid, below a bar',
    'display:grid;grid-template-rows:auto 1fr;block-size:700px',
    [900, 650],
    'block-size:50px',
  ],
  ['a cell of a grid that has only a least height', 'display:grid;min-block-size:700px', [900, 700]],
];

async function place(style: string, bar: string | undefined, signedIn: boolean): Promise<HTMLElement> {
  const desk = await createPanelDesk();
  if (signedIn)
    sessionStorage.setItem(
      'shopdesk.panel:',
      JSON.stringify({ token: (await desk.signedIn('Agent-TL', ['TL'])).token }),
    );
  location.hash = '/';
  const panel = newPanel(desk);
  document.body.style.cssText = 'margin:0';
  const host = document.createElement('div');
  host.className = 'host';
  host.style.cssText = `inline-size:900px;${style}`;
  if (bar !== undefined)
    host.append(Object.assign(document.createElement('p'), { style: `margin:0;flex:none;${bar}` }));
  host.append(panel);
  document.body.append(host);
  return panel;
}

const sizeOf = (element: Element | undefined) => {
  const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
  return [Math.round(width), Math.round(height)];
};

describe('the panel fills', () => {
  afterEach(() => {
    cleanPage();
    for (const host of document.querySelectorAll('.host')) host.remove();
  });

  for (const [what, style, size, bar] of HOSTS) {
    it(`${what}, signed in`, async () => {
      const panel = await place(style, bar, true);
      await shows('desk-admin-frame');
      await until(() => sizeOf(panel).join() === size.join(), 'it has its size').catch(() => undefined);
      expect(sizeOf(panel)).to.deep.equal(size);
      expect(sizeOf(all('desk-admin-frame')[0])).to.deep.equal(size);
      expect(sizeOf(all('.frame')[0])).to.deep.equal(size);
    });
  }

  it('its host also on the page where one signs in, and follows its host', async () => {
    const panel = await place('min-block-size:700px', undefined, false);
    const form = await shows('desk-admin-sign-in');
    await until(() => sizeOf(form).join() === '900,700', 'the sign-in is as high as the host');
    const host = panel.parentElement as HTMLElement;
    host.style.minBlockSize = '800px';
    await until(() => sizeOf(panel).join() === '900,800', 'it grows with its host');
    host.style.minBlockSize = '600px';
    dispatchEvent(new Event('resize'));
    await until(() => sizeOf(panel).join() === '900,600', 'it gets smaller with its host');
  });
});
