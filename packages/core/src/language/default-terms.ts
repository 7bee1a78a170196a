/**
 * The default forbidden-phrase table (wording norms, part 2.6): editable data, one rule for each class.
 * `except` lists innocent longer words, so that a drum washer (滚筒) is no insult (滚).
 * @module
 */
import type { TermRule } from './terms.ts';

/** Facts that the default rules ask for; the caller states them in the term context. */
export const TERM_FACTS = {
  /** The person written to has not been verified as the owner of the data. */
  unverified: 'UNVERIFIED',
  /** Policy grants this customer what the message denies. */
  eligible: 'POLICY_ELIGIBLE',
} as const;

const REFUSAL: TermRule = {
  id: 'refusal',
  class: 'REFUSAL',
  name: { zh: '推诿', en: 'Refusal' },
  level: 'warn',
  phrases: [
    '不知道', '不清楚', '没办法', '不可能', '这不归我管', '不归我管', '不是我的问题', '你找快递', '您找快递',
    '自己看详情页', '我也没办法',
    "I don't know", 'I do not know', 'no idea', 'not my problem', "that's not my job", 'nothing I can do',
    'impossible', 'ask the courier yourself', 'read the product page yourself', "can't help you",
  ],
  except: ['知道不知道', '不清楚的照片', '不清楚的话'],
  replacement: { zh: '我马上帮您核实,X分钟内回复您', en: 'Let me check this for you right away; I will reply within X minutes.' },
};

const IMPATIENCE: TermRule = {
  id: 'impatience',
  class: 'IMPATIENCE',
  name: { zh: '不耐烦', en: 'Impatience' },
  level: 'block',
  phrases: [
    '急什么', '等着', '别啰嗦', '别啰唆', '说过多少遍', '你到底买不买', '您到底买不买', '爱买不买', '随便你', '随便您',
    "what's the rush", 'just wait', 'stop nagging', 'how many times do I have to', 'how many times have I told you',
    'are you buying or not', 'take it or leave it', 'suit yourself', 'whatever you want then',
  ],
  except: ['这儿等着您', '这里等着您', '一直等着您'],
  replacement: { zh: '理解您的心情,我再为您说明一次', en: 'I understand how you feel; let me explain it once more.' },
};

const ABUSE: TermRule = {
  id: 'abuse',
  class: 'ABUSE',
  name: { zh: '辱骂', en: 'Contempt or abuse' },
  level: 'block',
  phrases: [
    '你不懂', '有病', '穷鬼', '神经', '滚', '傻', '你看不懂中文吗', '您看不懂中文吗', '告去吧', '随便投诉', '白痴',
    '脑残', '废物', '他妈的', '去死',
    "you don't understand anything", "you wouldn't understand", 'idiot', 'idiots', 'stupid', 'moron', 'crazy',
    'shut up', 'get lost', 'go to hell', "can't you read", 'go ahead and sue', 'complain all you want', 'poor loser',
    'fuck', 'fucking', 'bullshit', 'asshole', 'dumb', 'pathetic',
  ],
  except: [
    '滚筒', '滚动', '滚轮', '滚珠', '滚边', '滚烫', '滚刷', '滚石', '翻滚', '摇滚', '滚瓜', '滚梳', '滚针', '滚子',
    '滚雪球',
    '傻瓜式', '傻瓜相机', '神经网络', '神经元', '坐骨神经', '视神经', '面部神经', '有病虫害', '没有病', '所有病',
    '若有病', '如有病', 'dumbbell', 'dumbbells', 'dumb bell', 'dumb bells',
  ],
};

const BLAME: TermRule = {
  id: 'blame',
  class: 'BLAME',
  name: { zh: '指责', en: 'Blame' },
  level: 'warn',
  phrases: [
    '是你自己弄坏的', '是您自己弄坏的', '你怎么不看说明', '您怎么不看说明', '你拍错了怪谁', '您拍错了怪谁',
    'you broke it yourself', "why didn't you read the manual", "why didn't you read the instructions",
    'you ordered the wrong one', "it's your own fault", 'your own fault',
  ],
  replacement: { zh: '可能使用上有一点误会,我来协助您', en: 'There may be a small misunderstanding about its use; let me help you.' },
};

const ABSOLUTE_CLAIM: TermRule = {
  id: 'absolute-claim',
  class: 'ABSOLUTE_CLAIM',
  name: { zh: '极限词(广告法第九条)', en: 'Absolute claims (Advertising Law art. 9)' },
  level: 'block',
  phrases: [
    '最好', '最低价', '全网第一', '国家级', '顶级', '唯一', '100%有效', '百分百有效', '百分之百有效', '绝对', '永久',
    '万能', '根治',
    'the best', 'best ever', 'best price', 'lowest price', 'cheapest', 'number one', 'no. 1', 'world-class',
    'top-grade', 'the only one', '100% effective', 'absolutely', 'forever lasting', 'permanent', 'permanently',
    'all-purpose cure', 'cures completely',
  ],
  except: [
    '最好先', '最好不要', '最好别', '最好在', '最好是先', '最好能先', '最好提前', '最好联系', '唯一编号', '唯一编码',
    '唯一码', '唯一标识', '绝对值', '绝对压力', '永久居留', '永久地址', '万能表', '万能角度尺',
    'the best way', 'the best time', 'the best email', 'the best number', 'the best address', 'permanent address',
    'permanent marker',
  ],
  replacement: { zh: '请用有依据、有分寸的说法,例如"目前已经是优惠价了"', en: 'Use measured, documented wording, such as “this is already our current offer”.' },
};

