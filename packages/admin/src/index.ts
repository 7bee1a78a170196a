/**
 * @module The panel: `<desk-admin>` and what a third party needs to add pages and panels to it.
 */
export {
  defineAdminFeature,
  panel,
  panelSlot,
  type AdminCommand,
  type AdminFeature,
  type AdminPage,
  type AdminPanel,
  type AdminShortcut,
  type PanelSlot,
  type SearchContext,
} from './desk/feature.ts';
export type { BellContext, BellEntry, BellItem, BellSource } from './desk/bell.ts';
export {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from './desk/contexts.ts';
export { Act } from './desk/act.ts';
export {
  actionMutation,
  documentsFor,
  keylessActionMutation,
  listQuery,
  rowActionMutation,
  rowQuery,
  viewQuery,
  withJson,
  type Connection,
  type Documents,
  type FilterOf,
  type Row,
} from './desk/documents.ts';
export { conversationSide, customerDetail, shellNotices, storeEmbedding } from './desk/slots.ts';
export { can, type Viewer } from './desk/viewer.ts';
export { standardAdminFeatures } from './features/index.ts';
export { base } from './kit/base-style.ts';
export { controls } from './kit/control-style.ts';
export { DeskElement, define } from './kit/element.ts';
export { Language, languageContext, type Locale, type LocalText, type Texts } from './kit/language.ts';
export { Loader } from './kit/loader.ts';
export { paged, Pages, type PageOf } from './kit/pages.ts';
export { tables } from './kit/table-style.ts';
export { toast, type Toast } from './kit/toast.ts';
export { DeskAdmin } from './shell/admin-element.ts';
