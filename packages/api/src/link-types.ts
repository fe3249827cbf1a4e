import { type Words, words } from './words.ts';

/** Where the link types of GS1 live (GS1-Conformant Resolver 1.2.0 §2.14). */
export const GS1_VOCABULARY = 'https://ref.gs1.org/voc/';

/**
 * Link types of the GS1 Web Vocabulary that a link may be registered under. `defaultLink`, `defaultLinkMulti` and
 * `handledBy` are missing on purpose: a resolver sets them itself (GS1-Conformant Resolver 1.2.0 §2.5.8, §2.8).
 */
export const linkTypes: Readonly<Record<string, Words>> = {
  activityIdeas: words('Activity ideas', '活动创意'),
  allergenInfo: words('Allergen information', '过敏原信息'),
  appDownload: words('App download', '应用下载'),
  backgroundInfo: words('Background information', '背景资料'),
  brandHomepageClinical: words('Brand homepage for clinicians', '品牌主页（医务人员）'),
  brandHomepagePatient: words('Brand homepage for patients', '品牌主页（患者）'),
  careersInfo: words('Careers', '招聘信息'),
  certificationInfo: words('Certification information', '认证信息'),
  consumerHandlingStorageInfo: words('Handling and storage for consumers', '消费者使用与贮存说明'),
  dpp: words('Digital product passport', '数字产品护照'),
  eifu: words('Electronic instructions for use', '电子使用说明'),
  epcis: words('EPCIS repository', 'EPCIS 事件库'),
  epil: words('Electronic patient information leaflet', '电子患者须知'),
  eventsInfo: words('Events', '活动信息'),
  faqs: words('Frequently asked questions', '常见问题'),
  hasRetailers: words('Retailers', '零售商'),
  homepage: words('Homepage', '主页'),
  ingredientsInfo: words('Ingredients', '配料信息'),
  instructions: words('Instructions', '使用说明'),
  jws: words('JSON web signature', 'JSON 网络签名'),
  leaveReview: words('Leave a review', '发表评价'),
  locationInfo: words('Location information', '位置信息'),
  logisticsInfo: words('Logistics information', '物流信息'),
  loyaltyProgram: words('Loyalty programme', '会员计划'),
  masterData: words('Master data', '主数据'),
  menuInfo: words('Menu', '菜单'),
  nutritionalInfo: words('Nutritional information', '营养信息'),
  openingHoursInfo: words('Opening hours', '营业时间'),
  paymentLink: words('Payment', '付款链接'),
  pip: words('Product information page', '产品信息页'),
  productSustainabilityInfo: words('Sustainability of the product', '产品可持续性信息'),
  promotion: words('Promotion', '促销'),
  purchaseSuppliesOrAccessories: words('Supplies and accessories', '耗材与配件选购'),
  quickStartGuide: words('Quick start guide', '快速入门'),
  recallStatus: words('Recall status', '召回状态'),
  recipeInfo: words('Recipes', '食谱'),
  registerProduct: words('Register the product', '产品注册'),
  registryEntry: words('Registry entry', '登记信息'),
  relatedImage: words('Related image', '相关图片'),
  relatedVideo: words('Related video', '相关视频'),
  reportFound: words('Report as found', '拾获报告'),
  review: words('Reviews', '评价'),
  safetyInfo: words('Safety information', '安全信息'),
  scheduleTime: words('Schedule', '时间表'),
  serviceInfo: words('Service information', '服务信息'),
  smartLabel: words('SmartLabel page', 'SmartLabel 页面'),
  smpc: words('Summary of product characteristics', '药品特性概要'),
  socialMedia: words('Social media', '社交媒体'),
  statisticInfo: words('Statistics', '统计信息'),
  subscribe: words('Subscribe', '订阅'),
  support: words('Support', '支持'),
  sustainabilityInfo: words('Sustainability', '可持续性信息'),
  traceability: words('Traceability', '追溯信息'),
  tutorial: words('Tutorial', '教程'),
  userAgreement: words('User agreement', '用户协议'),
  verificationService: words('Verification service', '验证服务'),
  whatsInTheBox: words('What is in the box', '箱内物品'),
};

/** The namespace of GS1 as it is and has been written. */
const gs1Namespace = /^(?:gs1:|https?:\/\/(?:ref\.|www\.)?gs1\.org\/voc\/)([A-Za-z]{1,64})$/i;

/** Words that a request may name although no link is registered under them. */
const resolverWords = new Set(['defaultLink', 'defaultLinkMulti', 'handledBy']);

/** A link type in its one spelling: `gs1:pip` for a word of GS1, an http(s) URI as it is; undefined for what is neither. */
export function toLinkType(text: string): string | undefined {
  const word = gs1Namespace.exec(text)?.[1];
  if (word !== undefined) {
    return Object.hasOwn(linkTypes, word) || resolverWords.has(word) ? `gs1:${word}` : undefined;
  }
  if (!/^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(text)) return undefined;
  return URL.canParse(text) ? text : undefined;
}

/** True where links may be registered under a link type that `toLinkType` gave. */
export const isRegistrable = (linkType: string): boolean =>
  !linkType.startsWith('gs1:') || Object.hasOwn(linkTypes, linkType.slice('gs1:'.length));

/** What a link type is called; undefined for a relation of somebody's own. */
export const linkTypeTitle = (linkType: string): Words | undefined =>
  linkType.startsWith('gs1:') ? linkTypes[linkType.slice('gs1:'.length)] : undefined;

/** The whole URI of a link type: the relation in a linkset (RFC 9264 §4.2.4.1). */
export const linkTypeUri = (linkType: string): string =>
  linkType.startsWith('gs1:') ? GS1_VOCABULARY + linkType.slice('gs1:'.length) : linkType;
