/**
 * Words of anger, dissatisfaction, pleasure and hurry. A word stands here by itself only where it has no innocent use:
 * what is also part of the name of goods ("垃圾袋", "滚筒", "emergency light") or of a polite phrase ("麻烦帮我") stands with
 * the words that make it a feeling ("真垃圾", "滚开"), and the innocent longer words are listed, since the longest match
 * counts.
 * @module
 */

/** Phrases by feeling, `|` between them, folded; `*` lets an English word go on. `innocent` means nothing. */
export const EMOTION_LEXICON = {
  angry:
    // What was done to the customer.
    '骗子|骗人|骗钱|骗我|被骗|欺骗|欺诈消费者|诈骗店|坑人|坑爹|坑钱|坑我|被坑|被你们坑|被你坑|坑了我|坑顾客|坑消费者|耍我|耍人|耍猴|忽悠|别忽悠|别骗我|别糊弄|别耍我|糊弄我|糊弄人|' +
    '欺负人|欺负消费者|欺人太甚|店大欺客|霸王条款|强盗行为|是强盗|跟强盗|强盗一样|奸商|黑店|黑商|无良|无耻|黑心商家|黑心店|黑心卖家|不要脸|没良心|丧良心|缺德|没素质|智商税|' +
    // How it feels.
    '气死|气炸|气疯|真气人|太气人|好气人|气人!|气人,|气死人|火大|恼火|窝火|很生气|真生气|太生气|非常生气|好生气|生气了!|让我生气|让人生气|令人生气|我生气|气得|很愤怒|非常愤怒|十分愤怒|太愤怒|令人愤怒|感到愤怒|愤怒!|太过分|真过分|过分了|忍无可忍|受够|岂有此理|莫名其妙|什么态度|这态度|态度恶劣|态度太差|态度极差|' +
    '差劲|太恶心|真恶心|好恶心|恶心人|恶心死|恶心到我|破玩意|破东西|破店|破客服|烂店|烂货|烂透|太烂|真烂|什么玩意|啥玩意|什么东西!|' +
    // Insults.
    '垃圾东西|垃圾玩意|垃圾店|垃圾商家|垃圾卖家|垃圾客服|垃圾服务|垃圾质量|垃圾产品|垃圾快递|垃圾平台|垃圾软件|垃圾公司|垃圾货|垃圾一个|垃圾!|垃圾得|垃圾死|' +
    '滚蛋|滚开|滚出|滚吧|给我滚|快滚|去死|混蛋|王八蛋|他妈的|你妈的|去你妈|真他妈|你他妈|他妈什么|特么|tmd|尼玛|傻逼|傻b|煞笔|脑残才|脑残客服|脑残店|真脑残|是脑残|个脑残|脑残!|白痴|一群废物|都是废物|真废物|个废物|神经病|有病吧|' +
    // What the customer will do.
    '我要投诉|要投诉你|去投诉|投诉你|投诉他|投诉她|投诉到|投诉了啊|给我投诉|等着投诉|必须投诉|马上投诉|曝光你|要曝光|去曝光|网上曝光|给你曝光|举报你|要举报|去举报|举报店|' +
    '法院见|等着收律师|起诉你|要告你|去告你|拉黑你|已拉黑|要拉黑|直接拉黑|再也不来|再也不买|再也不会买|永远不会再|退钱!|还我钱|没一个人回|没一个人理|' +
    'im angry|i am angry|so angry|very angry|really angry|angry about|angry with|angry at|me angry|getting angry|angry now|too angry|angry customer|im furious|i am furious|so furious|absolutely furious|really furious|furious with|furious about|furious at|makes me furious|livid|outraged|outrageous|scam|scams|scammed|scammer*|scamming|fraudster*|a fraud|fraudulent|you liar*|a liar|are liars|of liars|liars!|liars,|liars.|all liars|all lies|full of lies|' +
    'pack of lies|nothing but lies|lies and|stop lying|lying to me|lied to|you lied|you lie|cheated|cheaters|you cheats|you cheat|cheat regulars|cheat customers|cheating me|cheating people|' +
    'disgusting|disgusted|disgusts|ridiculous|unacceptable|pathetic|shame on|shameful|shameless|a rip off|a rip-off|rip-off!|ripoff|ripped off|ripping me off|ripping people off|fed up|sick of your|sick of this|sick of waiting|sick of you|sick of it|sick of being ignored|sick of being lied|sick of these|sick and tired|' +
    'had enough|enough is enough|fuck*|fck*|wtf|what the hell|the hell is|go to hell|shit|shitty|bullshit|crap|crappy|damn you|damn it|damned|god damn|goddamn|' +
    'you bastard*|bastards|idiot|idiots|idiotic|moron*|stupid|useless|worthless|worst service|worst company|worst shop|worst store|worst seller|worst experience|worst purchase|worst product|worst customer|worst quality|worst ever|worst delivery|worst support|worst website|worst app|the worst|report you|sue you|sue your|suing you|i will sue|my lawyer|a lawyer to|call a lawyer|lawyers will|taking you to court|' +
    'what a joke|absolute joke|a total joke|is a joke|never buying|never buy from|never shop|never order from|thieves|you thief|stole my money|steal my money|stealing my money|' +
    'is garbage|total garbage|absolute garbage|piece of garbage|pure garbage|garbage service|garbage company|garbage quality|garbage product|' +
    'is rubbish|are rubbish|total rubbish|absolute rubbish|complete rubbish|load of rubbish|rubbish service|rubbish company|rubbish quality|' +
    'is trash|total trash|absolute trash|piece of trash|pure trash|trash company|trash service|piece of junk|total junk|is junk|load of junk|' +
    'incompeten*|waste of money|waste of my time|wasting my time|wasted my time|waste of time|screw you|screwed me|how dare you|infuriat*|appalling|atrocious|disgrace*|inexcusable|' +
    'atrocity|daylight robbery|con artist*|you crooks|crooks!|of crooks',
  negative:
    '不满意|很不满|非常不满|表示不满|失望|不好用|不好看|不好吃|太差|很差|好差|真差|质量差|难用|后悔|糟糕|郁闷|无语|难过|伤心|很烦|好烦|太烦|真烦|烦死|烦人|麻烦死|' +
    '不开心|不高兴|慢死|太慢|好慢|坏了|破了|没人理|没人管|不理人|假货|差评|难看|难吃|' +
    'disappoint*|unhappy|upset|annoy*|frustrat*|terrible|horrible|awful|bad|poor|broken|sad|sorry to say|dissatisf*|not happy|not satisfied|not good|' +
    'slow|regret*|hate|nobody answers|ignored|rude|fake|ugly|wrong',
  positive:
    '谢谢|感谢|多谢|满意|喜欢|不错|很好|太好了|真好|好评|很棒|真棒|太棒|好棒|超棒|棒极|点赞|超赞|很赞|太赞|完美|开心|高兴|爱了|给力|贴心|好看|好吃|好用|' +
    'thank|thanks|great|good|love|lovely|perfect|happy|excellent|awesome|nice|wonderful|amazing|satisfied|appreciate*|helpful|best|delighted|pleased',
  urgent:
    '很急|好急|太急|挺急|真急|真的急|比较急|有点急|特别急|非常急|十分急|急用|急需|急着|着急|急死|急急|特急|加急|急件|急!|急。|十万火急|很紧急|十分紧急|非常紧急|比较紧急|' +
    '情况紧急|事情紧急|万分紧急|紧急处理|紧急发货|紧急需要|紧急求助|紧急!|今天必须|必须今天|来不及|等不及|等着用|等米下锅|现在就要|立刻就要|马上就要用|马上要用|今天就要用|明天就要用|' +
    '今天要用|明天要用|催一下|催下|催促|帮我催|帮忙催|给我催|催发货|催单|催快递|催物流|催退款|催了几|催了好|催了多|催了半|催一催|' +
    'urgent*|asap|as soon as possible|as fast as possible|as quickly as possible|hurry|hurry up|in a hurry|in a rush|rush my order|rush this|rush it|its an emergency|it is an emergency|is an emergency|real emergency|have an emergency|family emergency|medical emergency|emergency!|' +
    'cannot wait any|cant wait any|cannot wait much|cant wait much|cannot wait longer|cant wait longer|need it today|need it tomorrow|need it by|need this by|need them by|needed by|' +
    'must arrive by|must have it by|has to arrive|have to have it by|running out of time|no time to lose|time sensitive|time-sensitive|this instant',
  calming:
    '不着急|不急|别急|不用急|不是很急|不太急|不算急|也不急|没那么急|不用催|不催|不生气|没生气|别生气|慢慢来|不紧急|不加急|no rush|no hurry|not urgent|non-urgent|non urgent|isnt urgent|nothing urgent|take your time|' +
    'not an emergency|no emergency|not in a hurry|not in a rush|when you have time',
  /** Names of goods and polite or neutral phrases in which a word above is no feeling. */
  innocent:
    '不好意思|好不好用|好不好看|好不好吃|满不满意|喜不喜欢|会不会坏了|不要生气|怕生气|色差大不大|质量差不多|生气勃勃|有生气|毫无生气|死气沉沉|无良导体|' +
    '急救|急支|急性|应急|急冻|急速|急刹|急流|急诊|内急|尿急|急转弯|紧急出口|紧急联系人|紧急照明|紧急制动|紧急按钮|紧急呼叫|紧急救援|紧急逃生|紧急避孕|紧急求救|紧急停止|紧急刹车|' +
    '催芽|催化|帮我催熟|帮我催芽|帮忙催熟|催眠|催乳|催奶|催熟|催产|催肥|催花|催生|去死皮|去死角|去死结|防骗|防诈骗|反诈骗|防被骗|大气人|客气人|和气人|' +
    '神经病变|' +
    'bad breath|bad back|bad weather|bad hair|bad knees|bad posture|bad boy|bad bunny|not bad|too bad|no bad|bad smell|bad odor|poor eyesight|poor light|low light|poor circulation|sad lamp|sad light|' +
    'slow cooker*|slow cooking|slow cook|slow-cook*|slow motion|slow-motion|slow mo|slow feeder*|slow feed|slow release|slow-release|slow juicer*|slow flow|slow rise|slow pour|slow charg*|slow blow|' +
    'fake plant*|fake fur|fake lash*|fake nail*|fake grass|fake tan*|fake eyelash*|fake leather|fake flower*|fake beard|fake blood|fake snow|fake pockets|ugly sweater*|ugly christmas|ugly duckling|' +
    'upset stomach|stomach upset|broken in|broken heart*|broken white|broken down into|hate to|id hate to|wrong number|best wrong|nothing wrong|anything wrong|hurry curry|' +
    'worst case|worst-case|at worst|worst weather|idiot proof|idiot-proof|idiots guide|idiot guide|complete idiots|stupid question*|stupidly|useless facts|useless information|' +
    'cheat sheet*|cheat meal*|cheat day*|cheat code*|damn good|crap game|crap out|shiitake|shit happens|lawyer gift*|angry bird*|angry orchard|angry mama|fast and furious|the worst of|the worst witch|' +
    'urgent care|hurry home|rush hour|gold rush|hurry up harry|sick of being sick|a fraud alert|a fraud protection|rip-off tab*|ripped off label*',
} as const;

