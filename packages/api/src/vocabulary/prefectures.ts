/** The sixteen prefectures of Yunnan by the first four digits of the division code (GB/T 2260): [name, English, two characters]. */
export const prefectures: Readonly<Record<string, readonly [zh: string, en: string, short: string]>> = {
  '5301': ['昆明市', 'Kunming', '昆明'],
  '5303': ['曲靖市', 'Qujing', '曲靖'],
  '5304': ['玉溪市', 'Yuxi', '玉溪'],
  '5305': ['保山市', 'Baoshan', '保山'],
  '5306': ['昭通市', 'Zhaotong', '昭通'],
  '5307': ['丽江市', 'Lijiang', '丽江'],
  '5308': ['普洱市', "Pu'er", '普洱'],
  '5309': ['临沧市', 'Lincang', '临沧'],
  '5323': ['楚雄彝族自治州', 'Chuxiong', '楚雄'],
  '5325': ['红河哈尼族彝族自治州', 'Honghe', '红河'],
  '5326': ['文山壮族苗族自治州', 'Wenshan', '文山'],
  '5328': ['西双版纳傣族自治州', 'Xishuangbanna', '版纳'],
  '5329': ['大理白族自治州', 'Dali', '大理'],
  '5331': ['德宏傣族景颇族自治州', 'Dehong', '德宏'],
  '5333': ['怒江傈僳族自治州', 'Nujiang', '怒江'],
  '5334': ['迪庆藏族自治州', 'Diqing', '迪庆'],
};
