import { expect } from '@open-wc/testing';
import { StaffSession } from '@shopdesk/core';
import { createPanelDesk } from '../testing/panel-desk.ts';
import { afterEach, cleanPage, describe, it, openPanel, reads, until } from '../testing/page.ts';
import { deviceName } from './device-name.ts';
import { watchIdle } from './idle-watch.ts';
import { LASTING } from './session.ts';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a panel that nobody touches', () => {
  afterEach(cleanPage);

  it('is noticed after the time that the desk gives, and not while hands are on it in any tab', async () => {
    let idle = 0;
    let idleMs: number | undefined = 300;
    const stop = watchIdle({ idleMs: () => idleMs, onIdle: () => (idle += 1) });
    for (let n = 0; n < 10; n += 1) {
      // Another tab of the panel.
      LASTING.set('shopdesk.panel.active', String(Date.now()));
      await wait(50);
    }
    expect(idle).to.equal(0);
    await until(() => idle > 0, 'it is noticed');
    idleMs = undefined;
    const before = idle;
    await wait(100);
    expect(idle).to.equal(before);
    stop();
  });

  it('ends its session, and asks to sign in again over its pages', async () => {
    const desk = await createPanelDesk();
    const { fetch } = desk as unknown as { fetch: (...call: readonly unknown[]) => Promise<Response> };
    // The desk itself ends a session after an hour.
    const impatient = async (...call: readonly unknown[]) =>
      new Response((await (await fetch(...call)).text()).replace('"idleSeconds":3600', '"idleSeconds":4'), {
        headers: { 'content-type': 'application/json' },
      });
    await openPanel({ roles: ['AD'], path: '/staff', desk: { ...desk, fetch: impatient as never } });
    await reads('Your session has ended');
    await reads('Agent-AD');
    expect(await desk.desk.read(desk.system).all(StaffSession, { where: { endedAt: null } })).to.deep.equal([]);
  });
});

describe('a browser', () => {
  it('is called by a short name that its owner knows', () => {
    const mozilla = 'Mozilla/5.0';
    expect(deviceName(`${mozilla} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`)).to.equal(
      'Firefox · Linux',
    );
    expect(
      deviceName(
        `${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
      ),
    ).to.equal('Edge · Windows');
    expect(
      deviceName(
        `${mozilla} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1`,
      ),
    ).to.equal('Safari · iPhone');
    expect(deviceName('curl/8')).to.equal('');
  });
});
