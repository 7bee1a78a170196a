import type { IntentExamples } from './example.ts';

/** What customers ask between ordering and receiving. */
export const IN_SALE_EXAMPLES: IntentExamples = {
  'ORDER.PLACE': {
    zh: '怎么下单|我要买这个|帮我下一单|怎么加入购物车|可以直接拍吗|能不能帮我下单|下单流程是什么|没有账号可以买吗|想买两个怎么拍|提交订单在哪里点|怎么购买|我想订一个|怎么拍|拍三件怎么操作|在哪儿付款下单|我要来两份|给我来一个|能代下单吗|老人不会下单怎么办|要怎么买|直接拍就行吗|需要先咨询再下单吗',
    en: 'how do I place an order|I want to buy this|can you order it for me|how do I add it to the basket|can I order without an account|where do I check out|I would like to order two of these|how can I purchase|help me with ordering|can I place an order by phone|I want to order now|what do I need to do to buy it|I will take three|how do I get one of these|I want to make an order|I would like to buy several pieces|where is the buy button|help me buy it|can I order over the phone|how to order|let me order one please',
  },
  'ORDER.CHANGE': {
    zh: '订单能改吗|颜色拍错了想改成黑色|可以改尺码吗|我想加一件一起发|备注忘写了能补吗|改一下收货人电话|能帮我改订单数量吗|刚拍的想换个颜色|修改订单信息|少拍了一个怎么加|拍错码数了还没发货|合并两个订单|下单的时候选错颜色了|把黄色换成紫色行吗,还没发货|我想再加一样东西到订单里|订单里的数量改成三个|收货电话填错了改一下|买家留言想补一句|款式选错了还没发|能不能改下配送时间',
    en: 'can I change my order|I ordered the wrong colour, please change it to black before shipping|can I change the size of an order I just placed|please add one more item to my order|I forgot to add a note to my order|change the quantity please|I need to modify my order|can you merge my two orders|update the phone number on my order|edit my order|I want to remove an item from my order|switch the colour in my order to grey before it ships|I picked the wrong option in my order|put another item in the same order|I would like to alter my order|can you correct the phone number in my order|take one product out of my order|I chose the wrong size, can you edit the order|change the items of my purchase',
  },
  'ORDER.CANCEL': {
    zh: '我想取消订单|不想要了帮我取消|怎么取消|还没发货可以取消吗|取消这笔订单|点错了取消一下|取消订单要扣钱吗|拍多了取消掉一个|已付款能取消吗|不买了|我要撤销订单|这单不要了|给我退单|撤掉这个订单吧|先不买了取消吧|拍错了取消|订单作废可以吗|不需要了麻烦撤单|还没发给我取消掉',
    en: 'I want to cancel my order|please cancel it, I do not need it any more|how do I cancel|can I cancel before it ships|cancel my purchase|is there a cancellation fee|I changed my mind, cancel the order|I clicked by mistake, cancel please|can a paid order be cancelled|revoke my order|stop my order|I do not need it any more, drop the order|please void my order|scrap it|annul my purchase|forget about my order|do not ship it, I no longer want it|withdraw my order|how can I undo my order',
  },
  'ORDER.DUPLICATE': {
    zh: '我下了两次单|重复下单了怎么办|同样的东西拍了两遍|怎么有两个一样的订单|不小心付了两单|点了两下变成两笔订单|重复的那个订单帮我关掉|多拍了一单一模一样的|手滑拍了两单|网卡了点了两次结果两个订单|同一个东西买重了|买重了一单|出现两笔相同订单|提交了两遍',
    en: 'I ordered twice by accident|there are two identical orders|I placed a duplicate order|the same order appears twice|I accidentally bought it two times|please close the duplicate order|double order by mistake|my order was submitted twice|my order went through two times|I see the same order two times|clicked twice and now there are two orders|ordered the same thing two times|one of my two identical orders must go|the system created a second order',
  },
  'ORDER.UNPAID': {
    zh: '订单还没付款会自动关闭吗|待付款能保留多久|晚点付款可以吗|未付款订单在哪里找|明天再付行吗|拍下没付钱|还没付,库存会留着吗|忘记付款了订单还在吗|什么时候之前要付款|可以先拍下晚上再付吗|没钱了过两天付行吗|拍了没付款会怎样|待付款订单给我留着|订单超时没付会取消吗|还没给钱',
    en: 'I have not paid for my order yet|how long is an unpaid order kept|can I pay later|will my order be closed if I do not pay|where can I find my unpaid order|can I pay tomorrow|I forgot to pay, is the order still there|until when do I have to pay|can you hold the item until I pay|what happens if I do not pay right away|keep my order until I pay on Friday|my order is waiting for payment|how much time do I have to pay|I have ordered but not paid|will you hold my order before payment',
  },
  'PAYMENT.FAILED': {
    zh: '付款失败|付不了款|支付失败怎么办|一直提示支付异常|银行卡付款被拒绝|点付款没反应|支付宝付不了|微信支付不成功|为什么付不了钱|支付页面打不开|显示交易失败|付款的时候报错|刷卡失败了|怎么都付不成功|老是提示支付失败|钱付不出去|密码对的但是付不了|付款一直转圈|卡刷不了|扫码付款失败|支付不成功|付款限额了付不了|换了卡还是付不了',
    en: 'payment failed|my payment was declined|I cannot pay|the card was rejected|I get an error when I pay|the transaction did not go through|paypal does not work at checkout|why can I not pay|the payment page does not load|problem with my payment|my credit card is not accepted|payment error|I tried to pay three times and it failed|my card keeps being refused|paypal keeps saying something went wrong|payment does not go through|checkout refuses my card|I am unable to complete the payment|the payment was not successful|the bank declined it|every time I pay there is an error|payment keeps failing|the pay button does nothing',
  },
  'PAYMENT.COUPON_FAIL': {
    zh: '优惠券用不了|券为什么不能用|结算时没有抵扣|优惠码无效|满减没生效|红包用不上|提示不满足使用条件|券领了结账看不到|付款的时候优惠没减|折扣码输入错误|优惠券显示不可用|券抵扣不了|领的券用不出来|红包没抵扣|满减没减下来|输了优惠码没反应|结账的时候券不见了|折扣没算进去|会员折扣没生效',
    en: 'my coupon does not work|the discount code is invalid|the voucher was not applied at checkout|it says the code has expired|I cannot use my coupon|the promo code is not accepted|the discount was not deducted|my gift card is not accepted|code not valid|the coupon says it does not apply|why was my discount not applied|the discount is not taken off the total|my promo code does nothing|the basket ignores my voucher|code rejected|it will not let me apply the coupon|my discount disappeared at checkout|the member discount was not applied|voucher refused',
  },
  'PAYMENT.INSTALMENT': {
    zh: '可以分期吗|支持花呗吗|分期免息吗|花呗分期怎么收手续费|分12期每月多少|能用白条吗|信用卡分期怎么弄|分期付款怎么操作|可以货到付款吗|有哪些付款方式|能分几期|可以分六期吗|有免息分期吗|分期手续费多少|可以用花呗付吗|能先用后付吗|支持哪些支付|可以刷信用卡吗',
    en: 'can I pay in instalments|do you offer monthly payments|is there interest on instalments|can I use klarna|how much per month over 12 months|do you accept buy now pay later|how do instalments work|can I split the payment|which payment methods do you accept|can I pay cash on delivery|what are the payment options|can I spread the cost over several months|pay in three parts|is there a payment plan|do you take american express|can I pay by bank transfer|do you accept apple pay|zero interest financing|pay over time',
  },
  'PAYMENT.REFUND_STATE': {
    zh: '退款退到哪里了|退款会退回银行卡吗|显示退款成功但是卡里没收到|退款退到支付宝还是微信|原路退回是退到哪|退款成功钱没到账户|银行卡注销了退款怎么办|退的钱怎么没到我卡上|退款显示完成了银行没到账|退的钱到哪个账户|退款去哪了看不到|微信里没看到退款|退到原来的卡吗|退款到账户余额了吗',
    en: 'which card will the refund go to|the refund is marked as done but my bank account has not received it|is the refund paid to my paypal or my card|my card was closed, where does the refund go|the refunded money is not on my card|will you refund to the original payment method|refund completed but not on my bank statement|how is the refund paid out|the refund shows completed but the money is not in my account|to which account did you refund|cannot see the refund on my card|will it go back to the card I used|the bank says no refund has come|where did the refund go',
  },
  'PAYMENT.BILLING': {
    zh: '为什么扣了两次钱|多扣款了|扣款金额不对|账单上这笔是什么|钱扣了订单没成功|付了款订单还显示未付款|我被重复扣费了|这笔扣款是怎么回事|扣了钱没有订单|付款金额和页面不一致|自动续费怎么扣钱了|银行卡被扣了两笔|怎么扣了我两份钱|付了两次|收费和订单金额不一样|莫名其妙扣了一笔|钱付了没生成订单|我没买为什么扣钱|扣多了|明细里多一笔',
    en: 'I was charged twice|the amount charged is wrong|what is this charge on my statement|the money was taken but there is no order|I was overcharged|I paid but the order still says unpaid|why was my card charged|double charge on my account|unknown charge from your shop|I was billed for something I did not buy|you took more money than the price|there are two charges from you on my statement|I paid two times for one order|you debited the wrong amount|my card was billed but I have no order confirmation|what did you charge me for|an extra charge appeared|I got charged more than the order total|money left my account without an order|why do I see a charge from you',
  },
  'LOGISTICS.DISPATCH': {
    zh: '什么时候发货|今天能发吗|怎么还没发货|发什么快递|从哪里发货|能发顺丰吗|几点前下单当天发|预售多久发货|催一下发货|包邮吗|运费多少|可以送到新疆吗|几天能到|三天了还不发货|可以指定快递吗|大概多久到|昨天付的款还没发出|到底发没发|发货了吗|能不能快点发|拍了两天没动静|周末发货吗|寄到上海要多久|邮费多少钱|偏远地区包邮吗|走什么物流|急用能加急吗|下午拍今天能出吗',
    en: 'when will you ship my order|can it ship today|why has it not been sent yet|which courier do you use|where do you ship from|how much is shipping|is shipping free|do you deliver to Canada|how long does delivery take|what are the delivery options|it still says processing, when is it dispatched|can you send it by express|please ship it quickly|do you ship on weekends|when will it arrive if I order now|do you ship internationally|I paid yesterday and it is still not sent|has it shipped|can you speed it up, I need it urgently|when does it go out|how many days to Paris|what does postage cost|do you post to Ireland|same-day dispatch|which carrier will bring it|is express possible|my order has not left yet|how fast can you deliver',
  },
  'LOGISTICS.PROGRESS': {
    zh: '我的快递到哪了|查一下物流|快递单号多少|帮我看看到哪里了|什么时候能送到|我的包裹现在在什么地方|物流信息在哪看|今天能送到吗|派送了吗|能查下单号吗|订单到哪一步了|快递员电话多少|包裹走到哪儿了|帮忙查查快件|东西到哪了|今天会派送吗|物流单号发我|预计哪天到|在路上了吗|看一下我的件|快到了吗|怎么查快递',
    en: 'where is my order|track my parcel|what is the tracking number|can you check the delivery status|when will my parcel arrive|where is my package now|is it out for delivery today|how do I track my shipment|order status please|what is the status of my delivery|has it left the warehouse|where can I see the tracking|any news about my parcel|could you look up my shipment|is my order on its way|where has my parcel got to|expected delivery date of my order|give me the tracking link|will it come today|tell me where the delivery is|I want to follow my package|how far along is my delivery',
  },
  'LOGISTICS.STALLED': {
    zh: '物流好几天没更新了|快递一直不动|物流信息停了|在中转站卡住三天了|物流怎么不动了|一个星期了还没到|包裹一直在同一个地方|延误了怎么办|怎么这么久还没送到|显示运输中已经五天没变|四天没有新的物流记录了|快递停在那里不走|物流信息一直是已揽收|卡在分拨中心|件一直不派送|好久没到,是不是卡住了|清关卡了|运了半个月了',
    en: 'tracking has not updated for five days|my parcel is stuck|the shipment has not moved since Monday|my package is stuck at customs|it has been in transit for two weeks|the delivery is late|no movement on my tracking|my order is delayed|it has been at the same depot for days|why is my delivery taking so long|the tracking shows the same place since last week|no scan for a week|my parcel sits at a hub|nothing has happened to my shipment for days|held up at customs|it should have been here days ago|the parcel has been sitting in the depot|tracking is frozen',
  },
  'LOGISTICS.LOST': {
    zh: '快递丢了|显示签收了但我没收到|包裹不见了|不是我签收的|说放驿站了但没有|快递找不到了|没收到货显示已签收|丢件了怎么赔|快递被别人拿走了|一直没收到货|根本没拿到东西却签收了|本人没签收|快递柜里没有|丢快递了|门口没看到包裹|我没拿到货|被别人签收了|快递说送到了可是没有',
    en: 'my parcel is lost|it says delivered but I have not received it|the package is missing|somebody else signed for it|the courier says delivered, nothing here|my parcel was stolen|I never received my order|the package never arrived|marked as delivered but it is not in my mailbox|the shipment got lost|the app says handed over but I got nothing|nobody gave me the parcel|not in the locker|I have got nothing although it was signed|my delivery vanished|it was delivered to nobody|proof of delivery is not my signature|the parcel was not at my door',
  },
  'LOGISTICS.DAMAGED': {
    zh: '收到的时候箱子破了|快递摔坏了|包装压扁了|瓶子碎了漏了一箱|运输途中损坏|打开全洒了|盒子烂了|快递暴力运输东西碎了|收到就是碎的|外包装破损里面也坏了|快递盒子瘪了|路上压坏了|拆开发现碎了|杯子碎了|液体流出来了|包裹湿透了|玻璃破了|收到时已经摔烂',
    en: 'the box arrived damaged|the parcel was crushed|the bottle broke in transit|it was smashed by the courier|everything leaked in the box|the packaging was torn open|arrived broken|it got damaged during shipping|the glass is shattered|the parcel is wet and dented|plates were broken on arrival|arrived in pieces|the carton was squashed|came smashed|box soaked through|cracked when I opened the parcel|spilled inside the parcel|bent and battered package',
  },
  'LOGISTICS.WRONG_ADDRESS': {
    zh: '地址写错了|想改收货地址|地址填错怎么办|换个地址送可以吗|快递送错地方了|收货地址要改成公司|搬家了地址能改吗|门牌号写错了|寄到老地址去了|改地址|怎么修改收货地址|收货地址选错了|地址忘了改|地址少写了楼号|能改送到单位吗|默认地址没换|送到别的小区了|寄到我父母家可以吗改一下|小区名写错|收货人名字填错了',
    en: "I entered the wrong address|change the delivery address please|I need to change my shipping address|it was delivered to the wrong address|can you send it to my office instead|I moved, please update the address|wrong house number on my order|it went to my old address|how do I correct the delivery address|the address on my parcel is wrong|set up a new shipping address|I put an old street in the delivery address|please send the parcel somewhere else|typo in my shipping address|flat number is missing in the address|ship to my parents instead|I chose the wrong address at checkout|went to my neighbour's street by mistake|redirect my parcel to another address|delivery address needs correcting",
  },
};
