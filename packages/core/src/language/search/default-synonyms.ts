/**
 * What shoppers call the same thing, in Chinese and English: a shop's own groups come on top.
 * @module
 */
const GROUPS = `
退货|退回|寄回|退换货|退掉|退东西
退款|退钱|返款|退费|钱退
换货|调换|更换|换一个|换新|换大|换小
维修|修理|返修|送修|修一下|坏了
保修|质保|三包|保修期|质保期|售后保障
运费|邮费|快递费|邮资|配送费
包邮|免运费|免邮|免邮费
发货|寄出|出货|发出
快递|物流|包裹|快件
快递公司|承运商|物流公司
物流信息|物流进度|快递单号|运单号|物流单号|查快递|到哪了|到哪里了
没收到|未收到|丢件|丢失|不见了|收不到货
签收|收货|收到货|妥投
延迟|延误|晚到|迟到|慢|不更新|停滞|卡住|不动
破损|损坏|碎了|摔坏|压坏
发错|寄错|错发|发错货|不是我买的
少发|漏发|缺件|少件|少了
优惠券|券|代金券|抵用券|折扣券
优惠码|折扣码|兑换码
优惠|折扣|打折|便宜|特价|促销|活动
价保|价格保护|保价|退差价|补差价|降价
赠品|礼品|赠送|小礼物
积分|会员积分|积分兑换
会员|vip|会员等级
下单|订购|购买|拍下|买
取消订单|撤单|取消|不要了
修改订单|改订单|更改订单
地址|收货地址|收件地址
改地址|修改地址|换地址|地址写错
付款|支付|付钱|结账|付不了
付款失败|支付失败|付不了款|无法付款|付款不成功
分期|分期付款|花呗分期|月付
货到付款|到付
发票|开票|票据|电子发票
专票|增值税专用发票|专用发票
抬头|发票抬头|公司名称
账号|账户|帐号
注销|删除账号|销户|注销账号
密码|登录密码|忘记密码|找回密码
登录|登陆|登不上|登录不了
验证码|短信码|校验码
注册|开户|新建账号
客服|人工客服|人工|在线客服
投诉|举报|维权
尺码|尺寸|大小|码数|号码
偏大|偏小|合适|不合身|太大|太小
颜色|色差|颜色不对
材质|面料|材料|成分
洗涤|清洗|洗|水洗|机洗
保养|护理|维护
安装|组装|装
说明书|使用说明|教程|怎么用|使用方法
充电|充不进电|续航|电池
开机|无法开机|打不开|不开机
连接|配对|连不上|蓝牙连接
正品|真货|真伪|验真|假货|防伪
库存|有货|现货|缺货|断货|没货
补货|到货通知|什么时候有货
预售|预定|预订
过敏|发红|起疹|红肿|不适
保质期|有效期|过期
自提|门店自提|上门自取|自己取|自己上门取|到店取|到店领取
上门取件|上门取货|取件
预约|预约时间|约时间
评价|评论|好评|晒单
隐私|个人信息|信息安全
批发|团购|大量采购|企业采购
礼品包装|包装|礼盒
以旧换新|旧机抵扣|抵钱|旧手机|旧机回收
合并|一起发|一起寄|合在一起
刻字|刻名字|定制|印字
截止|期限|时限|有效时间
没反应|无法开机|不亮|死机
海外|国外|国际|境外|出国
关税|进口税|清关
七天无理由|后悔了|不想要了|没拆封|不合适想退|反悔
步骤|流程|怎么操作|在哪操作|哪里点|入口|如何申请
到账|钱到了没|钱没到|多久退|几天能收到钱|回到卡里|打到账户
按比例|退少了|钱不对|算得不对|少退
叠加|同时用|一起用|一块用|合着用|可以用几张
领取|去哪领|怎么领|哪里拿|获取
用不了|不能用|无法使用|不生效|没有生效|不可用|提示不符合
凑单|满减|满多少减|满额|差一点
预售|定金|尾款|什么时候能发预售
到货通知|上架提醒|还会有吗|还补吗|什么时候再有
尺码表|穿多大|选多大|几码|身高体重|穿什么码|码选
色差|实物颜色|跟图不一样|与图片不符|和照片不同|看着不一样
起球|掉色|缩水|褪色|变形
机洗|手洗|能不能洗|怎么洗|洗衣机|干洗|熨烫
正品|行货|专柜|防伪码|是不是真的
授权|资质|质检报告|检测报告|合格证|证书
寄修|送去修|修要花钱|修的费用|维修费
修多久|多久修好|修好要几天|维修时间
配件|零件|充电器单买|单独买|换个零件|坏了一个零件
死机|黑屏|按了没反应|启动不了|没电|不工作
续航|电池不耐用|掉电快|用不了多久|耗电|一会就没电
蓝牙|搜不到|找不到设备|配不上|断开
配网|联网|wifi|无线网|连网|网络连接
客户端|应用|软件|下载|升级|更新
家具|上门安装|师傅|装好|安装费
保存|储存|放多久|冰箱|保鲜|能放
坏果|烂了|不新鲜|变质|压烂|化了
过敏|痒|红|刺痛|皮肤
孕妇|怀孕|宝宝|小孩|儿童|哺乳
报账|单位|开给公司|公司抬头|入账
抬头|税号|开错|写错了|信息有误|名字错了
绑定|换手机号|手机号|换号|旧号码|停用
忘了密码|想不起密码|密码错误|改密码|重设
销号|不用了想删|永久删除|删掉我的
级别|升级会员|权益|特权|生日礼
退订|不想收短信|骚扰短信|别发短信|广告短信|拉黑短信
几点上班|几点下班|上班时间|营业时间|什么时候在线|电话多少|热线
差评|追评|修改评价|删除评价|评价返现
大批|大量|几百件|公司买|员工福利|批量|供货
logo|印标|刻上|定做|个性化
港澳台|香港|台湾|澳门|外国|寄国外|海淘
税|海关|清关|被税|要交税
春节|国庆|过年|放假|假日|长假
旧机|折价|抵扣|回收旧
偏远|新疆|西藏|乡镇|村里|农村|送不到
时间段|白天|晚上送|指定时间|周末送|我在家的时候
留多久|保留|过期取消|自动关闭|自动取消|多久不付
合单|分开发|两个订单|凑一起|一个包裹
重复付|扣两次|付了两遍|多付|多收
分几期|利息|手续费|每个月还
没动静|好几天没变|不走了|停在|不更新
没拿到|谁签的|代签|被别人拿|驿站没有|门口没有
碎|裂|变形了|压扁|漏液|磕碰
不是我要的|型号不对|颜色发错|货不对
缺|没给我|少一个|没放|数量不对
下载说明|怎么操作设备|视频教程|电子版
周末|节假日|假期
return|send back|send it back|take back|take it back|bring back|bring it back|give back|give it back
refund|money back|get the money back|reimbursement|repay|get my money
exchange|swap|replace|replacement|switch
repair|fix|mend|broken|servicing|stopped working
warranty|guarantee|cover|coverage
shipping|delivery|postage|dispatch|freight
shipping fee|shipping cost|delivery charge|postage|delivery fee
free shipping|free delivery
ship|send|dispatch|post|deliver
parcel|package|shipment|box
track|tracking|trace|where is my order|whereabouts
courier|carrier|delivery company
lost|missing|never arrived|not received|disappeared
late|delayed|delay|slow|overdue|stuck|not moving|no update|stopped
damaged|broken|smashed|cracked|crushed
wrong item|incorrect item|different item|not what i ordered
missing item|incomplete|item missing
coupon|voucher|discount code|promo code|promotion code
discount|sale|deal|offer|promotion|cheaper
price match|price protection|price adjustment|price drop|price guarantee
gift|free gift|freebie|sample
gift card|gift voucher|gift certificate
points|loyalty points|rewards
membership|member|vip|loyalty
order|purchase|buy
cancel|call off|revoke|stop my order
change|edit|modify|amend|update
address|shipping address|delivery address
payment|pay|checkout|paying
payment failed|payment declined|card declined|payment error|rejected
card|credit card|debit card
instalment|installment|monthly payment|pay later|financing
cash on delivery|cod
charged twice|double charge|overcharged
invoice|receipt|bill
vat|tax|vat number
account|profile|login
delete account|close account|deactivate account|remove my account
password|passcode|pin
log in|login|sign in|access
sign up|register|registration|create an account|open an account
verification code|security code|one-time code|otp
email|e-mail|mail address
newsletter|marketing emails|mailing list
unsubscribe|opt out|stop emails
contact|reach|get in touch|phone number|hotline
agent|human|representative|real person|customer service|support
complaint|complain|grievance
size|sizing|fit|measurements
large|big|bigger
small|tight|smaller
colour|color|shade
material|fabric|made of|composition
wash|laundry|washing|clean
manual|instructions|guide|handbook
assemble|assembly|put together|install|installation|set up
battery|charge|charging|power
connect|pair|pairing|bluetooth|connection
genuine|authentic|original|fake|counterfeit|real
stock|in stock|available|availability|sold out|out of stock
restock|back in stock|notify me
preorder|pre-order|reserve
allergy|allergic|rash|irritation|reaction|sensitive
expiry|expiration|best before|shelf life
pickup|pick up|collect|collection|click and collect
holiday|weekend|public holiday
review|rating|feedback
privacy|personal data|personal information|data protection
wholesale|bulk|large quantity|business order
gift wrap|gift wrapping|wrapping
international|abroad|overseas|foreign
customs|import duty|duties|import tax
combine|together|merge|one parcel|join
engraving|engrave|personalise|personalize|initials|put a name
deadline|time limit|window|how long|last day
how long|time|duration|days|how many days|how soon
slot|appointment|time of day|evening|morning|afternoon
dead|does not turn on|no power|will not start|does not start
keep|hold|unpaid|pay later
several|two|multiple|more than one
changed my mind|no longer want|do not like it|unwanted|not what i expected
how do i|steps|procedure|process|where do i click|where do i start
label|print|sticker|qr code|no printer
present|given to me|someone bought me|from a friend|gifted
money arrive|back on my card|credited|credit to my account|reach my bank|get paid back
how much back|less than i paid|amount returned|only part|full amount
different size|another colour|other colour|size up|size down|next size
not mine|someone else's|sent me the wrong|not the one i chose
left out|not in the box|short|fewer items|one of the items
arrived in pieces|dented|scratched|torn|leaking|shattered|bent
when will it leave|leave the warehouse|sent out|processing time|handling time|how fast do you ship
how many days to arrive|arrive|get here|take to come|transit
who delivers|which company brings|dhl|ups|fedex|royal mail
whereabouts|follow my order|where is it|status of my order|tracking number
no news|hasn't moved|not updated|same status|frozen
says delivered|nothing here|not on my doorstep|stolen|neighbours don't have it
moved house|wrong street|new address|typo in the address|wrong postcode
evening delivery|when i am home|pick a day|choose a date|saturday delivery
in store|from the shop|at a branch|locker|pick it up myself
not at home|out when|doorstep|porch|shed|next door
mistake|don't need it any more|stop it|undo
add an item|remove an item|different quantity|swap an item
expire unpaid|held for|reserved for|saved for me
same box|two orders|ship both|one delivery
without signing up|as a guest|no account|without registering
apple pay|google pay|paypal|visa|which cards|bank transfer
won't go through|keeps failing|not accepted|error at checkout|bank says
two payments|taken twice|paid double|billed two times|duplicate payment
spread the cost|split the payment|pay monthly|pay bit by bit
balance|how much is left on|top up|redeem
newsletter discount|first order discount|get a code|student discount
code doesn't work|invalid code|not applied|code rejected|code expired
two codes|use both|stack|more than one code
cheaper now|price went down|dropped after|lower elsewhere|refund the difference
black friday|next sale|when do prices drop|seasonal
bonus item|complimentary|promised gift|free item missing
wrap it|card inside|message card|wrapped as a present
not released|upcoming|coming out|launch|before release
tell me when|be notified|alert me|again available
which size|what size am i|between sizes|true to size|runs small|measure
wide feet|half size|narrow|feet
looks different|not like the picture|photo|screen
tumble dry|iron|hand wash|machine washable|shrink|care label
sustainable|organic|cotton|leather|vegan|where is it made
knock-off|is it real|licensed|counterfeit|replica
covered|how long is it guaranteed|manufacturer warranty|still under
mail it in|get it fixed|repair cost|fix my
replacement part|charger|spare|accessory|extra cable
won't switch on|not starting|black screen|nothing happens|bricked
dies quickly|runs out|lasts only|not holding charge|drains
not showing up|cannot find the device|disconnects|discover
wireless|router|internet|network|go online|wi-fi
download the app|latest version|app store|install the app
pdf|user guide|how does it work|video
flat pack|fitter|screws|put up|build it
use by|past its date|keep for|store it|fridge
nuts|gluten|lactose|contains|ingredient list
itching|red skin|burning|hives|skin
proof of purchase|need a bill|document for my purchase|download receipt
company name|business expense|vat invoice|tax number|reclaim vat
new here|make an account|become a customer|registering
locked out|can't get in|doesn't recognise me|sign-in
forgot|reset|new password|can't remember
new phone number|different email|change my contact details|old email
erase|wipe|leave for good|remove me
collect points|spend points|points worth|earn
tier|gold|silver|status|benefits
too many emails|spam|stop sending|no more mails
what do you know about me|gdpr|share my data|cookies|store about me
opening hours|call you|phone|live chat|talk to you
unhappy|escalate|take it further|dispute|not satisfied with how
rate|stars|leave feedback|edit my review
for my company|hundreds|resell|trade price|corporate gifts
name on it|logo|custom text|personal message
ship to other countries|outside the country|to europe|to the us|worldwide
extra fees at the border|tax on import|who pays duty|held by customs
christmas|easter|bank holiday|closed on
old phone|dispose|trade in|e-waste|used batteries
trousers|pants
trainers|sneakers
mobile|phone|cellphone|smartphone
`;

/** Synonym groups that a new shop's search starts with. */
export const DEFAULT_SYNONYMS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((group) => group.split('|'));
