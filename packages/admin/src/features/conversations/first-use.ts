/**
 * @module What the inbox needs only when somebody first reaches for it, as one file: filters, files, scripts, emoji, and
 * what is said about a reply that should not go.
 */
import '@shopdesk/widget/elements/desk-emoji';

export { filterPanel } from './filters.ts';
export { Uploads } from './uploads.ts';
export { guardNotice } from './writing/guard-notice.ts';
export { ScriptPicker } from './writing/script-picker.ts';
