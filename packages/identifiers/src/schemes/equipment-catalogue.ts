import type { Words } from '../fault.ts';

/**
 * Codes of the catalogue of special equipment (特种设备目录) that are known here: classes by the first character, kinds
 * below them by all four. The catalogue holds more; a code of a known class that is missing here is a doubt and no fault.
 */
const classes: Readonly<Record<string, Words>> = {
  1: { en: 'Boiler', zh: '锅炉' },
  2: { en: 'Pressure vessel', zh: '压力容器' },
  3: { en: 'Lift', zh: '电梯' },
  4: { en: 'Crane', zh: '起重机械' },
  5: { en: 'Motor vehicle of a site', zh: '场（厂）内专用机动车辆' },
  6: { en: 'Large amusement ride', zh: '大型游乐设施' },
  8: { en: 'Pressure pipeline', zh: '压力管道' },
  9: { en: 'Passenger ropeway', zh: '客运索道' },
};

const kinds: Readonly<Record<string, Words>> = {
  1100: { en: 'steam boiler', zh: '承压蒸汽锅炉' },
  1200: { en: 'hot water boiler', zh: '承压热水锅炉' },
  1300: { en: 'organic fluid boiler', zh: '有机热载体锅炉' },
  2100: { en: 'fixed', zh: '固定式压力容器' },
  2110: { en: 'ultra-high pressure', zh: '超高压容器' },
  2130: { en: 'class III', zh: '第三类压力容器' },
  2150: { en: 'class II', zh: '第二类压力容器' },
  2170: { en: 'class I', zh: '第一类压力容器' },
  2200: { en: 'movable', zh: '移动式压力容器' },
  2210: { en: 'railway tank car', zh: '铁路罐车' },
  2220: { en: 'road tanker', zh: '汽车罐车' },
  2300: { en: 'gas cylinder', zh: '气瓶' },
  2310: { en: 'seamless gas cylinder', zh: '无缝气瓶' },
  2320: { en: 'welded gas cylinder', zh: '焊接气瓶' },
  3100: { en: 'traction or positive drive', zh: '曳引与强制驱动电梯' },
  3110: { en: 'traction passenger lift', zh: '曳引驱动乘客电梯' },
  3120: { en: 'traction goods lift', zh: '曳引驱动载货电梯' },
  3200: { en: 'hydraulic', zh: '液压驱动电梯' },
  3210: { en: 'hydraulic passenger lift', zh: '液压乘客电梯' },
  3220: { en: 'hydraulic goods lift', zh: '液压载货电梯' },
  3300: { en: 'escalator or moving walk', zh: '自动扶梯与自动人行道' },
  3310: { en: 'escalator', zh: '自动扶梯' },
  3320: { en: 'moving walk', zh: '自动人行道' },
  3410: { en: 'explosion-proof lift', zh: '防爆电梯' },
  3420: { en: 'firefighters lift', zh: '消防员电梯' },
  3430: { en: 'service lift', zh: '杂物电梯' },
  4100: { en: 'bridge crane', zh: '桥式起重机' },
  4110: { en: 'general bridge crane', zh: '通用桥式起重机' },
  4170: { en: 'electric single-girder crane', zh: '电动单梁起重机' },
  4200: { en: 'gantry crane', zh: '门式起重机' },
  4210: { en: 'general gantry crane', zh: '通用门式起重机' },
  4300: { en: 'tower crane', zh: '塔式起重机' },
  4310: { en: 'general tower crane', zh: '普通塔式起重机' },
  4400: { en: 'mobile crane', zh: '流动式起重机' },
  4800: { en: 'hoist', zh: '升降机' },
  4860: { en: 'builders hoist', zh: '施工升降机' },
  4870: { en: 'simple hoist', zh: '简易升降机' },
  '4D00': { en: 'mechanical parking', zh: '机械式停车设备' },
  5110: { en: 'fork-lift truck', zh: '叉车' },
  9100: { en: 'aerial ropeway', zh: '客运架空索道' },
  9200: { en: 'funicular', zh: '客运缆车' },
  9300: { en: 'surface lift', zh: '客运拖牵索道' },
};

/** Says whether a code of four characters is one of those above. */
export const isCatalogueCode = (code: string): boolean => Object.hasOwn(kinds, code) || isClassCode(code);

const isClassCode = (code: string) => code.endsWith('000') && Object.hasOwn(classes, code.charAt(0));

/** Says whether a code may be one of the catalogue: of a known class, with 0 at its end as all of them have. */
export const mayBeCatalogueCode = (code: string): boolean => /^[1-689][0-9A-F][0-9A-Z]0$/.test(code);

/** What a catalogue code names, as far as it is known: its class at least. */
export function equipmentKind(code: string): Words | undefined {
  const name = classes[code.charAt(0)];
  const kind = Object.hasOwn(kinds, code) ? kinds[code] : undefined;
  if (!name || !kind) return name;
  return { en: `${name.en}, ${kind.en}`, zh: `${name.zh}·${kind.zh}` };
}
