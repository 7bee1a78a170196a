import { reasons } from '../../kernel/denial-codes.ts';

export const connectionReasons = reasons({
  SHOP_SET_BY_OPERATOR: {
    en: 'The operator of the server has set the shop of this store; only they can change it.',
    zh: '此店铺的商城由服务器运维人员设定，只能由其更改。',
  },
});
