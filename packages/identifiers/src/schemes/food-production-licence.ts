import { divisionName, isDivision } from '../divisions.ts';
import { type Fault, faultAt, type Words } from '../fault.ts';
import { mod1110Check } from '../iso7064.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['食品生产许可证编号', '生产许可证编号', '许可证编号'];

const licenceShape = /^SC[12]\d{13}$/;

/** The categories of the food production licence (食品生产许可分类目录), from 01 on. */
const categories =
  '粮食加工品,食用油、油脂及其制品,调味品,肉制品,乳制品,饮料,方便食品,饼干,罐头,冷冻饮品,速冻食品,薯类和膨化食品,糖果制品,茶叶及相关制品,酒类,蔬菜制品,水果制品,炒货食品及坚果制品,蛋制品,可可及焙烤咖啡产品,食糖,水产制品,淀粉及淀粉制品,糕点,豆制品,蜂产品,保健食品,特殊医学用途配方食品,婴幼儿配方食品,特殊膳食食品,其他食品'.split(
    ',',
  );
const categoriesEn =
  'Grain products,Edible oils and fats,Condiments,Meat products,Dairy products,Beverages,Instant food,Biscuits,Canned food,Frozen drinks,Quick-frozen food,Potato and puffed food,Confectionery,Tea and related products,Alcoholic drinks,Vegetable products,Fruit products,Roasted seeds and nuts,Egg products,Cocoa and roasted coffee,Sugar,Aquatic products,Starch and starch products,Pastry,Bean products,Bee products,Health food,Formula food for medical purposes,Infant formula,Food for special diets,Other food'.split(
    ',',
  );

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels).toUpperCase();
  return licenceShape.test(code) ? code : undefined;
}

function notesOf(kind: string, category: string, division: string): Fault[] {
  const notes: Fault[] = [];
  const number = Number(category);
  if (kind === '1' && (number < 1 || number > categories.length)) {
    notes.push(faultAt(3, words.unknownFoodCategory(category)));
  }
  if (!isDivision(division)) notes.push(faultAt(5, words.unknownDivision(division)));
  return notes;
}

function read(code: string): CodeReading {
  const [kind, category, division] = [code.charAt(2), code.slice(3, 5), code.slice(5, 11)];
  const wanted = mod1110Check(code.slice(2, 15));
  const got = code.charAt(15);
  const notes = notesOf(kind, category, division);
  return {
    parts: { kind, category: kind + category, division, number: code.slice(11, 15), check: got },
    level: 'certificate',
    ...(wanted === got ? {} : { fault: faultAt(15, words.wrongLicenceCheck(wanted, got)) }),
    ...(notes.length === 0 ? {} : { notes }),
    confidence: notes.length === 0 ? 0.98 : 0.8,
  };
}

const kinds: Readonly<Record<string, Words>> = {
  '1': { en: 'Food', zh: '食品' },
  '2': { en: 'Food additive', zh: '食品添加剂' },
};

function meaningOf(part: string, value: string): Words | undefined {
  if (part === 'kind') return kinds[value];
  if (part === 'division') return divisionName(value);
  if (part !== 'category' || !value.startsWith('1')) return undefined;
  const at = Number(value.slice(1)) - 1;
  const [zh, en] = [categories[at], categoriesEn[at]];
  return zh && en ? { en, zh } : undefined;
}

/** 食品生产许可证编号: SC, 14 digits, the last a check digit by MOD 11,10 (食品生产许可管理办法; GB/T 17710-1999). */
export const foodProductionLicence = plainCode({
  id: 'food-production-licence',
  name: { en: 'Food production licence', zh: '食品生产许可证编号' },
  verified: true,
  categories: ['food'],
  issuer: {
    name: { en: 'Market regulation authority', zh: '市场监督管理部门' },
    ask: {
      en: 'Ask the market regulation authority of the place, or look the firm up at the State Administration for Market Regulation.',
      zh: '可在国家市场监督管理总局食品生产许可获证企业信息查询平台或当地市场监督管理部门查询。',
    },
  },
  partNames: {
    kind: { en: 'Licence for', zh: '许可对象' },
    category: { en: 'Food category', zh: '食品类别' },
    division: { en: 'Division', zh: '行政区划' },
    number: { en: 'Number', zh: '顺序码' },
    check: { en: 'Check digit', zh: '校验码' },
  },
  meaningOf,
  shape,
  read,
});
