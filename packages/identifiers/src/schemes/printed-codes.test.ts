import { describe, expect, test } from 'vitest';
import { identify } from '../identify.ts';
import { parseIdentifier } from '../parse-identifier.ts';
import { CERTIFICATE_SERIAL_MAX, CERTIFICATE_SERIAL_MIN } from './compliance-certificate.ts';
import { EQUIPMENT_LENGTH_MAX, EQUIPMENT_LENGTH_MIN } from './equipment.ts';
import { FIRM_NAME_MAX } from './firm-code.ts';
import { UNIT_CODE_MAX } from './seed-label.ts';

const first = (text: string) => identify(text)[0];

/** The parts of the best reading as a page shows them: `name=value(meaning)`. */
const inChinese = (text: string) =>
  first(text)?.inWords.map(
    ({ name, value, meaning }) => `${name.zh}=${value}${meaning ? `(${meaning.zh})` : ''}`,
  );

function identifierOf(uri: string) {
  const parsed = parseIdentifier(uri);
  if (!parsed.ok) throw new Error(`${uri}: ${parsed.reason}`);
  return parsed.identifier;
}

describe('what a code says in words', () => {
  test.each([
    [
      '89000010000000000001',
      ['药品标识码=8900001(特殊管理药品（标识码以 89 开头）)', '序列号=0000000000001'],
    ],
    ['202305060012312345678901', ['申请日期=20230506(2023年5月6日)', '企业标识=00123', '随机码=12345678901']],
    [
      '10929272001123456789012345678901',
      [
        '登记类别=1(农药登记（PD）)',
        '登记证号后六位=092927(登记证号的后六位（年份末两位 09，顺序号 2927）；码中不含完整登记证号，请以标签为准。)',
        '生产类型=2(委托加工)',
        '产品规格码=001',
        '随机码=123456789012345678901',
      ],
    ],
    [
      '311031001201500012',
      [
        '设备类别=3110(电梯·曳引驱动乘客电梯)',
        '编码结构=18(18 位设备代码)',
        '许可审批地区划=31(上海市)',
        '制造单位代号=31001',
        '年份=2015',
        '顺序号=00012',
      ],
    ],
    [
      '2150MA6YN001220150012',
      [
        '设备类别=2150(压力容器·第二类压力容器)',
        '编码结构=21(21 位登记代码)',
        '组织机构代码=MA6YN0012',
        '年份=2015',
        '顺序号=0012',
      ],
    ],
    [
      '容15云C01234(19)',
      [
        '设备种类=容(压力容器)',
        '设备类别代号=15',
        '省份=53(云南省)',
        '登记机关代号=云C',
        '顺序号=01234',
        '登记年份=19(2019年)',
      ],
    ],
    [
      '4490610A00050',
      [
        '企业代号=44',
        '生产年份末位=9(年份末位为 9（编码十年内唯一）)',
        '月=06',
        '日=10',
        '特征号=A',
        '流水号=00050',
      ],
    ],
    [
      'CDHGZ-530822-20260818-7K2M9QXR',
      ['产地区划=530822(云南省普洱市墨江哈尼族自治县)', '开具日期=20260818(2026年8月18日)', '编号=7K2M9QXR'],
    ],
    ['制造单位：示例气瓶厂 气瓶编号：AB12345', ['制造或充装单位=示例气瓶厂', '编号=AB12345']],
  ])('%s', (text, parts) => {
    expect(inChinese(text)).toEqual(parts);
  });
});

describe('classes', () => {
  test('a drug is of its identifier, a unit of a pesticide of its registration, production and size', () => {
    const drug = identifierOf('urn:yunsu:code:drug:83857930000879766660');
    const pesticide = identifierOf('urn:yunsu:code:pesticide:10929272001123456789012345678901');
    for (const { level, classUri } of [drug, pesticide]) {
      expect(level).toBe('item');
      expect(identifierOf(classUri ?? '')).toMatchObject({ level: 'class', uri: classUri });
    }
    expect(drug.classUri).toBe('urn:yunsu:code:drug:8385793');
    expect(pesticide.classUri).toBe('urn:yunsu:code:pesticide:10929272001');
  });
});