const MEDICAL_CLAIM: TermRule = {
  id: 'medical-claim',
  class: 'MEDICAL_CLAIM',
  name: { zh: '医疗功效', en: 'Medical or efficacy claims' },
  level: 'block',
  phrases: [
    '治疗', '治愈', '抗癌', '无副作用', '没有副作用', '药到病除', '包好',
    'cure', 'cures', 'heals', 'anti-cancer', 'cancer-fighting', 'no side effects', 'without side effects',
    'guaranteed recovery', 'treats disease',
  ],
  except: ['打包好', '包好了再', '包好评', '包好后', '给您包好', '帮您包好', '重新包好'],
  replacement: { zh: '效果因人而异,请参考说明', en: 'Results differ from person to person; please refer to the instructions.' },
};

const FALSE_PROMISE: TermRule = {
  id: 'false-promise',
  class: 'FALSE_PROMISE',
  name: { zh: '虚假承诺', en: 'False promise' },
  level: 'warn',
  phrases: [
    '保证明天到', '保证今天到', '保证后天到', '肯定能退', '一定能退', '绝对没问题', '永不降价', '保证不降价',
    'guaranteed tomorrow', 'guarantee it arrives tomorrow', 'will definitely arrive tomorrow',
    'you can definitely return it', 'definitely refundable', 'no problem at all guaranteed', 'never be cheaper',
    'price will never drop',
  ],
  replacement: { zh: '预计…,以物流更新为准', en: 'It is expected …; the carrier’s update is decisive.' },
};

const OFF_PLATFORM: TermRule = {
  id: 'off-platform',
  class: 'OFF_PLATFORM',
  name: { zh: '线下交易', en: 'Off-platform dealing' },
  level: 'block',
  phrases: [
    '加微信', '加我微信', '加个微信', '加下微信', '加一下微信', '加薇信', '加v信', '加微', '加vx', '加wx', '微信转账',
    '转账给我', '转钱给我', '支付宝直接打', '打到我支付宝', '线下付款', '私下交易', '私下付款', 'QQ联系', '加QQ',
    '加我QQ', '加扣扣',
    'add me on wechat', 'add my wechat', 'my whatsapp', 'on whatsapp', 'add me on telegram',
    'transfer the money to me', 'pay me directly', 'pay outside', 'pay offline', 'bank transfer to me',
    'contact me on qq', 'venmo me', 'paypal me',
  ],
  detectors: ['PHONE', 'WECHAT', 'QQ', 'URL', 'EMAIL'],
  except: ['添加微信支付', '增加微信支付', '增加微信', '增加微', '添加微量', '加微波', '加微量', '加微调', '加微糖', '加微热'],
  replacement: { zh: '请在平台内完成', en: 'Please complete this on the platform.' },
};

const REVIEW_MANIPULATION: TermRule = {
  id: 'review-manipulation',
  class: 'REVIEW_MANIPULATION',
  name: { zh: '操纵评价', en: 'Review manipulation' },
  level: 'block',
  paidPraise: true,
  phrases: [
    '好评返现', '五星返现', '晒图返现', '给五星送', '删差评给您', '删差评给你', '删除差评给您', '改评价退款',
    '改好评退款', '刷单', '补评', '刷好评',
    'cashback for a good review', 'cash back for a good review', 'refund for a 5-star review',
    'refund for a five-star review', 'gift for five stars', 'gift for 5 stars', 'delete your bad review',
    'remove your negative review', 'change your review', 'fake order', 'fake review',
  ],
  replacement: { zh: '欢迎您如实评价', en: 'You are welcome to leave an honest review.' },
};

const RIGHTS_DENIAL: TermRule = {
  id: 'rights-denial',
  class: 'RIGHTS_DENIAL',
  name: { zh: '否认权利', en: 'Denial of rights' },
  level: 'warn',
  phrases: [
    '不能退', '不可以退', '不给退', '概不退换', '没有发票', '不开发票', '开票加税点', '拆封不退', '拆了不退',
    '活动商品不退', '特价不退',
    "can't be returned", 'cannot be returned', 'no returns', 'no refunds', 'non-refundable', 'we have no invoice',
    "we don't issue invoices", 'tax extra for an invoice', 'opened items cannot', 'sale items cannot be returned',
  ],
  except: ['能不能退', '可不可以退'],
  replacement: { zh: '请说明适用的规则和理由', en: 'Explain the rule that applies and the reason for it.' },
  raise: { when: TERM_FACTS.eligible, level: 'block' },
};

const PRIVACY: TermRule = {
  id: 'privacy',
  class: 'PRIVACY',
  name: { zh: '隐私', en: 'Privacy' },
  level: 'block',
  detectors: ['PHONE', 'RESIDENT_ID', 'BANK_CARD', 'ADDRESS'],
  onlyWhen: TERM_FACTS.unverified,
  replacement: { zh: '请先核对订单信息', en: 'Please verify the order details first.' },
};

const TENANT_LIST: TermRule = {
  id: 'tenant-list',
  class: 'DISCRIMINATION',
  name: { zh: '歧视、政治、色情(店铺自定)', en: 'Discrimination, politics, adult (the shop’s own list)' },
  level: 'block',
  phrases: [],
};

/** The forbidden phrases that a new shop starts with, in Chinese and English. */
export const DEFAULT_TERMS: readonly TermRule[] = [
  REFUSAL,
  IMPATIENCE,
  ABUSE,
  BLAME,
  ABSOLUTE_CLAIM,
  MEDICAL_CLAIM,
  FALSE_PROMISE,
  OFF_PLATFORM,
  REVIEW_MANIPULATION,
  RIGHTS_DENIAL,
  PRIVACY,
  TENANT_LIST,
];
