import type { Document } from '@shopdesk/core/client';
import type { BotStore, IdentityKey, RowOf } from '@shopdesk/core';
import { actionDocument, listDocument, rowDocument, select, type SelectedBy } from '../../desk/document.ts';

type StoreRow = RowOf<typeof BotStore>;
type KeyRow = RowOf<typeof IdentityKey>;

const storeFields = select<StoreRow>()(
  [
    'id',
    'version',
    'name',
    'key',
    'timeZone',
    'locale',
    'currency',
    'profile',
    'policyPack',
    'region',
    'allowedOrigins',
    'identityIssuer',
  ],
  {
    serviceHours: 'weekday from to',
    officeHours: 'weekday from to',
    calendar: 'date kind name { zh en } hours { from to }',
    look: 'colour position title { zh en } greeting { zh en } offlineText { zh en }',
    bot: 'mode name { zh en } rephrase sendPersonalData',
  },
);
export type StoreItem = SelectedBy<typeof storeFields>;
export type Look = StoreItem['look'];
export type Hours = StoreItem['serviceHours'];

export const stores = listDocument<StoreRow, StoreItem>({ field: 'stores', entity: 'Store' }, storeFields);
export const store: Document<{ id: string }, StoreItem | null> = rowDocument('store', storeFields);

export type StoreChange = Partial<Omit<StoreItem, 'id' | 'version' | 'key'>>;
/** An action on a store that a section saves its draft by. */
export type SaveStore = Document<{ input: StoreChange & { id: string }; key?: string }, StoreItem>;
export const updateStore: SaveStore = actionDocument('updateStore', 'Store', storeFields);
export const setStoreBot: SaveStore = actionDocument('setStoreBot', 'Store', storeFields);
export const createStore = actionDocument<StoreChange & { name: string; key: string }, StoreItem>(
  'createStore',
  'Store',
  storeFields,
);

const keyFields = select<KeyRow>()(['id', 'version', 'kid', 'algorithm', 'revokedAt', 'createdAt']);
export type KeyItem = SelectedBy<typeof keyFields>;
export const identityKeys = listDocument<KeyRow, KeyItem>({ field: 'identityKeys', entity: 'IdentityKey' }, keyFields);
export const addIdentityKey = actionDocument<
  { storeId: string; kid: string; algorithm: KeyItem['algorithm']; material: string },
  KeyItem
>('addIdentityKey', 'IdentityKey', keyFields);
export const revokeIdentityKey = actionDocument<{ id: string }, KeyItem>('revokeIdentityKey', 'IdentityKey', keyFields);
