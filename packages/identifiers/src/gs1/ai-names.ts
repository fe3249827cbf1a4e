import type { Words } from '../identifier.ts';

/** What people call each Application Identifier, an entry a line; `3nnn` measures are named by the rows below. */
const rows = `
00|SSCC, case or pallet|系列货运包装箱代码 SSCC
01|GTIN of the trade item|贸易项目 GTIN
02|GTIN of the items inside|内装贸易项目 GTIN
03|GTIN of a made-to-order item|定制贸易项目 GTIN
10|Batch or lot|批号
11|Production date|生产日期
12|Due date of the payment|付款截止日期
13|Packaging date|包装日期
15|Best before|最佳食用（使用）期
16|Sell by|销售截止日期
17|Use by|有效期至
20|Product variant|内部产品变体
21|Serial number|序列号
22|Consumer product variant|消费品变体
235|Third-party serial|第三方序列号
240|Additional product number|附加产品标识
241|Customer's part number|客户方零件号
242|Made-to-order variation|定制产品代码
243|Packaging component|包装组件代码
250|Secondary serial number|二级序列号
251|Reference to source|源实体参考代码
253|GDTI, document|全球文件类型标识 GDTI
254|Extension of the GLN|GLN 扩展部分
255|GCN, coupon|全球优惠券代码 GCN
30|Count of items|可变数量
37|Count of units inside|内装数量
390n|Amount|应付金额或优惠券面值
391n|Amount with currency|带货币代码的应付金额
392n|Price|单一货币区应付金额
393n|Price with currency|带货币代码的商品应付金额
394n|Discount in percent|优惠券折扣百分比
395n|Price per unit of measure|计量单位价格
400|Customer's order number|客户订单号
401|GINC, consignment|全球托运标识代码 GINC
402|GSIN, shipment|全球装运标识代码 GSIN
403|Routing code|路由代码
410|Ship to|交货地 GLN
411|Bill to|受票方 GLN
412|Purchased from|供货方 GLN
413|Ship for|最终目的地 GLN
414|Place|物理位置 GLN
415|Payee|开票方 GLN
416|Place of production or service|生产或服务地 GLN
417|Party|参与方 GLN
420|Ship-to postal code|交货地邮政编码
421|Ship-to postal code with country|带国家代码的交货地邮政编码
422|Country of origin|原产国
423|Countries of first processing|初始加工国
424|Country of processing|加工国
425|Countries of disassembly|拆分国
426|Country of the whole process|全程加工国
427|Subdivision of origin|原产国行政区划
4300|Ship-to company|收货单位
4301|Ship-to name|收货联系人
4302|Ship-to address, first line|收货地址第一行
4303|Ship-to address, second line|收货地址第二行
4304|Ship-to suburb|收货街区
4305|Ship-to locality|收货城市
4306|Ship-to region|收货省区
4307|Ship-to country|收货国家
4308|Ship-to telephone|收货电话
4309|Ship-to position|收货经纬度
4310|Return-to company|退货单位
4311|Return-to name|退货联系人
4312|Return-to address, first line|退货地址第一行
4313|Return-to address, second line|退货地址第二行
4314|Return-to suburb|退货街区
4315|Return-to locality|退货城市
4316|Return-to region|退货省区
4317|Return-to country|退货国家
4318|Return-to postal code|退货邮政编码
4319|Return-to telephone|退货电话
4320|Service|服务说明
4321|Dangerous goods|危险品标志
4322|Authority to leave|可无人签收
4323|Signature required|需签收
4324|Not before|最早交付时间
4325|Not after|最晚交付时间
4326|Release date|放行日期
4330|Highest temperature (°F)|最高温度（°F）
4331|Highest temperature (°C)|最高温度（°C）
4332|Lowest temperature (°F)|最低温度（°F）
4333|Lowest temperature (°C)|最低温度（°C）
7001|NATO stock number|北约库存编码 NSN
7002|Meat cut (UN/ECE)|UN/ECE 胴体肉与分割产品分类
7003|Use by, date and time|有效期至（日期时间）
7004|Active potency|活性值
7005|Catch area|捕捞区
7006|First freezing|首次冷冻日期
7007|Harvest|收获日期
7008|Species for fishery|渔业物种
7009|Fishing gear|渔具类型
7010|Production method|生产方法
7011|Test by|检验截止日期
7020|Refurbishment lot|翻新批号
7021|Functional status|功能状态
7022|Revision status|修订状态
7023|GIAI of the assembly|组件 GIAI
7030|Processor 0|加工者 0
7031|Processor 1|加工者 1
7032|Processor 2|加工者 2
7033|Processor 3|加工者 3
7034|Processor 4|加工者 4
7035|Processor 5|加工者 5
7036|Processor 6|加工者 6
7037|Processor 7|加工者 7
7038|Processor 8|加工者 8
7039|Processor 9|加工者 9
7040|Importer index|唯一标识与进口商索引
7041|Type of freight unit|货运单元类型
710|Reimbursement number, Germany|国家医保编号（德国）
711|Reimbursement number, France|国家医保编号（法国）
712|Reimbursement number, Spain|国家医保编号（西班牙）
713|Reimbursement number, Brazil|国家医保编号（巴西）
714|Reimbursement number, Portugal|国家医保编号（葡萄牙）
715|Reimbursement number, United States|国家医保编号（美国）
716|Reimbursement number, Italy|国家医保编号（意大利）
717|Reimbursement number, Costa Rica|国家医保编号（哥斯达黎加）
723n|Certification|认证参考号
7240|Protocol|临床试验方案号
7241|Medium of the symbol|自动识别载体类型
7242|Version control number|版本控制号
7250|Date of birth|出生日期
7251|Date and time of birth|出生日期时间
7252|Sex|性别
7253|Family name|姓
7254|Given name|名
7255|Name suffix|姓名后缀
7256|Full name|姓名
7257|Address of the person|个人地址
7258|Sequence of birth|出生次序
7259|Family name of the baby|婴儿姓氏
8001|Dimensions of a roll|卷状产品规格
8002|Mobile telephone|蜂窝移动电话标识
8003|GRAI, returnable asset|全球可回收资产标识 GRAI
8004|GIAI, individual asset|全球单个资产标识 GIAI
8005|Price per unit|单价
8006|ITIP, piece of an item|贸易项目组件 ITIP
8007|IBAN|国际银行账号 IBAN
8008|Time of production|生产日期时间
8009|Optical sensor|光学可读传感器指示
8010|CPID, component or part|组件部件标识 CPID
8011|Serial of the part|组件部件序列号
8012|Software version|软件版本
8013|GMN, model|全球型号代码 GMN
8014|M-UDI-DI|主唯一器械标识 M-UDI-DI
8017|GSRN of the provider|服务提供方 GSRN
8018|GSRN of the recipient|服务接受方 GSRN
8019|Instance of the service|服务关系事项代码
8020|Payment reference|付款单参考代码
8026|ITIP of the pieces inside|内装组件 ITIP
8030|Digital signature|数字签名
8040|IMEI|国际移动设备识别码 IMEI
8041|Second IMEI|第二 IMEI
8042|Number of the embedded SIM|嵌入式 SIM 号
8043|Number of the SIM card|SIM 卡号
8110|Coupon of North America|北美优惠券代码
8111|Loyalty points|积分
8112|Paperless coupon of North America|北美无纸优惠券代码
8200|Packaging web address|包装扩展信息网址
90|Agreed between partners|贸易伙伴约定信息
9n|Company's own information|公司内部信息
`;

