/** @module Scripts and macros: what agents say often, and what they do often. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { composerAbove } from '../../desk/slots.ts';

const title = { en: 'Scripts', zh: '话术' };
const allow = 'script.read';

export const scripts = defineAdminFeature({
  name: 'scripts',
  pages: [
    {
      path: 'scripts',
      title,
      tag: 'desk-admin-scripts',
      load: () => import('./scripts-page.ts'),
      allow,
      nav: { order: 20, icon: 'chat', area: 'knowledge' },
    },
    {
      path: 'scripts/macros',
      title: { en: 'Macros', zh: '快捷操作' },
      tag: 'desk-admin-macros',
      load: () => import('./macros-page.ts'),
      allow,
    },
  ],
  panels: [
    panel(composerAbove, {
      tag: 'desk-admin-macros-panel',
      load: () => import('./macros-panel.ts'),
      title: { en: 'Macros', zh: '快捷操作' },
      allow,
      order: 90,
    }),
  ],
  rows: { Script: '/records/Script', Macro: '/records/Macro' },
  shortcuts: [{ keys: '/', title: { en: 'Insert a script, in the reply', zh: '回复中插入话术' } }],
});