describe('numbers of a firm', () => {
  const label = (firm: string, unit: string, variety = '示例1号', address = 'https://seed.example.com/t') =>
    [variety, firm, unit, address].join('\n');

  test('a seed label keeps its four lines and its identity is firm and unit code', () => {
    const reading = first(label('示例种业（云南） 有限公司', 'A7'));
    expect(reading).toMatchObject({
      scheme: 'seed-label',
      level: 'item',
      parts: {
        variety: '示例1号',
        operator: '示例种业(云南)有限公司',
        unitCode: 'A7',
        address: 'https://seed.example.com/t',
      },
    });
    expect(first(label('示例种业(云南)有限公司', 'A7', '另一品种', 'www.example.com'))?.uri).toBe(
      reading?.uri,
    );
    expect(first(label('另一种业有限公司', 'A7'))?.uri).not.toBe(reading?.uri);
    expect(identifierOf(reading?.uri ?? '').parts).toEqual({
      operator: '示例种业(云南)有限公司',
      unitCode: 'A7',
    });
  });

  test('a label with lines of Windows, or with an address that has an identity, is read as well', () => {
    expect(first(label('示例种业', 'A7').replaceAll('\n', '\r\n'))).toMatchObject({
      scheme: 'seed-label',
      issues: [],
    });
    const link = label('示例种业', 'A7', '示例1号', 'https://seed.example.com/01/06901234567892/21/A7');
    expect(identify(link).map(({ scheme }) => scheme)).toEqual(['gtin', 'seed-label']);
  });

  test('a unit code may be so long and no longer, and the place of what is too much is shown', () => {
    const longest = '1'.repeat(UNIT_CODE_MAX);
    expect(first(label('示例种业', longest))?.issues).toEqual([]);
    const text = label('示例种业', `${longest}1`);
    expect(first(text)).toMatchObject({
      scheme: 'seed-label',
      issues: [{ at: text.indexOf(longest) + UNIT_CODE_MAX }],
    });
    const foreign = label('示例种业', '11-1');
    expect(first(foreign)).toMatchObject({ issues: [{ at: foreign.indexOf('11-1') + 2 }] });
  });

  test('the name of a firm may be so long and no longer', () => {
    expect(first(label('甲'.repeat(FIRM_NAME_MAX), '1'))?.scheme).toBe('seed-label');
    expect(identify(label('甲'.repeat(FIRM_NAME_MAX + 1), '1'))).toEqual([]);
  });

  test('a cylinder has one maker, whatever stands between maker and number', () => {
    for (const gap of [' ', '', '，', '\n', '; ']) {
      const candidates = identify(`制造单位：示例气瓶厂${gap}气瓶编号：AB-12345`);
      expect(
        candidates.map(({ parts }) => parts),
        gap,
      ).toEqual([{ maker: '示例气瓶厂', serial: 'AB-12345' }]);
    }
  });

  test('half a character is part of no name', () => {
    expect(first('urn:yunsu:code:seed-label:%E7%A4%BA%E4%BE%8B.\ud800.0')?.issues).not.toEqual([]);
    expect(first('urn:yunsu:code:gas-cylinder:ab\udfff.0')?.issues).not.toEqual([]);
  });

  test('a number without its firm is refused with a sentence', () => {
    expect(first('单元识别代码：A7')).toMatchObject({
      scheme: 'seed-label',
      confidence: expect.closeTo(0.04),
    });
    expect(first('单元识别代码：A7')?.issues[0]?.en).toMatch(/unique only within the firm/);
    expect(first('气瓶编号：AB12345')?.issues[0]?.zh).toMatch(/制造或充装单位内唯一/);
    expect(first('制造单位：乙 气瓶编号：AB12345')?.issues).toHaveLength(1);
  });
});

describe('check digits', () => {
  test('exactly one digit completes a CAS number or a food licence', () => {
    const fits = (code: string) => identify(code).some(({ issues }) => issues.length === 0);
    for (const body of ['7664-93-', '64-17-', '1310-73-', 'SC1145308220001', 'JY1530102000123']) {
      expect(
        [...'0123456789'].filter((digit) => fits(body + digit)),
        body,
      ).toHaveLength(1);
    }
  });
});

describe('doubts', () => {
  test.each([
    ['CDHGZ-530899-20260818-7K2M9QXR', 6, /530899/],
    ['CDHGZ 530899 20260818 7K2M9QXR', 6, /530899/],
    ['30801233015000000000000000000000', 0, /temporary/],
    ['319031001201500012', 0, /3190/],
    ['91003100120150001212', 0, /20 characters/],
  ])('%s is read and doubted at %i', (text, at, sentence) => {
    const reading = first(text);
    expect(reading?.issues).toMatchObject([{ at, en: expect.stringMatching(sentence) }]);
    expect(parseIdentifier(reading?.uri ?? '')).toMatchObject({ ok: true });
  });

  test.each([
    ['承诺达标合格证编号：CDHGZ-530822-20260230-7K2M', '20260230'],
    ['CDHGZ530822202602307K2M', '20260230'],
    ['CDHGZ-530822-20260818-7U2M', 'U2M'],
    ['cdhgz-530822-20260818-7u2m', 'u2m'],
    ['追溯码：202302300012312345678901', '300012312345678901'],
    ['雷管编码：4490230A00050', '30A'],
  ])('%s is refused where %s begins', (text, wrong) => {
    expect(first(text)?.issues).toMatchObject([{ at: text.indexOf(wrong) }]);
  });
});

describe('limits', () => {
  test('an equipment code has so many characters', () => {
    const code = (length: number) => `3110${'2015'.padEnd(length - 4, '1')}`;
    const known = (length: number) => identify(code(length)).some(({ scheme }) => scheme === 'equipment');
    expect([EQUIPMENT_LENGTH_MIN, EQUIPMENT_LENGTH_MAX]).toEqual([17, 21]);
    expect([16, 17, 19, 20, 22].map(known)).toEqual([false, true, true, true, false]);
  });

  test('the number of a certificate has so many characters', () => {
    const known = (length: number) => first(`CDHGZ-530822-20260818-${'7'.repeat(length)}`) !== undefined;
    const [min, max] = [CERTIFICATE_SERIAL_MIN, CERTIFICATE_SERIAL_MAX];
    expect([min - 1, min, max, max + 1].map(known)).toEqual([false, true, true, false]);
  });
});
