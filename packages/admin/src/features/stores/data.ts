import { actionMutation, listQuery, rowQuery, viewQuery, type Row } from '../../desk/documents.ts';

const storeFields = `id version name key timeZone locale currency profile policyPack region country allowedOrigins
  identityIssuer
  serviceHours { weekday from to } officeHours { weekday from to } calendar { date kind name { zh en } hours {
  from to } } look { colour position title { zh en } greeting { zh en } offlineText { zh en } } bot { mode name {
  zh en } rephrase sendPersonalData }`;
export type StoreItem = Row<'Store', typeof storeFields>;
export type Look = StoreItem['look'];
export type Hours = StoreItem['serviceHours'];

export const stores = listQuery('stores', 'Store', storeFields);
export const store = rowQuery('store', storeFields);

export const countryProposal = viewQuery(
  'countryProposal',
  { country: 'String!', near: 'String' },
  'timeZone currency region serviceHours { weekday from to } officeHours { weekday from to }',
);
export const updateStore = actionMutation('updateStore', 'Store', storeFields);
export const setStoreBot = actionMutation('setStoreBot', 'Store', storeFields);
export type StoreChange = Partial<Omit<StoreItem, 'id' | 'version' | 'key'>>;
export const createStore = actionMutation('createStore', 'Store', storeFields);

const keyFields = 'id version kid algorithm revokedAt createdAt';
export type KeyItem = Row<'IdentityKey', typeof keyFields>;
export const identityKeys = listQuery('identityKeys', 'IdentityKey', keyFields);
export const addIdentityKey = actionMutation('addIdentityKey', 'IdentityKey', keyFields);
export const revokeIdentityKey = actionMutation('revokeIdentityKey', 'IdentityKey', keyFields);
