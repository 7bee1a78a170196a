/** @module A page of the shop: the widget with what the shop adds to it. */
import { mountDesk } from '@shopdesk/widget';
import { warrantyWidget } from '../widget/index.ts';

const { store = '', desk = '', token = '', locale = 'en' } = document.body.dataset;
const handle = mountDesk({ store, url: desk, locale, features: [warrantyWidget] });
void handle?.identify(token);
handle?.open();
