/**
 * The words of CBV 2.0 and of the GS1 Web Vocabulary, and the spellings of each: a bare word (JSON-LD), a Web URI, the CURIE
 * of that URI, and the URN of CBV 1.x. All spellings of a word mean the same.
 */

/** Where a vocabulary stands in an event. */
export type Vocabulary =
  | 'bizStep'
  | 'disposition'
  | 'bizTransactionType'
  | 'sourceDestinationType'
  | 'errorReason'
  | 'component'
  | 'measurementType'
  | 'sensorAlertType';

interface Spelling {
  readonly words: ReadonlySet<string>;
  /** What stands before the word in its Web URI; the first is the one to write. */
  readonly web: readonly string[];
  /** What stands before the word in its URN (CBV 1.x), where it has one. */
  readonly urn?: string;
}

const CBV = 'https://ref.gs1.org/cbv/';
const GS1 = ['https://gs1.org/voc/', 'https://www.gs1.org/voc/', 'https://ref.gs1.org/voc/'];

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Business steps (CBV 2.0 §7.1). */
export const bizSteps = set(`
  accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting decommissioning
  departing destroying disassembling dispensing encoding entering_exiting holding inspecting installing killing loading other
  packing picking receiving removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting
  shipping staging_outbound stock_taking stocking storing transporting unloading unpacking void_shipping`);

/** Dispositions (CBV 2.0 §7.2), also the values of a persistent disposition. */
export const dispositions = set(`
  active available completeness_inferred completeness_verified conformant container_closed container_open damaged destroyed
  dispensed disposed encoded expired in_progress in_transit inactive mismatch_class mismatch_instance mismatch_quantity
  needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled reserved retail_sold
  returned sellable_accessible sellable_not_accessible stolen unavailable unknown`);

/** Types of business transaction (CBV 2.0 §7.3). */
export const bizTransactionTypes = set(
  'bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt',
);

/** Types of source and destination (CBV 2.0 §7.4). */
export const sourceDestinationTypes = set('owning_party possessing_party location');

/** Reasons of an error declaration (CBV 2.0 §7.5). */
export const errorReasons = set('did_not_occur incorrect_data');

/** Components of a measured vector or position (CBV 2.0). */
export const components = set(`
  x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude longitude altitude`);

/** What a sensor measures (GS1 Web Vocabulary, MeasurementType). */
export const measurementTypes = set(`
  AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Altitude AmountOfSubstance AmountOfSubstancePerUnitVolume Angle
  AngularAcceleration AngularMomentum AngularVelocity Area Capacitance Conductance Conductivity Count Density Dimensionless
  DoseEquivalent DoseEquivalentRate DynamicViscosity ElectricCharge ElectricCurrent ElectricCurrentDensity
  ElectricFieldStrength Energy Exposure Force Frequency Illuminance Inductance Irradiance KinematicViscosity Length
  LinearMomentum Luminance LuminousFlux LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass
  MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power
  Pressure RadiantFlux RadiantIntensity Radioactivity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed
  SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux
  Wavenumber`);

/** What a sensor warns of (GS1 Web Vocabulary, SensorAlertType). */
export const sensorAlertTypes = set('ALARM_CONDITION ERROR_CONDITION');

const SPELLINGS: Readonly<Record<Vocabulary, Spelling>> = {
  bizStep: { words: bizSteps, web: [`${CBV}BizStep-`], urn: 'urn:epcglobal:cbv:bizstep:' },
  disposition: { words: dispositions, web: [`${CBV}Disp-`], urn: 'urn:epcglobal:cbv:disp:' },
  bizTransactionType: { words: bizTransactionTypes, web: [`${CBV}BTT-`], urn: 'urn:epcglobal:cbv:btt:' },
  sourceDestinationType: {
    words: sourceDestinationTypes,
    web: [`${CBV}SDT-`],
    urn: 'urn:epcglobal:cbv:sdt:',
  },
  errorReason: { words: errorReasons, web: [`${CBV}ER-`], urn: 'urn:epcglobal:cbv:er:' },
  component: { words: components, web: [`${CBV}Comp-`] },
  measurementType: { words: measurementTypes, web: GS1 },
  sensorAlertType: { words: sensorAlertTypes, web: GS1 },
};

/** Prefixes that the JSON-LD context of EPCIS 2.0 declares for every document. The context writes `cbvmda` with a colon at its
 * end and XML without one; the XML form counts, so that both name one thing. */
export const standardNamespaces: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  epcis: 'https://ref.gs1.org/epcis/',
  cbv: CBV,
  cbvmda: 'urn:epcglobal:cbv:mda',
  gs1: 'https://gs1.org/voc/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcterms: 'http://purl.org/dc/terms/',
});

/** The words of a vocabulary. */
export function wordsOf(vocabulary: Vocabulary): ReadonlySet<string> {
  return SPELLINGS[vocabulary].words;
}

/** The bare word that a URN, a Web URI, a CURIE or the word itself stands for; undefined where CBV has no such word. */
export function toBareWord(vocabulary: Vocabulary, value: string): string | undefined {
  const { words, web, urn } = SPELLINGS[vocabulary];
  if (words.has(value)) return value;
  const uri = expandStandardCurie(value);
  for (const start of urn === undefined ? web : [...web, urn]) {
    if (!uri.startsWith(start)) continue;
    const word = uri.slice(start.length);
    if (words.has(word)) return word;
  }
  return undefined;
}

/** The Web URI of a word in any spelling (CBV 2.0 §8.9.2); a value that is not CBV's stays as it is. */
export function toWebUri(vocabulary: Vocabulary, value: string): string {
  const { web, urn } = SPELLINGS[vocabulary];
  const word = toBareWord(vocabulary, value);
  if (word !== undefined) return web[0] + word;
  if (urn !== undefined && value.startsWith(urn)) return web[0] + value.slice(urn.length);
  return expandStandardCurie(value);
}

/** The Web URI of a CBV URN of any vocabulary; undefined for every other text. */
export function cbvUrnToWebUri(text: string): string | undefined {
  if (!text.startsWith('urn:epcglobal:cbv:')) return undefined;
  for (const { web, urn } of Object.values(SPELLINGS)) {
    if (urn !== undefined && text.startsWith(urn)) return web[0] + text.slice(urn.length);
  }
  return undefined;
}

/** A CURIE with one of the prefixes `gs1`, `cbv` and `epcis` in full; every other value stays as it is. */
export function expandStandardCurie(value: string): string {
  for (const prefix of ['gs1', 'cbv', 'epcis']) {
    if (value.startsWith(`${prefix}:`)) return standardNamespaces[prefix] + value.slice(prefix.length + 1);
  }
  return value;
}
