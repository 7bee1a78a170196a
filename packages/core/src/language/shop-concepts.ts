/**
 * Words of the shop trade by concept, the same in Chinese and English: what a classifier needs to
 * know so that a few examples of each intent reach the ways of saying it that no example has.
 * `*` lets an English word go on ("refund*" also finds "refunded").
 * @module
 */
import { createWordPhrases } from './word-phrases.ts';

const CONCEPTS: Readonly<Record<string, string>> = {
  refund:
    '退款|退钱|退我钱|返还|退费|退的钱|钱退|全额退|退给我|' +
    'refund*|money back|reimburse*|rebate*|money off my return|give me back|get my money|see my money|no money',
  sendBack:
    '退货|退回|寄回|退掉|想退|要退|能退|可以退|退换|退了|退一件|退单|能退不|' +
    'return|returns|returned|returning|send it back|send back|sending back|bring back|go back|take it back|give it back',
  noReason:
    '无理由|不喜欢|不想要|后悔|不合心意|不好看|' +
    'changed my mind|change of mind|do not like|dont like|no reason|do not want|dont want|regret|unused|unopened|not for me',
  exchange:
    '换货|换个|换一|换大|换小|换成|换新|调换|更换|给我换|的换|码换|能换|可以换|想换|换台|换绿|换红|' +
    'exchang*|swap*|replac*|switch for|trade|switch it|instead|another one|another unit|in place of',
  repair:
    '维修|修理|能修|修好|返修|送修|保修|质保|过保|售后点|配件|零件|怎么修|修一下|故障|换电池|换屏|' +
    'repair*|fix|fixed|fixing|warrant*|servic* centre|service center|technician*|spare part*|guarantee|mend|mended|servicing|' +
    'serviced|malfunction*|still covered|new battery',
  cancel:
    '取消|撤销|撤单|不买了|不要了|作废|退单|撤掉|' +
    'cancel*|call off|revoke*|withdraw|void|scrap|no longer need|no longer want|drop the order',
  change: '修改|改成|改一下|能改|改为|更改|变更|change|changing|modify*|edit|amend*|update|correct',
  order: '订单|下单|拍下|order|orders|ordered|ordering|purchase*|单子|下一单|拍单|这单',
  buy:
    '购买|想买|要买|买这个|怎么买|购物车|结账|拍三|怎么拍|直接拍|来一个|来两|订一个|' +
    'buy|buying|bought|basket|cart|checkout|check out|i will take|get one of',
  twice:
    '重复|两次|两遍|两单|两笔|多拍|买重|又下了一单|' +
    'twice|duplicat*|double|two times|again by mistake|two identical|second order|twice by',
  unpaid:
    '未付款|没付款|待付款|没付钱|还没付|晚点付|没给钱|再付|先拍|超时|' +
    'unpaid|not paid|havent paid|have not paid|pay later|pay tomorrow|before i pay|ordered but not|waiting for payment',
  pay:
    '付款|支付|付钱|付不了|刷卡|支付宝|微信支付|钱付|付出去|付不|结账|' +
    'pay|paying|payment*|paid|paypal|credit card|debit card|transaction*|checkout',
  fail:
    '失败|不成功|不了|无法|异常|报错|出错|被拒|没反应|转圈|用不了|打不开|上不去|点不动|' +
    'fail*|declin*|reject*|error*|cannot|cant|unable|not work*|doesnt work|does not work|wont|problem*|trouble*|refus*|went wrong|' +
    'invalid|expired|not valid|did not go through|not successful',
  charge:
    '扣款|扣了|扣费|扣钱|多扣|账单|乱收费|扣我|两笔|两份钱|明细|付了两次|收了两次|' +
    'charge|charged|charges|billed|overcharg*|bank statement|debited|charges from|debit*|extra charge|taken from my|money left',
  card: '银行卡|信用卡|到账|账户余额|原路|bank account|my card|bank card|credited to',
  instalment:
    '分期|花呗|白条|月付|免息|分几期|期付|先用后付|几期|' +
    'instal*|installment*|klarna|monthly|interest-free|buy now pay later|per month|several months|over six months|over 12 months|' +
    'financing|three parts|payment plan',
  paymentMethod: '付款方式|支付方式|货到付款|payment method*|payment option*|cash on delivery|ways to pay',
  coupon: '优惠券|优惠码|折扣码|券|红包|满减|抵扣|coupon*|voucher*|promo*|discount code|gift card|码|code|codes',
  discount:
    '优惠|折扣|打折|便宜|活动|促销|大促|双十一|内部价|半价|少点|满减|立减|' +
    'discount*|cheaper|sale|deal|deals|offer|black friday|money off|knock|offers|better price|reduction',
  gift:
    '赠品|礼品|小样|送什么|礼物|赠送|送的|买一送一|礼包|' +
    'gift|gifts|samples|freebie*|free sample|present|bonus|for free|free bag|buy one get one',
  priceDrop:
    '降价|差价|价保|价格保护|保价|买贵|就降|便宜了|补差|补给我|降了|' +
    'price drop*|price dropped|price protection|price match*|price adjustment|price guarantee|difference back|cheaper now|' +
    'got cheaper|costs less|lowered the price|price fell|lower price',
  price:
    '价格|多少钱|原价|标价|报价|价钱|price|prices|pricing|cost|costs|fee|fees|什么价|怎么卖|贵|expensive|charge for',
  priceCheat:
    '价格欺诈|杀熟|虚标|先涨|乱收费|涨价|假打折|提价|黑心|坑人|坑|' +
    'rip-off|rip off|price fraud|hidden fee*|misleading|fake discount|bait and switch|gouging|raised the price|jack up',
  amount:
    '金额|退少|少退|一部分|部分退|多少钱|没全额|算错|少了几块|扣了邮费|' +
    'amount|partial*|less than|only part|full refund|short on|kept part|less money',
  ship:
    '发货|寄出|发出|配送|发顺丰|发什么快递|出库|包邮|运费|今天能发|发没发|快点发|寄到|送到|邮费|邮寄|加急|能出吗|' +
    'ship|ships|shipped|shipping|dispatch*|deliver|delivery|deliveries|express|post to|postage|sent yet|be sent|' +
    'leave the warehouse|left the warehouse|speed it up',
  courier:
    '快递员|快递|送货|派送员|骑手|顺丰|派件员|小哥|送货员|派件|' +
    'courier*|driver|delivery man|postman|carrier|delivery guy|delivery person|van driver|shipping company',
  track:
    '物流|单号|到哪|派送|运单|物流信息|包裹|快件|我的件|在路上|送到了吗|查查|' +
    'track*|parcel*|package|packages|shipment*|out for delivery|on its way|look up my',
  where: '哪里|在哪|到哪|什么地方|where',
  when: '什么时候|多久|几天|几点|何时|when|how long|how soon|what time|哪天|几时|多长时间|how many days|how much longer|by when',
  stuck:
    '没更新|不动|停滞|停了|卡住|卡在|延误|没动静|一直在|没变|还没到|没送到|半个月|一直不|好久|' +
    'stuck|not moved|no movement|not updated|no update*|delay*|late|still in transit|overdue|held up|should have been here|no scan|' +
    'in transit for|frozen|days ago|sits at',
  lost:
    '丢了|丢件|不见了|没收到|找不到|显示签收|遗失|签收|没拿到|本人没|丢失|没收着|驿站没有|' +
    'lost|missing|never arrived|never received|not received|stolen|says delivered|marked as delivered|disappeared|signed for|' +
    'nobody gave|got nothing|not in the locker|handed over|was signed|vanished',
  damaged:
    '摔坏|压扁|压坏|碎了|碎的|破损|漏了|洒了|运输损坏|箱子破|磕坏|损坏|烂了|摔烂|摔碎|破了|瘪|湿透|流出来|打碎|' +
    'damag*|crushed|smashed|shatter*|leaked|leaking|dented|broken in transit|torn open|arrived broken|squashed|in pieces|soaked|' +
    'spilled|bent|battered|cracked|smash*|broken on arrival',
  address:
    '地址|门牌|收货人|收件人|搬家|小区|送到别|送到单位|' +
    'address|addresses|house number|postcode|zip code|moved house|street|my office|flat number|zip',
  wrong:
    '错了|发错|拍错|填错|写错|不对|错的|买错|不一样|不是我|不符|别人的|不是这个|拿错|寄成|送错|' +
    'wrong|incorrect|mistake|not what i ordered|mix up|mixed up|instead of green|not as described|belongs to|not the one|' +
    'other colour than',
  shortage:
    '少发|漏发|少了|缺件|少一件|漏寄|只收到|少给|没给全|缺了|漏了一|' +
    'only got one|only received one|incomplete|parts are missing|item is missing|something is missing|not in the parcel',
  defect:
    '质量|坏了|坏的|瑕疵|破洞|掉色|开线|划痕|变质|不能用|裂了|不通电|污渍|发霉|脱线|漏水|异味|坏点|起球|洞|失灵|开胶|生锈|毛病|' +
    'defect*|faulty|broke|broken|scratch*|poor quality|hole|stopped working|does not switch on|came apart|stain*|mould*|mold*|' +
    'crack|leaks|fell off|died|dead|smells|undone|rust*|does not turn on',
  size:
    '尺码|尺寸|码数|大小|偏大|偏小|太大|太小|太长|太紧|穿不了|不合适|小了|大了|肥|瘦|窄|挤脚|戴不|穿不下|太宽|腰|' +
    'size|sizes|fit|fits|too big|too small|too long|too tight|larger|smaller|bigger|loose|tight|narrow|pinch*|sleeve*|waist|' +
    'too short|too large|runs small|too wide|medium|large',
  colour: '颜色|黑色|白色|红色|蓝色|colour*|color*|绿色|灰色|紫色|black|white|red|blue|green|grey|gray|pink',
  stock:
    '有货|现货|缺货|断货|补货|库存|没货|到货|上架|预售|卖完|存货|留一件|还会有|下架|还有吗|仓库里|' +
    'in stock|out of stock|sold out|restock*|back in stock|available|pre-order|discontinued|any left|reserve|carry|' +
    'in the warehouse|more of these|gone|still get it',
  spec:
    '材质|面料|参数|规格|容量|功率|成分|多重|几寸|防水|保质期|尺寸表|毫升|重量|承重|纯棉|真皮|弹性|快充|插头|材料|噪音|厚|寸|几片|' +
    '含糖|电磁炉|成份|过安检|适合|' +
    'material*|dimension*|weigh*|capacity|watt*|waterproof|made of|ingredient*|battery life|compatible|specification*|' +
    'how many pieces|leather|fabric|dishwasher|tall|wide|noisy|plug|contain|support|shelf life|power|cotton|allergens|android|' +
    'iphone|fast charging',
  use:
    '怎么用|使用|安装|说明书|操作|清洗|保养|组装|连接|怎么调|能放|几粒|饭前|饭后|早晚|恢复出厂|按键|开关|怎么接|怎么拆|孕妇|敷|' +
    '可以用吗|' +
    'how do i use|how to use|instruction*|manual|assembl*|install|set up|clean it|washing machine|pair it|turn it on|reset|wipe|' +
    'meals|adjust|take care of|a day|explain how|settings|wash it',
  compare:
    '区别|对比|哪个好|哪款|推荐|性价比|怎么选|差别|哪个|哪种|挑一个|选哪|哪一款|升级|更好|' +
    'difference between|compare*|recommend*|which one|better|suggestions|best for|suits|pick|choose|torn between|different from|' +
    'best seller|worth it|durable|which model|gift ideas|decide',
  genuine:
    '正品|真伪|假货|授权|防伪|真货|官方|旗舰店|仿的|真的|高仿|水货|原装|假的|直营|直销|专柜|质检|合格证|假一赔|' +
    'genuine|authentic*|original|counterfeit|fake|authoris* dealer|authorized|official|knock-off|knockoff|replica*|imported|' +
    'real thing|verify|grey market|real leather or|dealer',
  invoice:
    '发票|开票|专票|抬头|税号|增值税|收据|普票|要票|开张票|票据|电子票|增值税票|' +
    'invoice*|receipt*|vat|tax number|my bill|bills|tax invoice|proof of purchase|reimbursement',
  account:
    '账号|账户|注册|会员|积分|昵称|绑定|注销|个人资料|实名|登不|解绑|换绑|头像|等级|' +
    'account*|profile|sign up|register*|registration|member*|points|username|newsletter|unsubscribe|subscri*|loyalty|user profile|' +
    'text message code|log out',
  login: '登录|登陆|密码|验证码|被盗|冻结|log in|login|sign in|password*|pin|verification code|locked|hacked',
  site:
    '网页|网站|页面|小程序|客户端|软件|链接|系统|网络|二维码|界面|图片|视频|播放|上传|按钮|' +
    'app|website|web page|webpage|site|the app|link|browser|qr code|online shop page|screen|server|upload*|pictures|photos|video|' +
    'layout|menu|button*|page',
  crash:
    '闪退|打不开|卡住|白屏|加载|崩溃|死机|乱码|很卡|没反应|转圈|错位|不显示|显示不出|' +
    'crash*|freez*|not load*|blank|slow|bug|error 500|does not open|loading|hangs|spins|not react|not displayed|not play|' +
    'does nothing|strange characters|down|white page',
  complain:
    '投诉|举报|曝光|消协|差评|维权|欺骗|骗子|虚假宣传|消费者协会|黑心|骗人|坑人|劣质|垃圾|过分|去告|' +
    '12315|complain*|complaint*|report you|unacceptable|fraud|scam|deceiv*|false advertising|disgrace|lawyer|consumer|illegal|' +
    'shame|lie|lies|junk|rubbish|horrible|worst|furious|cheating|dishonest|consumer protection',
  rude:
    '态度|骂人|敷衍|踢皮球|不理人|没人理|没人回|恶劣|没人管|推来推去|不接|不负责|答非所问|乱扔|骂|凶|什么态度|' +
    'rude|ignored|nobody answers|no one replies|hung up|shouted|terrible service|awful service|impolite|passing me around|' +
    'incompetent|responsibility|swore|toss*|threw|aggressive|hotline never|wasting my time|ignoring',
  staff: '客服|店员|服务|经理|领导|主管|your service|customer service|your staff|manager|supervisor|your agent',
  suggest:
    '建议|希望|意见|反馈|要是能|最好能|可以考虑|优化|就更好了|想法|改进|能不能考虑|如果能|以后能|' +
    'suggest*|feedback|i wish|it would be nice|it would be great|would help|consider|idea|opinion|feature request|you should|' +
    'you could|review|have you thought|i think|you might|remark|would be better|would be lovely|hope you|please make|' +
    'why do you not',
  bulk:
    '批发|大量|拿货|起订|代理|分销|经销|加盟|团购|一件代发|进货|五百|一百件|一箱|起批|实体店|开网店|' +
    'wholesale|bulk|reseller*|resell|distributor*|minimum order|dropship*|franchise|volume|dealer|stock your|source from|carton|' +
    'units|retailer|my store|my shop|agents',
  company:
    '公司|企业|定制|合作|对公|采购|合同|商务|联名|供应商|单位|博主|学校|报价函|招标|资质|' +
    'company|corporate|business|partnership|collaborat*|quotation|contract|logo|influencer*|supplier|procurement|quote|blogger|' +
    'marketing|purchasing|tender|organisation|organization|our firm|our school|pro forma|cooperate',
  injury:
    '受伤|烫伤|划伤|流血|爆炸|起火|着火|触电|割到|食物中毒|冒烟|住院|拉肚子|误吞|窒息|烫|泡|炸|漏电|出血|砸|夹到|扎到|伤|上吐下泻|' +
    '呕吐|吸进|噎|吞|火|' +
    'injur*|hurt|burn|burned|burnt|bleed*|explod*|caught fire|electric shock|food poisoning|smoking|swallow*|hospital|cut himself|' +
    'cut herself|choking|fire|scald*|spark*|cut my|cut me|vomit*|got sick|burst|choke*|fell|blew',
  allergy:
    '过敏|红疹|红肿|起疹|又红又痒|刺痛|烂脸|肿了|湿疹|发痒|肿|痒|疙瘩|水泡|脱皮|红点|灼痛|皮肤|脸烂|发麻|喘不上|' +
    'allerg*|rash|itch*|swollen|swell*|hives|eczema|red and|irritat*|stinging|puff*|peel*|blister*|skin|red spots|breathe|' +
    'break out|burning',
  greeting:
    '你好|您好|在吗|有人吗|早上好|晚上好|哈喽|在不在|哈罗|晚安|' +
    'hello|hi|hey|good morning|good evening|anybody there|good night|anyone there|how are you',
  thanks: '谢谢|感谢|辛苦了|多谢|thanks|thank you|cheers|great|perfect|好滴|收到|辛苦|got it|appreciate',
  bye: '再见|拜拜|没事了|知道了|好的|bye|goodbye|see you|never mind|that is all|okay|ok|算了|下次|不用了|嗯|maybe later|alright|sure',
  human: '人工|转人工|真人|机器人|human|real person|an agent|operator|robot|speak to someone|talk to someone',
  hours: '几点下班|营业时间|上班时间|电话多少|联系方式|opening hours|phone number|contact you|business hours',
  free: '免费|不要钱|包邮|free|no charge',
  address_change:
    '改地址|换地址|改收货地址|change the address|new address|different address|another address|old address',
};

let find: ReturnType<typeof createWordPhrases> | undefined;

/** The concepts named in a folded text, each once, in order of appearance. */
export function conceptsIn(folded: string): string[] {
  find ??= createWordPhrases(CONCEPTS);
  return [...new Set(find(folded).map((hit) => hit.name))];
}

/** The whole English words of all concepts, for putting misspellings right. */
export function conceptWords(): string[] {
  const phrases = Object.values(CONCEPTS).flatMap((listed) => listed.split('|'));
  return phrases.filter((phrase) => !phrase.endsWith('*')).flatMap((phrase) => phrase.split(/[^a-z]+/));
}
