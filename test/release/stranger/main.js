import '@shopdesk/admin';
import { mountDesk } from '@shopdesk/widget';

const url = new URLSearchParams(location.search).get('desk');
const panel = document.createElement('desk-admin');
panel.setAttribute('url', url);
panel.setAttribute('locale', 'en');
document.body.append(panel);
mountDesk({ store: 'demo', url });