/** Measures: three digits of the AI, what is measured, and the unit; the fourth digit is the decimal point. */
const measures = `
310|Net weight|净重|kg
311|Length|长度|m
312|Width|宽度|m
313|Height|高度|m
314|Area|面积|m²
315|Net volume|净体积|l
316|Net volume|净体积|m³
320|Net weight|净重|lb
321|Length|长度|in
322|Length|长度|ft
323|Length|长度|yd
324|Width|宽度|in
325|Width|宽度|ft
326|Width|宽度|yd
327|Height|高度|in
328|Height|高度|ft
329|Height|高度|yd
330|Gross weight|毛重|kg
331|Logistic length|物流长度|m
332|Logistic width|物流宽度|m
333|Logistic height|物流高度|m
334|Logistic area|物流面积|m²
335|Logistic volume|物流体积|l
336|Logistic volume|物流体积|m³
337|Weight of an area|每平方米质量|kg/m²
340|Gross weight|毛重|lb
341|Logistic length|物流长度|in
342|Logistic length|物流长度|ft
343|Logistic length|物流长度|yd
344|Logistic width|物流宽度|in
345|Logistic width|物流宽度|ft
346|Logistic width|物流宽度|yd
347|Logistic height|物流高度|in
348|Logistic height|物流高度|ft
349|Logistic height|物流高度|yd
350|Area|面积|in²
351|Area|面积|ft²
352|Area|面积|yd²
353|Logistic area|物流面积|in²
354|Logistic area|物流面积|ft²
355|Logistic area|物流面积|yd²
356|Net weight|净重|oz t
357|Net weight or volume|净重或净体积|oz
360|Net volume|净体积|qt
361|Net volume|净体积|gal
362|Logistic volume|物流体积|qt
363|Logistic volume|物流体积|gal
364|Net volume|净体积|in³
365|Net volume|净体积|ft³
366|Net volume|净体积|yd³
367|Logistic volume|物流体积|in³
368|Logistic volume|物流体积|ft³
369|Logistic volume|物流体积|yd³
`;

const cells = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((row) => row.split('|'));

const names = new Map<string, Words>([
  ...cells(rows).map(([ai = '', en = '', zh = '']) => [ai, { en, zh }] as const),
  ...cells(measures).map(
    ([ai, en, zh, unit]) => [`${ai}n`, { en: `${en} (${unit})`, zh: `${zh}（${unit}）` }] as const,
  ),
]);

/** The name of an Application Identifier; `n` in the table stands for any last digit. */
export function aiName(ai: string): Words {
  return names.get(ai) ?? names.get(`${ai.slice(0, -1)}n`) ?? { en: `(${ai})`, zh: `(${ai})` };
}
