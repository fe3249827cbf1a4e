/** What a code says: schemes, canonical URIs, faults with their places, keys. Pure; runs in a browser. */
export { checkDigit, hasCheckDigit } from './check-digit.ts';
export { divisionName, isDivision, provinceOf } from './divisions.ts';
export { type ApplicationIdentifier, applicationIdentifiers } from './gs1/application-identifiers.ts';
export { toDigitalLink } from './gs1/digital-link.ts';
export type { Element, ElementCode, ElementFault } from './gs1/element.ts';
export { type EpcPattern, readPattern } from './gs1/epc-pattern.ts';
export {
  type EpcAnswer,
  epcUrnOf,
  PREFIX_LENGTH_MAX,
  PREFIX_LENGTH_MIN,
  toEpcUrn,
} from './gs1/epc-urn.ts';
export { type LinkValues, readLinkValues } from './gs1/link-values.ts';
export type { CompanyPrefixes, PrefixAnswer } from './gs1/linters/linter.ts';
export { type ParsedElements, parseElementString } from './gs1/parse-elements.ts';
export { type ElementForm, toElementString } from './gs1/print-elements.ts';
export { type Compression, toCompressedAddress, toWebAddress, type WebAddress } from './gs1/web-address.ts';
export type { Hint } from './hint.ts';
export type {
  Candidate,
  Identifier,
  Issuer,
  Level,
  Parsed,
  PartInWords,
  Rejection,
  Sha256Hex,
  Words,
} from './identifier.ts';
export { identify } from './identify.ts';
export {
  type CodeSpace,
  type ComposedCode,
  codeSpaceOf,
  composeCode,
  type Issuable,
  type SpacePlace,
  spacesOf,
} from './issuing.ts';
export { classKeyRange, keyOf } from './key.ts';
export { CANDIDATES_MAX, CODE_LENGTH_MAX } from './limits.ts';
export { parseIdentifier } from './parse-identifier.ts';
export {
  BASE32,
  completeProvincial,
  formatProvincial,
  PROVINCIAL_LONG,
  PROVINCIAL_SHORT,
} from './schemes/provincial.ts';
export type { Category, Scheme } from './schemes/scheme.ts';
export { schemes } from './schemes/table.ts';
export { toOpaque } from './schemes/uri.ts';
export { completeUscc, isUscc, type ParsedUscc, parseUscc, type Uscc } from './uscc.ts';
