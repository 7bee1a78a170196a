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
trousers|pants
trainers|sneakers
mobile|phone|cellphone|smartphone
`;

/** Synonym groups that a new shop's search starts with. */
export const DEFAULT_SYNONYMS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((group) => group.split('|'));
