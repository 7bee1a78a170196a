import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { scenes } from '../../dev/scenes.ts';
import { cleanPage, objections, part, until } from '../../test/page.ts';
import { describe, it } from '../../test/suite.ts';
import { createWidgetDesk } from '../../test/widget-desk.ts';

async function chat(options: Parameters<Awaited<ReturnType<typeof createWidgetDesk>>['mount']>[0], scene = 'chat') {
  cleanPage();
  const desk = await createWidgetDesk();
  const handle = desk.mount(options);
  await scenes[scene]?.(desk, handle);
  return handle;
}

const surface = () => getComputedStyle(part('desk-chat')).getPropertyValue('--desk-surface');

describe('the colours of the widget', () => {
  it('are dark for a reader who wants that, and can be read', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const handle = await chat({ scheme: 'auto' }, 'closed');
    expect(surface()).to.equal('#17191d');
    expect(await objections()).to.deep.equal([]);
    handle.remove();
    await emulateMedia({ colorScheme: 'light' });
  });

  it('stay light on a page that knows no dark', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const handle = await chat({}, 'empty');
    expect(surface()).to.equal('#fff');
    handle.remove();
    document.documentElement.style.colorScheme = 'light dark';
    const dark = await chat({}, 'empty');
    await until(() => surface() === '#17191d');
    dark.remove();
    document.documentElement.style.colorScheme = '';
    await emulateMedia({ colorScheme: 'light' });
  });

  it('can be read with the lightest of brand colours', async () => {
    const handle = await chat({ colour: '#ffe98a' });
    expect(await objections()).to.deep.equal([]);
    handle.remove();
  });

  it('come from the page where it sets them', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'desk-widget { --shopdesk-colour: rgb(1, 2, 3); --shopdesk-surface: rgb(250, 240, 230) } desk-widget::part(launcher) { border-radius: 8px }',
    );
    document.adoptedStyleSheets = [sheet];
    const handle = await chat({}, 'empty');
    expect(getComputedStyle(part('.launcher')).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(part('.launcher')).borderRadius).to.equal('8px');
    expect(getComputedStyle(part('.panel')).backgroundColor).to.equal('rgb(250, 240, 230)');
    expect(getComputedStyle(part('header')).backgroundColor).to.equal('rgb(1, 2, 3)');
    document.adoptedStyleSheets = [];
    handle.remove();
  });

  it('leave borders where the system forces its own colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const handle = await chat({});
    expect(await objections()).to.deep.equal([]);
    expect(getComputedStyle(part('.bubble')).borderTopStyle).to.equal('solid');
    handle.remove();
    await emulateMedia({ forcedColors: 'none' });
  });
});
