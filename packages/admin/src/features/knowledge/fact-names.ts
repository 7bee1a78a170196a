import type { ProductFactName } from '@shopdesk/core';
import type { Texts } from '../../kit/language.ts';

/** What the facts of a product are called (R-PRE-03). */
export const factNames: Texts<Readonly<Record<ProductFactName, string>>> = {
  key: 'factNames',
  en: {
    COMPOSITION: 'Composition',
    EFFICACY: 'Effect',
    SUITABLE_FOR: 'Suitable for',
    USAGE: 'How to use',
    CAUTIONS: 'Cautions',
    FUNCTION: 'Function',
    FEATURES: 'Features',
    PARAMETERS: 'Parameters',
    SIZE: 'Size and specification',
    PRICE: 'Price and promotion',
    PROS: 'Strengths',
    CONS: 'Weaknesses',
  },
  zh: {
    COMPOSITION: '成分材质',
    EFFICACY: '功效',
    SUITABLE_FOR: '适用人群',
    USAGE: '使用方法',
    CAUTIONS: '注意事项',
    FUNCTION: '功能',
    FEATURES: '特点',
    PARAMETERS: '参数',
    SIZE: '尺寸规格',
    PRICE: '价格与优惠',
    PROS: '优点',
    CONS: '不足',
  },
};
