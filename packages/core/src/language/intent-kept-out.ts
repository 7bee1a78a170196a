import type { IntentExample } from './intent-examples/example.ts';

/** By first level: questions that no shipped example repeats. */
const QUESTIONS: Readonly<Record<string, string>> = {
  PRODUCT:
    '这个锅电磁炉能用吗|白色的下个月会补吗|is the charger included in the box|which of your two kettles is quieter',
  PROMOTION: '周年庆还有满减吗|领的券怎么叠加用|will there be a sale next weekend|how do I get the free tote bag',
  ORDER:
    '刚拍的那单帮我撤了吧|收件人想改成我妈|please take one item off the order I just made|I ordered the same lamp two times by mistake',
  PAYMENT:
    '付款的时候一直转圈最后提示失败|卡里一下子少了两份钱|my card keeps getting refused at the last step|why was I billed twice this month',
  LOGISTICS:
    '我的包裹卡在中转站四天了|今天能寄出来吗|the tracking page has not moved since Monday|the box arrived crushed and wet',
  RETURN:
    '七天内能不能直接退掉|裤子太长了想退|the shirt you sent is the wrong colour and I am sending it back|these boots pinch, how do I give them back',
  EXCHANGE:
    '大了一码给我换个小的吧|可以换成蓝色的吗|could you swap it for a medium please|I would like a different colour instead of this one',
  REPAIR:
    '保修期内坏了能修吗|扫地机不转了怎么报修|it stopped charging, can someone fix it under warranty|where do I take my drill to be repaired',
  REFUND:
    '退的钱为什么少了二十块|钱什么时候退给我|how much of my money will I get back|you approved my refund last week and nothing came',
  INVOICE:
    '抬头写错了能重开票吗|公司报销要增值税专用发票|I need a VAT receipt made out to my company|can you resend the invoice for my expenses',
  ACCOUNT:
    '登录不上说密码不对|换手机号了怎么绑定新的|I never get the code to sign in|how do I delete my profile and my data',
  TECH: '点开你们网页一片空白|小程序老是闪退|the app crashes whenever I open the cart|your website will not load on my phone',
  COMPLAINT:
    '你们客服说话太难听了我要投诉|派送员把东西扔门口就跑,我要投诉他|I want to make a formal complaint about the person I spoke to|the advert lied, I am complaining about this product',
  SUGGESTION:
    '建议你们出个大包装的|希望以后能加个夜间配送|it would be nice if you offered paper packaging|an idea: let us filter by material',
  COOPERATION:
    '我们公司想批量采购五百份|想加盟你们品牌怎么谈|we would like to stock your mugs in our cafes|do you have trade prices for bulk orders',
  SAFETY:
    '孩子用了之后脸上起红疹|插电的时候漏电打到手了|the battery caught fire while charging|I had an allergic reaction to the cream',
  OTHER: '哈喽有人吗|今天天气真不错|hello there|ok thank you bye',
};

/** Questions by first-level intent that are never learned from: what a training must not read worse than before. */
export const KEPT_OUT_QUESTIONS: readonly IntentExample[] = Object.entries(QUESTIONS).flatMap(([intent, questions]) =>
  questions.split('|').map((text) => ({ text, intent })),
);
