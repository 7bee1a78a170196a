/** @module Every scene of the playground, looked at by axe. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { scenes } from '../dev/scenes.ts';
import { cleanPage, objections } from './page.ts';
import { it } from './suite.ts';
import { createWidgetDesk } from './widget-desk.ts';

/** One test a scene, in a language and at a width. */
export function accessibleScenes(locale: 'en' | 'zh-CN', size: { width: number; height: number }): void {
  for (const [name, scene] of Object.entries(scenes))
    it(`is clean for axe: ${name}`, async () => {
      cleanPage();
      await setViewport(size);
      const desk = await createWidgetDesk({ presence: name.startsWith('offline') ? 'OFFLINE' : 'ONLINE' });
      const handle = desk.mount({ locale, ...(name === 'consent' ? { consent: 'required' } : {}) });
      try {
        await scene(desk, handle);
        expect(await objections()).to.deep.equal([]);
      } finally {
        handle.remove();
      }
    });
}
