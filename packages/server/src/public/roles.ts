import type { Pair } from '@yunsu/api';

/** A station of a product's way, as a shopper names it. */
export type Stage =
  | 'origin'
  | 'collecting'
  | 'primary'
  | 'making'
  | 'testing'
  | 'storing'
  | 'trading'
  | 'distributing'
  | 'retail'
  | 'serving'
  | 'care'
  | 'transport'
  | 'using'
  | 'authority'
  | 'end'
  | 'passing';

/** Headings of the stations. */
export const stages: Readonly<Record<Stage, Pair>> = {
  origin: ['产地', 'Origin'],
  collecting: ['收购', 'Collection'],
  primary: ['初加工', 'First processing'],
  making: ['生产', 'Production'],
  testing: ['检测', 'Testing'],
  storing: ['仓储', 'Storage'],
  trading: ['批发', 'Wholesale'],
  distributing: ['配送', 'Distribution'],
  retail: ['零售', 'Shop'],
  serving: ['餐饮', 'Kitchen'],
  care: ['医疗', 'Care'],
  transport: ['运输', 'Transport'],
  using: ['使用', 'Use'],
  authority: ['监管', 'Authority'],
  end: ['消费', 'Consumer'],
  passing: ['经手', 'Handled'],
};

type Role = readonly [zh: string, en: string, stage: Stage];

/** Party roles of the registers: [zh, en, the station where such a party works]. */
export const roles: Readonly<Record<string, Role>> = {
  agro_input_dealer: ['农资经营者', 'Farm-input dealer', 'retail'],
  agro_input_manufacturer: ['农资生产企业', 'Farm-input maker', 'making'],
  association: ['行业协会', 'Association', 'passing'],
  bank: ['银行', 'Bank', 'passing'],
  blasting_unit: ['爆破作业单位', 'Blasting firm', 'using'],
  border_trader: ['边民', 'Border trader', 'origin'],
  canteen: ['食堂', 'Canteen', 'serving'],
  catering: ['餐饮经营者', 'Caterer', 'serving'],
  certification_body: ['认证机构', 'Certification body', 'testing'],
  cold_storage: ['冷库', 'Cold store', 'storing'],
  collector: ['收购商', 'Collector', 'collecting'],
  consumer: ['消费者', 'Consumer', 'end'],
  drug_manufacturer: ['药品生产企业', 'Drug maker', 'making'],
  drug_wholesaler: ['药品配送单位', 'Drug distributor', 'distributing'],
  ecommerce_platform: ['电商平台', 'Online platform', 'retail'],
  equipment_manufacturer: ['设备制造单位', 'Equipment maker', 'making'],
  equipment_user: ['设备使用单位', 'Equipment operator', 'using'],
  explosive_dealer: ['民爆销售单位', 'Explosives dealer', 'trading'],
  explosive_maker: ['民爆生产企业', 'Explosives maker', 'making'],
  exporter: ['出口商', 'Exporter', 'trading'],
  food_manufacturer: ['食品生产企业', 'Food maker', 'making'],
  food_retailer: ['食品零售商', 'Food retailer', 'retail'],
  food_wholesaler: ['食品批发商', 'Food wholesaler', 'trading'],
  food_workshop: ['食品小作坊', 'Food workshop', 'making'],
  forest_project: ['林业项目单位', 'Forest project', 'using'],
  gas_distributor: ['燃气配送单位', 'Gas distributor', 'distributing'],
  gas_filling_station: ['充装站', 'Filling station', 'making'],
  hazchem_dealer: ['危化品经营单位', 'Chemicals dealer', 'trading'],
  hazchem_maker: ['危化品生产企业', 'Chemicals maker', 'making'],
  hazchem_user: ['危化品使用单位', 'Chemicals user', 'using'],
  hazwaste: ['危废处置单位', 'Hazardous-waste firm', 'using'],
  hospital: ['医疗机构', 'Hospital or clinic', 'care'],
  importer: ['进口商', 'Importer', 'trading'],
  inspection_station: ['检验站', 'Inspection station', 'testing'],
  installer: ['安装单位', 'Installer', 'using'],
  insurer: ['保险机构', 'Insurer', 'passing'],
  lab: ['检测机构', 'Laboratory', 'testing'],
  logistics_carrier: ['承运人', 'Carrier', 'transport'],
  mah: ['药品上市许可持有人', 'Marketing authorisation holder', 'making'],
  maintainer: ['维保单位', 'Maintenance firm', 'using'],
  market_operator: ['市场开办者', 'Market operator', 'trading'],
  meat_wholesaler: ['肉类批发商', 'Meat wholesaler', 'trading'],
  nursery: ['苗圃', 'Nursery', 'origin'],
  patient: ['患者', 'Patient', 'end'],
  pharmacy: ['药店', 'Pharmacy', 'retail'],
  primary_processor: ['初加工单位', 'First processor', 'primary'],
  producer_coop: ['合作社', 'Cooperative', 'origin'],
  producer_enterprise: ['种养企业', 'Farm company', 'origin'],
  producer_farmer: ['农户', 'Farmer', 'origin'],
  pyrotechnic_maker: ['烟花爆竹生产企业', 'Firework maker', 'making'],
  pyrotechnic_retailer: ['烟花爆竹零售点', 'Firework retailer', 'retail'],
  pyrotechnic_wholesaler: ['烟花爆竹批发企业', 'Firework wholesaler', 'trading'],
  re_metal: ['稀土金属企业', 'Rare-earth metal maker', 'making'],
  re_miner: ['稀土矿山', 'Rare-earth mine', 'origin'],
  re_recycler: ['稀土回收企业', 'Rare-earth recycler', 'making'],
  re_separator: ['稀土分离企业', 'Rare-earth separator', 'primary'],
  regulator_agri: ['农业农村部门', 'Agriculture authority', 'authority'],
  regulator_commerce: ['商务部门', 'Commerce authority', 'authority'],
  regulator_customs: ['海关', 'Customs', 'authority'],
  regulator_data: ['数据管理部门', 'Data authority', 'authority'],
  regulator_drug: ['药品监管部门', 'Drug authority', 'authority'],
  regulator_emergency: ['应急管理部门', 'Emergency authority', 'authority'],
  regulator_forest: ['林草部门', 'Forestry authority', 'authority'],
  regulator_market: ['市场监管部门', 'Market authority', 'authority'],
  regulator_miit: ['工信部门', 'Industry authority', 'authority'],
  regulator_police: ['公安机关', 'Police', 'authority'],
  seed_company: ['种子企业', 'Seed company', 'making'],
  slaughterhouse: ['定点屠宰厂', 'Slaughterhouse', 'primary'],
  stall_operator: ['摊主', 'Stall holder', 'retail'],
  supermarket: ['超市', 'Supermarket', 'retail'],
  third_party_platform: ['第三方平台', 'Third-party platform', 'passing'],
  variety_right_holder: ['品种权人', 'Variety right holder', 'origin'],
  vegetable_wholesaler: ['批发商', 'Wholesaler', 'trading'],
};
