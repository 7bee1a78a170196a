import { actionMutation, viewQuery, type Row } from '../../desk/documents.ts';

const stateFields = `source connectionId adapter adapterName { zh en } settings { name value } connectedAt capabilities {
  capability has } answeredAt fault faultAt failing testedAt testMs checks { subject fault example }`;
export const shopState = viewQuery('shopState', { storeId: 'ID!' }, stateFields);
export type ShopState = Row<'ShopState', typeof stateFields>;

const adapterFields = `adapters { code name { zh en } about { zh en } settings { name kind title { zh en } hint { zh en }
  required choices { value title { zh en } } } }`;
export const shopAdapters = viewQuery('shopAdapters', {}, adapterFields);
export type Adapter = Row<'ShopAdapters', typeof adapterFields>['adapters'][number];
export type AdapterSetting = Adapter['settings'][number];

export const connectShop = actionMutation('connectShop', 'ConnectedShop', 'id version');
export const disconnectShop = actionMutation('disconnectShop', 'ConnectedShop', 'id version');
export const testShop = actionMutation('testShop', 'ShopHealth', 'id fault testedAt');
