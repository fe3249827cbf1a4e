/** Short names of the provinces, in pairs with the code; some provinces have two. */
const provinces =
  '京11津12冀13晋14蒙15辽21吉22黑23沪31苏32浙33皖34闽35赣36鲁37豫41鄂42湘43粤44桂45琼46渝50川51蜀51贵52黔52云53滇53藏54陕61秦61甘62陇62青63宁64新65';

/** Division code of a province by its short name of one character, as numbers of licences use it: 滇 is 53. */
export const provinceByShortName: ReadonlyMap<string, string> = new Map(
  Array.from(provinces.matchAll(/(\D)(\d\d)/g), ([, name = '', code = '']) => [name, code]),
);
