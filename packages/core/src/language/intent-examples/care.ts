import type { IntentExamples } from './example.ts';

/** Complaints, safety and everything that is no request to the shop. */
export const CARE_EXAMPLES: IntentExamples = {
  'COMPLAINT.SERVICE': {
    zh: '我要投诉客服|你们态度太差了|客服根本不理人|找你们领导来|等了一个小时没人回复|服务太差劲了|客服骂人我要投诉|一直敷衍我|踢皮球没人管|叫你们经理出来|再不处理我就打12315|你们就是骗子,我要曝光|半天没人理我|你们什么态度|再不给说法我就去消协|打电话也不接|客服答非所问|说好回电没人回|太不负责了|推来推去|我要找消费者协会|气死我了没人管|差评,服务太差',
    en: 'I want to complain about your service|your staff was rude to me|nobody answers me|let me speak to your manager|I have been waiting for an hour and no one replies|terrible customer service|I want to file a complaint|you keep passing me around|your agent hung up on me|this is unacceptable service|I will report you to the consumer authority|make a consumer complaint|ignored by support for hours|I will go to the consumer protection office|your team is incompetent|promised a call back and nobody called|worst support ever|I am furious with how you treat me|nobody takes responsibility|get me someone in charge|you are wasting my time|your hotline never picks up|I am very unhappy with your service',
  },
  'COMPLAINT.PRODUCT': {
    zh: '投诉你们卖假货|质量这么差还敢卖|货不对板欺骗消费者|虚假宣传我要投诉|卖过期产品,我要举报|东西太垃圾了我要投诉|根本没有宣传的效果,骗人|三无产品我要举报|卖假货坑人|宣传的和实物差太远|劣质产品|这是翻新机吧骗人|图片是骗人的|卖次品我要投诉|过期了还卖|黑心商家',
    en: 'I want to complain about the product|you sell fake goods|this is false advertising|you sold me an expired product, I will report you|the quality is a disgrace, I am making a complaint|the product is nothing like advertised, this is fraud|complaint about the poor quality|you are deceiving customers with this product|selling knock-offs is illegal|you sold me a used one as new, that is fraud|your pictures lie|I will report this shop for fake goods|rubbish product, I am complaining|sold as new but refurbished, scam|misleading product description, I complain|shame on you for selling such junk',
  },
  'COMPLAINT.LOGISTICS': {
    zh: '投诉快递员|快递不送上门我要投诉|快递员态度恶劣|送货的人骂我|快递私自放驿站,投诉|物流太差了要投诉|快递员乱扔包裹|不打电话就签收了,我要投诉快递|小哥乱扔东西|送快递的把箱子扔地上|快递员骂人|派件员不打电话|送货迟到还凶|不送货上门还态度差|快递太野蛮了|投诉物流公司',
    en: 'I want to complain about the courier|the driver was rude|the courier threw my parcel over the fence|complaint about the delivery service|the driver did not ring and left|your delivery company is terrible|the courier refused to bring it upstairs, I want to complain|the delivery man shouted at me|the delivery guy tossed my box on the ground|your courier swore at me|driver left it in the rain, I want to complain|horrible delivery company|the carrier lies about delivery attempts, complaint|delivery person was aggressive|the van driver refused to carry it|shipping company is a joke',
  },
  'COMPLAINT.PRICE': {
    zh: '先涨价再打折,投诉|价格欺诈|你们虚标原价|同样的东西别人买比我便宜,杀熟吧|乱收费我要投诉|价格说好了又变|标价和实际不一样,欺骗|大数据杀熟我要举报|先提价再降价|坑人的价格|老用户比新用户贵|结账时价格变高了投诉|太黑了价格|假打折|标错价不认账|偷偷涨价',
    en: 'you raised the price before the discount, that is cheating|price fraud|complaint about the price|the advertised price was not honoured|hidden fees, I want to complain|you charge loyal customers more|the price tag was misleading|this is a rip-off, I will complain|you jack up prices to fake a discount|fake discount|the price at the till was higher than advertised|you do not honour your own price|price gouging|bait and switch|old customers pay more, that is unfair|secretly raised the price',
  },
  'SAFETY.INJURY': {
    zh: '用了你们的产品受伤了|烫伤了|孩子被划伤流血了|充电的时候爆炸了|起火了差点烧了房子|触电了|玻璃炸裂割到手|吃了拉肚子住院了|食物中毒|电池鼓包冒烟|小孩误吞了零件|摔断了椅子把人摔伤了|手烫了个泡|冒烟了|孩子把零件吞下去了|扎到手出血|漏电了|吃完上吐下泻|砸到脚了|爆了把脸炸伤|锅突然炸了|夹到手指|吸进嗓子了',
    en: 'I got hurt using your product|it burned my hand|my child cut himself and is bleeding|it exploded while charging|it caught fire|I got an electric shock|the glass burst and cut me|I was sick after eating it and had to go to hospital|food poisoning from your product|the battery is smoking and swollen|my child swallowed a small part|the chair collapsed and I was injured|it started smoking and I burnt my fingers|my toddler swallowed a piece|there was a fire|it fell on my foot and I am hurt|got sick and vomited after eating it|sharp edge cut my finger|the ladder broke and I fell|the lid blew off and scalded me|sparks came out of it|the kid almost choked on it|someone was injured',
  },
  'SAFETY.ALLERGY': {
    zh: '用了过敏了|脸上起红疹|擦了之后皮肤又红又痒|嘴唇肿了|全身起疹子|过敏去医院了|用完脸烂了|眼睛肿得睁不开|涂了刺痛发红|孩子用了起湿疹|整张脸又肿又痒|涂完起疙瘩|皮肤灼痛发红|喷了以后喘不上气|起了一片小红点|嘴巴发麻肿起来|用后脱皮严重|手上起水泡很痒|贴了之后皮肤过敏',
    en: 'I had an allergic reaction|my skin is red and itchy after using it|I got a rash|my lips are swollen after using the lipstick|my eyes swelled up|it caused hives|the cream burns and my face turned red|I had to see a doctor because of an allergy to it|my baby got eczema from it|my face is peeling since I used it|my whole face puffed up|it made my skin break out|my hands are covered in blisters and itch|hard to breathe after spraying it|red spots all over after using it|burning skin after the mask|my throat swelled after eating it|skin peeling and sore from the cream|bad skin reaction',
  },
  OTHER: {
    zh: '你好|在吗|谢谢|好的|嗯嗯|哈哈|有人吗|人工客服|转人工|知道了|没事了|再见|辛苦了|你是机器人吗|今天天气不错|早上好|晚安|我先看看|稍等一下|我朋友推荐我来的|你们几点下班|你叫什么名字|怎么联系你们|电话多少|营业时间|好滴|收到|没问题|哦哦|那我再想想|算了|在不在|帮我转人工|找个真人|怎么称呼你|祝你工作顺利|忙吗|你是真人吗|下次再说|打扰了|周末愉快|嗯|对的|是的|不用了',
    en: 'hello|hi there|thanks|thank you very much|ok|okay great|is anybody there|I want to talk to a human|connect me to an agent|bye|see you|good morning|are you a robot|never mind|just looking|one moment please|lol|you are welcome|what are your opening hours|how can I contact you|what is your phone number|who am I talking to|nice|that is all, thanks|can I call customer service|yes|hi are you there|alright|sounds good|no|not really|i see|give me a real person|can I speak to someone|have a nice day|thanks for your help|good night|got it|maybe later|let me think about it|sorry to bother you|sure|how are you|fine|excellent, thank you|when are you open',
  },
};