/** A feeling that only the words around it make, as a pattern over the folded text. */
export const EMOTION_PATTERNS: readonly { readonly name: 'angry' | 'urgent'; readonly pattern: RegExp }[] = [
  // "马上给我处理", "尽快发货": at once, and what is to be done; "我马上下单" is the customer's own haste.
  {
    name: 'urgent',
    pattern:
      /(?<!我|我会|我就|就|会|能|可以|是否|也|都|能不能)(?:马上|立刻|立即|赶紧|赶快|尽快|快点|快些|抓紧时间?|火速|速速)(?:帮|给|替|把|为|来|去|能|可以|要|请|我|你们?|您|人|先|再|就|的)*(?:发|退|处理|解决|回|安排|寄|送|联系|查|换|补|办|催|通知|答复|派|赔|跟进|核实|到货|修|取消|停|拦截|打电话|告诉|撤)/g,
  },
  // "Refund me right now", "please reply immediately"; "two phones at once" is no hurry.
  {
    name: 'urgent',
    pattern:
      /\b(?:i need|we need|need (?:it|this|them|you|someone|help|an answer|a reply|my)|must|refund|reply|respond|answer|ship (?:it|this|my)|send (?:it|me|my|this|someone)|cancel|stop|fix|resolve|call me|contact me|help me|get back to me|do (?:it|this|something))\b(?:(?! (?:two|three|four|five|six|both|several|many|multiple|all|everything|\d+) )[^.?!\n]){0,50}\b(?:immediately|right away|right now|quickly|at once|straight away)(?! after| when| if| before)/g,
  },
  // "太垃圾了", but not "是垃圾袋吗".
  {
    name: 'angry',
    pattern:
      /(?:真|太|就是|什么|是|都|好|很|够|一堆|超|最)垃圾(?!袋|桶|箱|篓|筐|筒|盒|架|斗|处理|分类|压缩|车|铲|夹|堆|站|场|房|池|邮件|短信|信息|文件|广告|食品|回收|清理|粉碎|机|吗|还是)/g,
  },
  { name: 'angry', pattern: /(?:什么|啥)破(?!洞|壁|皮|解|冰|损|晓|窗)/g },
  { name: 'angry', pattern: /(?:^|[.!,] ?)never again(?:[.!,]|$)/g },
  // "滚" alone, as a command.
  { name: 'angry', pattern: /(?:^|[!,。?\s])滚+(?:[!,。?\s]|$)/g },
  { name: 'angry', pattern: /(?:^|[!,。?\s你们])(?:妈的|操|草)[!,。\s]/g },
];
