import { addTo } from '../../kernel/vocabulary.ts';
import { DecisionSubject } from '../policies/index.ts';

export const OrderSubject = addTo(DecisionSubject, { ORDER_REQUEST: { en: 'Order change', zh: '订单变更' } });
