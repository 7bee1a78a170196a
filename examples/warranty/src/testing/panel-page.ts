/** @module The shop's own page of the panel: the standard features and its own. */
import { DeskAdmin, standardAdminFeatures } from '@shopdesk/admin';
import { warrantyAdmin } from '../admin/index.ts';

const panel = document.querySelector('desk-admin') as DeskAdmin;
panel.features = [...standardAdminFeatures, warrantyAdmin];
