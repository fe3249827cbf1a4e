import type { Words } from '../../identifier.ts';
import { type CouponCode, couponWords } from './coupon-words.ts';

/** A sentence for each thing that a linter finds wrong. */
const plainWords = {
  non_digit_character: { en: 'Here is a digit needed.', zh: '此处应为数字。' },
  invalid_cset82_character: {
    en: 'This character is not one that GS1 allows (CSET 82).',
    zh: '该字符不在 GS1 允许的字符集（CSET 82）内。',
  },
  invalid_cset39_character: {
    en: 'This character is not one of 0-9 A-Z # - / (CSET 39).',
    zh: '该字符不在 0-9 A-Z # - /（CSET 39）之内。',
  },
  invalid_cset64_character: {
    en: 'This character is not one of base64url.',
    zh: '该字符不属于 base64url 字符集。',
  },
  invalid_cset64_padding: { en: 'The padding with = does not fit.', zh: '末尾 = 填充不正确。' },
  too_short_for_check_digit: { en: 'The check digit is missing.', zh: '缺少校验码。' },
  incorrect_check_digit: {
    en: 'This check digit does not fit the digits before it.',
    zh: '校验码与前面的数字不符。',
  },
  too_short_for_check_pair: { en: 'The two check characters are missing.', zh: '缺少两位校验字符。' },
  too_long_for_check_pair_implementation: {
    en: 'This is too long for two check characters.',
    zh: '长度超出校验字符的适用范围。',
  },
  incorrect_check_pair: {
    en: 'These two check characters do not fit what is before them.',
    zh: '两位校验字符与前面的内容不符。',
  },
  too_short_for_gcp: {
    en: 'This is too short for a GS1 company prefix of at least four digits.',
    zh: '长度不足，GS1 厂商识别代码至少四位数字。',
  },
  invalid_gcp_prefix: {
    en: 'No GS1 company prefix begins so.',
    zh: '此处不是有效的 GS1 厂商识别代码。',
  },
  gcp_datasource_offline: {
    en: 'The register of company prefixes cannot be asked at present.',
    zh: '暂时无法查询厂商识别代码登记库。',
  },
  requires_non_digit_character: {
    en: 'At least one character must not be a digit.',
    zh: '至少应有一个非数字字符。',
  },
  hour_too_short: { en: 'An hour has two digits.', zh: '小时为两位数字。' },
  hour_too_long: { en: 'An hour has two digits.', zh: '小时为两位数字。' },
  illegal_hour: { en: 'An hour is from 00 to 23.', zh: '小时应在 00 至 23 之间。' },
  minute_too_short: { en: 'A minute has two digits.', zh: '分钟为两位数字。' },
  minute_too_long: { en: 'A minute has two digits.', zh: '分钟为两位数字。' },
  illegal_minute: { en: 'A minute is from 00 to 59.', zh: '分钟应在 00 至 59 之间。' },
  second_too_short: { en: 'A second has two digits.', zh: '秒为两位数字。' },
  second_too_long: { en: 'A second has two digits.', zh: '秒为两位数字。' },
  illegal_second: { en: 'A second is from 00 to 59.', zh: '秒应在 00 至 59 之间。' },
  hour_with_minute_too_short: { en: 'A time is written HHMM.', zh: '时间应为 HHMM 格式。' },
  hour_with_minute_too_long: { en: 'A time is written HHMM.', zh: '时间应为 HHMM 格式。' },
  date_too_short: { en: 'The date has too few digits.', zh: '日期位数不足。' },
  date_too_long: { en: 'The date has too many digits.', zh: '日期位数过多。' },
  illegal_month: { en: 'A month is from 01 to 12.', zh: '月份应在 01 至 12 之间。' },
  illegal_day: { en: 'That month has no such day.', zh: '该月没有这一天。' },
  not_hyphen: { en: 'Here is a hyphen for minus needed.', zh: '此处只能是表示负数的连字符。' },
  iban_too_short: { en: 'An IBAN has more than 10 characters.', zh: 'IBAN 应多于 10 位。' },
  iban_too_long: { en: 'An IBAN has at most 34 characters.', zh: 'IBAN 最长 34 位。' },
  invalid_iban_character: {
    en: 'An IBAN has digits and capital letters only.',
    zh: 'IBAN 只含数字和大写字母。',
  },
  illegal_iban_country_code: {
    en: 'An IBAN begins with a country code of two letters.',
    zh: 'IBAN 以两位字母国家代码开头。',
  },
  incorrect_iban_checksum: { en: 'The check digits of this IBAN do not fit.', zh: 'IBAN 校验码不符。' },
  importer_idx_must_be_one_character: {
    en: 'The importer index is one character.',
    zh: '进口商索引为一个字符。',
  },
  invalid_import_idx_character: {
    en: 'The importer index is a letter, a digit, - or _.',
    zh: '进口商索引应为字母、数字、- 或 _。',
  },
  not_iso3166: {
    en: 'No country has this number (ISO 3166-1).',
    zh: '不是 ISO 3166-1 国家（地区）数字代码。',
  },
  not_iso3166_or_999: {
    en: 'This is neither the number of a country (ISO 3166-1) nor 999.',
    zh: '既不是 ISO 3166-1 国家（地区）数字代码，也不是 999。',
  },
  not_iso3166_alpha2: {
    en: 'No country has this code of two letters (ISO 3166-1).',
    zh: '不是 ISO 3166-1 国家（地区）两位字母代码。',
  },
  not_iso4217: { en: 'No currency has this number (ISO 4217).', zh: '不是 ISO 4217 货币数字代码。' },
  invalid_biological_sex_code: {
    en: 'The code of the sex is 0, 1, 2 or 9 (ISO/IEC 5218).',
    zh: '性别代码应为 0、1、2 或 9（ISO/IEC 5218）。',
  },
  latitude_invalid_length: { en: 'A latitude has ten digits.', zh: '纬度为十位数字。' },
  invalid_latitude: {
    en: 'A latitude is at most 1800000000 (90 degrees north).',
    zh: '纬度不超过 1800000000（北纬 90 度）。',
  },
  longitude_invalid_length: { en: 'A longitude has ten digits.', zh: '经度为十位数字。' },
  invalid_longitude: { en: 'A longitude is at most 3600000000.', zh: '经度不超过 3600000000。' },
  invalid_media_type: {
    en: 'The media type is 01 to 10 or 80 to 99.',
    zh: '载体类型应为 01 至 10 或 80 至 99。',
  },
  illegal_zero_value: { en: 'This must not be zero.', zh: '此处不能为零。' },
  illegal_zero_prefix: { en: 'This must not begin with 0.', zh: '此处不能以 0 开头。' },
  invalid_package_type: { en: 'No package type has this code.', zh: '不是有效的包装类型代码。' },
  invalid_percent_sequence: {
    en: 'A percent sign must be followed by two hexadecimal digits.',
    zh: '百分号后必须是两位十六进制数字。',
  },
  invalid_length_for_piece_of_total: {
    en: 'Piece number and number of pieces have the same number of digits.',
    zh: '件号与总件数的位数应相同。',
  },
  zero_piece_number: { en: 'The piece number is not zero.', zh: '件号不能为零。' },
  zero_total_pieces: { en: 'The number of pieces is not zero.', zh: '总件数不能为零。' },
  piece_number_exceeds_total: {
    en: 'The piece number is greater than the number of pieces.',
    zh: '件号大于总件数。',
  },
  position_in_sequence_malformed: {
    en: 'A place in a sequence is written like 1/3.',
    zh: '次序应写成 1/3 的形式。',
  },
  position_exceeds_end: { en: 'The place is after the end of the sequence.', zh: '次序超出总数。' },
  invalid_winding_direction: { en: 'The winding direction is 0, 1 or 9.', zh: '卷绕方向应为 0、1 或 9。' },
  not_zero_or_one: { en: 'Here is 0 (no) or 1 (yes) needed.', zh: '此处应为 0（否）或 1（是）。' },
  not_zero: { en: 'Here is 0 needed.', zh: '此处应为 0。' },
} satisfies Record<string, Words>;

/** Stable code of what a linter finds: the name that GS1 gives the fault, in small letters. */
export type LintCode = keyof typeof plainWords | CouponCode;

/** The sentence of a code. */
export function lintWords(code: LintCode): Words {
  return (plainWords as Partial<Record<LintCode, Words>>)[code] ?? couponWords(code as CouponCode);
}
