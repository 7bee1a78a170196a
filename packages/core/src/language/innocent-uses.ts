/**
 * Where a forbidden phrase of the default table is innocent: by the words before or after it in its sentence. "最好" in
 * front of a verb is advice and no superlative, "the best way" praises no product, "we never ask you to pay outside"
 * warns of what the phrase offers. The table keeps its phrases; what is listed here only spares.
 * @module
 */
import { foldText } from './fold.ts';

interface Context {
  /** What the sentence says before the phrase, up to it. */
  readonly before?: RegExp;
  /** What it says after the phrase, from its end on. */
  readonly after?: RegExp;
}

interface Use extends Context {
  /** Rule of the default table. */
  readonly rule: string;
  /** Phrases of the table; absent: all of the rule. */
  readonly phrases?: readonly string[];
}

/** The sentence says no to what the phrase offers. */
const DENIED_ZH =
  /(?:不会|不要|不能|不可|不得|请勿|切勿|勿|别|从不|绝不|禁止|谨防|拒绝|不需要|不用|无需|不建议|不支持|不参与|没有|并非|不)[^,。!?;]{0,8}$/;
const DENIED_EN =
  /(?:\b(?:not|never|no|without|nobody|cannot|beware of|instead of|refuse to)\b|n't|nt\b)[^.?!;]{0,30}$/;
/** The sentence goes on with what is done about it. */
const HELP_ZH = /^[^。!?]{0,16}(?:帮您|给您|为您|可以|建议|请您|请稍|我来|马上|立即|尽快|核实|想办法|取消重拍)/;
const HELP_EN =
  /^[^.?!]{0,60}\b(?:but|instead|however|checking|finding out|i can|we can|i will|we will|let me|please)\b/;
const MEDICAL_OBJECT =
  /^ ?(?:all |your |the |any |my |a |an )?(?:acne|eczema|cancer|diseases?|pain|colds?\b|flu\b|arthritis|insomnia|diabetes|allerg|psoriasis|headaches?|migraines?|infections?|illness|depression|hair loss|rash|warts?|fungus|asthma|gout|cough|anxiety|hypertension|back pain|joint|completely|everything|wounds in|scars in)/;
const REASON_EN = /^[^.?!]{0,40}\b(?:because|since|under the law|by law|but|unless|once|if|for hygiene|as it)\b/;

/** The whole text. */
const WHOLE: Context = { before: /^$/, after: /^ ?[.!?]*$/ };

/**
 * Words that are ordinary and become a claim or an insult only by what stands beside them: each counts in one of these
 * places, or where it stands alone ("最好!", "滚").
 */
const CLAIMS: Readonly<Record<string, readonly Context[]>> = {
  最好: [
    {
      before:
        /(?:质量|品质|效果|口感|服务|做工|材质|面料|性能|性价比|口碑|用料|手感|音质|画质|味道|品牌|价格|力度|全网|全国|世界|国内|行业|行业内|同类|市面上|市场上|卖得|做得|们家|咱家|本店|我家|我们的)(?:是|就是|都是|也是)?$/,
      after: /^(?!的话|是在|先|不|别)/,
    },
    {
      before: /(?:是|卖的是|都是|有)$/,
      after:
        /^的(?!办法|方法|方式|做法|时间|时候|时机|途径|渠道|处理|解决|建议|情况|位置|角度|状态|温度|祝福|祝愿|礼物)/,
    },
    { after: /^的(?:产品|质量|品质|面料|材料|材质|效果|服务|品牌|一款|一家|店|商品|东西|价格)/ },
    { after: /^(?:用|吃|喝|看|闻|听|玩|卖)(?:的|了|没有之一|$|[,。!?~])/ },
    { after: /^[^,。!?]{0,6}没有之一/ },
  ],
  唯一: [
    { before: /(?:全国|全网|世界|全球|行业|国内|市场|市面)上?$/ },
    { after: /^的?(?:有效|正品|授权|官方|正宗|一家|推荐|品牌|专利|选择|能根治|能治|指定官方)/ },
  ],
  绝对: [
    {
      after:
        /^(?:不会(?:过敏|掉色|褪色|坏|起球|变形|缩水|伤|漏|有副|假|断|生锈|反弹)|没问题|安全|正品|有效|最|第一|保证|不伤|无|好用|真品|可靠|没有(?:副|任何|假)|超值|不掉|不起|不变|不褪)/,
    },
  ],
  永久: [{ after: /^(?:不|美白|脱毛|定型|除|祛|防|保值|淡化|有效果|根治|去除|见效|瘦)/ }],
  万能: [{ after: /^(?:药|膏|的?神|灵丹|解药|疗法|配方|贴膏|治)/ }, { before: /(?:包治百病|神药)[^。]{0,6}$/ }],
  顶级: [
    {
      after:
        /^(?:面料|品质|材质|做工|工艺|享受|配置|体验|质量|选材|原料|食材|大师|奢|品牌|产品|服务|的(?:面料|品质|材质|做工|质量|产品|享受))/,
    },
  ],
  国家级: [
    { after: /^(?:品质|产品|面料|品牌|大师|工艺|配方|质量|专家|水准|水平|食品|的(?:品质|产品|质量|工艺|水平))/ },
  ],
  包好: [
    { before: /(?:治|吃了|喝了|涂了|用了|一贴|疗程|保证|三天|七天|一周|一次|用完)[^,。!?]{0,4}$/ },
    { after: /^[,]?(?:不好不要钱|不好退钱|无效退)/ },
  ],
  滚: [
    { before: /(?:给我|快|赶紧|你|您|让你|马上|都|一边)$/, after: /^(?:$|[\s,。!?]|蛋|开|出|吧|远|回去|啊)/ },
    { after: /^(?:蛋|开[,。!吧]|开$|出去|远点|犊子|粗)/ },
  ],
  傻: [
    {
      before: /(?:你|您|真|是|太|很|有点|你们|这么|那么|装|够|多|好|脑子)$/,
      after: /^(?:$|[\s,。!?吧啊呀了]|子|逼|帽|缺|吗|的[,。!]|瓜(?!相机|式|化|操作))/,
    },
    { after: /^(?:子|逼|帽|缺|瓜(?!相机|式|化|操作))/ },
  ],
  神经: [
    { before: /(?:你|您|真|是|发|有)$/, after: /^(?:$|病|[\s,。!?吧啊]|兮兮)/ },
    { after: /^病(?!学|变|史|人|患|的)/ },
  ],
  有病: [{ before: /(?:你|您|你们|真|脑子|是不是|他|她|神经)$/, after: /^(?:$|吧|啊|呀|吗|[,。!?\s])/ }],
  急什么: [{ before: /(?:^|[\s,。!?]|你|您|着|有|这么|那么)$/, after: /^(?:$|[,。!?\s啊呀呢嘛急])/ }],
  等着: [
    { before: /(?:你|您|你就|您就|给我|那就|就|先|好好|你们)$/, after: /^(?:$|[,。!?\s]|吧|瞧|呗|就(?:行了|是了)?$)/ },
  ],
  随便你: [{ after: /^(?:$|[,。!\s吧啊呢了]|爱|买不买|投诉)/ }],
  随便您: [{ after: /^(?:$|[,。!\s吧啊呢了]|爱|买不买|投诉)/ }],
  你不懂: [{ after: /^(?:$|[,。!?\s吧啊]|就别|装|还|不要装)/ }],
  加微: [{ after: /^(?:$|信|[,。!\s号聊吧]|[a-z0-9])/ }],
  'the best': [
    {
      after:
        /^ ?(?:products?|quality|prices?|deals?|brands?|shops?|stores?|sellers?|service|in (?:the )?(?:world|market|country|town|city|industry|business)|on the market|on earth|ever\b|you can (?:buy|get|find)|money can|there is|for your money)/,
    },
    {
      after: /^ ?(?:[a-z]+ ){1,2}(?:ever|you can (?:buy|get|find)|on the market|in the world|there is|money can buy)\b/,
    },
    { before: /\b(?:we are|is|are|its|theyre|simply|by far|offer|sell) $/, after: /^(?:[.!,]|$)/ },
  ],
  absolutely: [
    {
      after:
        /^ ?(?:safe|guaranteed|the (?:best|lowest|cheapest)|waterproof|harmless|effective|no (?:risk|side)|risk|perfect|genuine|unbeatable|works|cures|never (?:fades|breaks)|100)/,
    },
  ],
  permanent: [
    { after: /^ ?(?:results?|solution|relief|cure|hair removal|whitening|fix|effect|protection|youth|guarantee)/ },
    { before: /(?:effects?|results?) (?:is|are) $/ },
  ],
  permanently: [
    { after: /^ ?(?:removes?|solves?|whitens?|eliminates?|cures?|stops?|protects?|waterproof|gone|young|slim)/ },
  ],
  'the only one': [
    {
      after:
        /^ ?(?:that (?:works|really|lasts|helps|cures)|in (?:the )?(?:world|market|country)|on the market|which works|who can)/,
    },
  ],
  'number one': [
    WHOLE,
    {
      after:
        /^ ?(?:in (?:the )?(?:market|world|country|industry|sales)|brand|seller|choice|shop|store|on the market|for quality)/,
    },
    { before: /\b(?:we are|is the|are the|our|we're) $/, after: /^(?:[.!,]|$)/ },
  ],
  'no. 1': [
    {
      after:
        /^ ?(?:in (?:the )?(?:market|world|country|industry|sales)|brand|seller|choice|shop|store|on the market|for quality)/,
    },
    { before: /\b(?:we are|is the|are the|our) $/, after: /^(?:[.!,]|$)/ },
  ],
  cheapest: [
    {
      after:
        /^ ?(?:[a-z]+ )?(?:on the (?:web|market|internet|net)|online|in (?:the )?(?:world|market|country|town)|anywhere|guaranteed|ever\b|you will find)/,
    },
    { before: /\b(?:we are|our price is|we have|always) (?:the )?$/, after: /^(?:[.!,]|$)/ },
  ],
  'lowest price': [
    WHOLE,
    {
      after:
        /^s? ?(?:on the (?:web|market|internet|net)|online|in (?:the )?(?:world|market|country|town)|anywhere|guaranteed|ever\b|you will find)/,
    },
    { before: /\b(?:we have|our|guaranteed|always) (?:the )?$/, after: /^(?:[.!,]|$)/ },
  ],
  'best price': [
    {
      after:
        /^s? ?(?:on the (?:web|market|internet|net)|online|in (?:the )?(?:world|market|country|town)|anywhere|guaranteed|ever\b|you will find)/,
    },
  ],
  cure: [{ after: MEDICAL_OBJECT }],
  cures: [{ after: MEDICAL_OBJECT }],
  heals: [{ after: MEDICAL_OBJECT }],
  crazy: [
    WHOLE,
    { before: /\b(?:you are|youre|are you|you|u|he is|she is|hes|shes) (?:so |really |completely |just )?$/ },
    { after: /^ ?(?:customers?|person|man|woman|lady|people)/ },
  ],
  stupid: [
    WHOLE,
    {
      before:
        /\b(?:you are|youre|are you|how|being|dont be|you|your|thats|that is|what a) (?:so |really |that |too |just |a )?$/,
    },
    { after: /^ ?(?:customers?|person|man|woman|lady|people|of you|idiot)/ },
    { before: /^$/, after: /^ ?questions?[.!]?$/ },
  ],
  dumb: [
    WHOLE,
    { before: /\b(?:you are|youre|are you|how|being|dont be|you|thats|that is) (?:so |really |that |too |just |a )?$/ },
    { after: /^ ?(?:customers?|person|man|woman|lady|people|question)/ },
  ],
  pathetic: [
    WHOLE,
    { before: /\b(?:you are|youre|how|thats|that is|your|so|what a) $/ },
    { after: /^ ?(?:customers?|person|excuse)/ },
  ],
  'just wait': [WHOLE, { after: /^(?: (?:your turn|and see|ok|then|like every))/ }],
  'get lost': [WHOLE, { before: /\b(?:just|now|please|so|you can|go and) $/ }],
  'change your review': [{ before: /\b(?:please|could you|can you|would you|kindly|if you|you must|to) $/ }],
  'on whatsapp': [
    { before: /\b(?:contact|message|write|text|call|add|find|reach|chat|ping|talk|order|pay|me|us)\b[^.?!]{0,20}$/ },
  ],
};

/** By itself: nothing beside it but a mark or a particle, or an English word in a Chinese sentence. */
const ALONE_LATIN: Context = { after: /^ ?\p{Script=Han}/u };
const ALONE: Context = {
  before: /(?:^|[\s,。!?:;"“”(）)、]|亲|我说|我说 |就|就是)$/,
  after: /^ ?(?:$|[,。!?~…;:"”)）、]|[吧呢哦啦呀哈](?:$|[,。!?~]))/,
};

/** Innocent by what stands beside it. */
const USES: readonly Use[] = [
  // What is no medicine is said not to be one.
  { rule: 'medical-claim', before: DENIED_ZH },
  { rule: 'medical-claim', before: DENIED_EN },
  {
    rule: 'medical-claim',
    phrases: ['治疗', '治愈'],
    before: /(?:就医|医院|医生|及时|接受|正在|正规|专业|住院|到医院|遵医嘱|去)$/,
  },
  { rule: 'medical-claim', phrases: ['治疗', '治愈'], after: /^(?:期间|费用|前请|后请|中请|中的|方案请|师|后再)/ },
  {
    rule: 'medical-claim',
    phrases: ['no side effects', 'without side effects'],
    after: /^ ?(?:listed|known|reported|on the leaflet)/,
  },
  { rule: 'absolute-claim', phrases: ['根治'], before: DENIED_ZH },
  {
    rule: 'absolute-claim',
    phrases: ['number one', 'no. 1'],
    before:
      /\b(?:step|item|line|option|page|figure|fig|picture|type|question|reason|part|screw|room|house|building|street|unit|rule|box|slot|button|photo) (?:is )?$/,
  },
  // What is called by a word that hurts elsewhere.
  {
    rule: 'abuse',
    phrases: ['crazy', 'stupid', 'pathetic'],
    before: /\b(?:called|titled|named|like|book|game|film|movie|not an?|isnt an?) $/,
  },
  { rule: 'abuse', phrases: ['idiot', 'idiots'], after: /^['’]?(?:s)?[- ]?(?:proof|guide|board|lights?)/ },
  { rule: 'abuse', phrases: ['shut up'], after: /^ ?to (?:\d|one|two|three|four|all)/ },
  { rule: 'abuse', phrases: ["can't you read"], after: /^ ?(?:the (?:code|label|number|qr|barcode)|them|it\?)/ },
  // A refusal that goes on with help is none.
  { rule: 'refusal', phrases: ['没办法', '不可能', '不清楚'], after: HELP_ZH },
  {
    rule: 'refusal',
    phrases: ['不清楚'],
    before: /(?:有|如果|若|如有|哪里|照片|图片|画面|地址|字|声音|看|拍|有点|有些|不太|视频|图|如果您|您若|您要是|您)$/,
  },
  { rule: 'refusal', phrases: ['不清楚'], after: /^的(?:地方|话|照片|图|字|部分)/ },
  {
    rule: 'refusal',
    phrases: ['不知道'],
    before: /(?<!我|我们|这边|也)$/,
    after:
      /^(?:您|亲|能不能|能否|是否|是不是|有没有)(?:是|方便|喜欢|想|需要|那边|这边|要|对|有没有|什么时候|能|说|指|帮|可以|合适|适合)/,
  },
  { rule: 'refusal', phrases: ['不知道'], before: /(?:如果您?|若|您要是|您|要是)$/ },
  {
    rule: 'refusal',
    phrases: ["I don't know", 'I do not know', 'no idea', 'impossible', 'nothing I can do', "can't help you"],
    after: HELP_EN,
  },
  { rule: 'refusal', phrases: ['impossible'], before: /\b(?:not be|not|nothing is|isnt|next to) $/ },
  {
    rule: 'refusal',
    phrases: ["can't help you", 'nothing I can do', 'impossible'],
    after: /^[^.?!]{0,40}\b(?:without|until|unless|before|customs|another shop)/,
  },
  {
    rule: 'refusal',
    phrases: ['impossible'],
    after: /^ ?(?:for (?:the|a) (?:parcel|carrier|order)|to (?:merge|combine))/,
  },
  // A right that is not denied but explained.
  {
    rule: 'rights-denial',
    phrases: ['不能退', '不可以退'],
    after: /^(?:[^,。!?]{0,4}(?:是因为|因为|的原因|的话|的情况)|的是|的只有|款?,(?:请|但|可以|其他))/,
  },
  { rule: 'rights-denial', phrases: ['没有发票'], after: /^(?:的话|可以|我|请|需要|抬头|税号|信息)/ },
  { rule: 'rights-denial', phrases: ["can't be returned", 'cannot be returned', 'non-refundable'], after: REASON_EN },
  {
    rule: 'rights-denial',
    phrases: ['no returns', 'no refunds'],
    before: /\b(?:are|were|is|has|have|had|there) $/,
    after: /^ ?(?:to|on|yet|recorded|pending|in|for|possible\?)/,
  },
  { rule: 'rights-denial', phrases: ['non-refundable'], after: /^ ?(?:rates?|deposits?|part|fees?|tickets?)/ },
  // A warning of what the phrase offers.
  { rule: 'off-platform', before: DENIED_ZH },
  { rule: 'off-platform', before: DENIED_EN },
  { rule: 'review-manipulation', before: DENIED_ZH },
  { rule: 'review-manipulation', before: DENIED_EN },
  {
    rule: 'review-manipulation',
    phrases: ['刷单', '刷好评', '补评', 'fake order', 'fake review'],
    after: /^s?[^,。.!?]{0,6}(?:违法|违规|诈骗|骗局|are illegal|is illegal|are forbidden)/,
  },
];

const byRule = Map.groupBy(USES, ({ rule }) => rule);
/** Rules whose ordinary words {@link CLAIMS} lists; a tenant's own rule means what it lists. */
const SHIPPED_RULES: readonly string[] = [
  'absolute-claim',
  'medical-claim',
  'impatience',
  'abuse',
  'off-platform',
  'review-manipulation',
];

const SENTENCE_START = /[。！？!?；;\n]|\.(?=\s)/gu;

/** The sentence up to an offset, folded, at most 60 characters of it. */
function sentenceBefore(text: string, start: number): string {
  const near = text.slice(Math.max(0, start - 60), start);
  const from = [...near.matchAll(SENTENCE_START)].at(-1);
  return foldText(from ? near.slice(from.index + 1) : near)
    .replace(/['’]/g, '')
    .trimStart();
}

const sentenceAfter = (text: string, end: number): string => foldText(text.slice(end, end + 90)).replace(/['’]/g, '');

interface Found {
  readonly rule: string;
  /** The listed phrase. */
  readonly matched: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a phrase of the default table, found at a place in a text, is innocent there. */
export function isInnocentUse(text: string, { rule, matched, start, end }: Found): boolean {
  const claims = SHIPPED_RULES.includes(rule) ? CLAIMS[matched] : undefined;
  const uses = byRule.get(rule);
  if (!claims && !uses) return false;
  const [before, after] = [sentenceBefore(text, start), sentenceAfter(text, end)];
  const stands = (context: Context) => (context.before?.test(before) ?? true) && (context.after?.test(after) ?? true);
  const alone = /[a-z]/i.test(matched) ? ALONE_LATIN : ALONE;
  if (claims && ![alone, ...claims].some(stands)) return true;
  return (uses ?? []).some((use) => (!use.phrases || use.phrases.includes(matched)) && stands(use));
}
