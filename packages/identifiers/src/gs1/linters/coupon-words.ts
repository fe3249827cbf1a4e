import type { Words } from '../../identifier.ts';

/** The fields of North American coupons. */
const fields = {
  gcp: { en: 'the company prefix', zh: '厂商识别代码' },
  funder: { en: 'the funder of the coupon', zh: '出资方代码' },
  offer_code: { en: 'the offer code', zh: '优惠代码' },
  format_code: { en: 'the format code', zh: '格式代码' },
  save_value: { en: 'the save value', zh: '优惠值' },
  '1st_purchase_requirement': { en: 'the first purchase requirement', zh: '第一购买要求' },
  '1st_purchase_requirement_code': { en: 'the code of the first purchase', zh: '第一购买要求代码' },
  '1st_purchase_family_code': { en: 'the family code of the first purchase', zh: '第一购买商品族代码' },
  additional_purchase_rules_code: { en: 'the code of further purchases', zh: '附加购买规则代码' },
  '2nd_purchase_requirement': { en: 'the second purchase requirement', zh: '第二购买要求' },
  '2nd_purchase_requirement_code': { en: 'the code of the second purchase', zh: '第二购买要求代码' },
  '2nd_purchase_family_code': { en: 'the family code of the second purchase', zh: '第二购买商品族代码' },
  '2nd_purchase_gcp': { en: 'the company prefix of the second purchase', zh: '第二购买厂商识别代码' },
  '3rd_purchase_requirement': { en: 'the third purchase requirement', zh: '第三购买要求' },
  '3rd_purchase_requirement_code': { en: 'the code of the third purchase', zh: '第三购买要求代码' },
  '3rd_purchase_family_code': { en: 'the family code of the third purchase', zh: '第三购买商品族代码' },
  '3rd_purchase_gcp': { en: 'the company prefix of the third purchase', zh: '第三购买厂商识别代码' },
  expiration_date: { en: 'the expiration date', zh: '截止日期' },
  start_date: { en: 'the start date', zh: '开始日期' },
  serial_number: { en: 'the serial number', zh: '序列号' },
  retailer_gcp_or_gln: { en: 'the company prefix or GLN of the retailer', zh: '零售商厂商识别代码或 GLN' },
  save_value_code: { en: 'the code of the save value', zh: '优惠值代码' },
  save_value_applies_to_item: { en: 'the item that the save value is for', zh: '优惠适用商品' },
  store_coupon_flag: { en: 'the store coupon flag', zh: '门店券标志' },
  dont_multiply_flag: { en: 'the "do not multiply" flag', zh: '不可叠加标志' },
} satisfies Record<string, Words>;

/** A field of a coupon. */
export type CouponField = keyof typeof fields;

/** Stable code of a fault in a coupon; a length digit is called `vli` where it is missing and `length` where it is wrong. */
export type CouponCode =
  | `coupon_missing_${CouponField}${'' | '_vli'}`
  | `coupon_invalid_${CouponField}${'' | '_length'}`
  | `coupon_truncated_${CouponField}`
  | `coupon_too_short_for_${CouponField}`
  | 'coupon_expiration_before_start'
  | 'coupon_excess_data';

function fieldOf(name: string): Words {
  return (fields as Readonly<Record<string, Words>>)[name] ?? { en: 'a field', zh: '某字段' };
}

/** The sentence of a fault in a coupon. */
export function couponWords(code: CouponCode): Words {
  if (code === 'coupon_excess_data') {
    return { en: 'The coupon goes on after its last field.', zh: '优惠券数据有多余内容。' };
  }
  if (code === 'coupon_expiration_before_start') {
    return { en: 'The coupon expires before it begins.', zh: '优惠券截止日期早于开始日期。' };
  }
  const [, kind = '', name = ''] =
    /^coupon_(missing|invalid|truncated|too_short_for)_(.+?)(?:_vli|_length)?$/.exec(code) ?? [];
  const { en, zh } = fieldOf(name);
  if (kind === 'invalid') return { en: `In the coupon ${en} is wrong here.`, zh: `优惠券的${zh}不正确。` };
  if (kind === 'missing') return { en: `The coupon ends before ${en}.`, zh: `优惠券缺少${zh}。` };
  return { en: `The coupon ends inside ${en}.`, zh: `优惠券的${zh}不完整。` };
}
