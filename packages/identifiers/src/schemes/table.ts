import type { Gs1Key } from '../gs1/gs1-key.ts';
import { cas } from './cas.ts';
import { citizenId } from './citizen-id.ts';
import { complianceCertificate } from './compliance-certificate.ts';
import { cpid } from './cpid.ts';
import { detonator } from './detonator.ts';
import { drug } from './drug.ts';
import { drugApproval } from './drug-approval.ts';
import { drugStandardCode } from './drug-standard-code.ts';
import { earTag } from './ear-tag.ts';
import { ecode } from './ecode.ts';
import { electronicDetonator } from './electronic-detonator.ts';
import { epc } from './epc.ts';
import { equipment } from './equipment.ts';
import { equipmentRegistration } from './equipment-registration.ts';
import { fireworksLicence } from './fireworks-licence.ts';
import { foodBusinessLicence } from './food-business-licence.ts';
import { foodProductionLicence } from './food-production-licence.ts';
import { gasCylinder } from './gas-cylinder.ts';
import { gcn } from './gcn.ts';
import { gdti } from './gdti.ts';
import { giai } from './giai.ts';
import { ginc } from './ginc.ts';
import { gln } from './gln.ts';
import { gmn } from './gmn.ts';
import { grai } from './grai.ts';
import { gsin } from './gsin.ts';
import { gsrn } from './gsrn.ts';
import { gtin } from './gtin.ts';
import { handle } from './handle.ts';
import { itip } from './itip.ts';
import { ma } from './ma.ts';
import { mofcomBatch } from './mofcom-batch.ts';
import { mofcomNode } from './mofcom-node.ts';
import { mofcomOperator } from './mofcom-operator.ts';
import { mofcomTrace } from './mofcom-trace.ts';
import { oid } from './oid.ts';
import { organic } from './organic.ts';
import { person } from './person.ts';
import { pesticide } from './pesticide.ts';
import { pesticideProductionLicence } from './pesticide-production-licence.ts';
import { pesticideRegistration } from './pesticide-registration.ts';
import { provincial } from './provincial.ts';
import type { OwnUrn, Scheme } from './scheme.ts';
import { seedLabel } from './seed-label.ts';
import { sscc } from './sscc.ts';
import { uri } from './uri.ts';
import { uscc } from './uscc.ts';
import { vetDrug } from './vet-drug.ts';

/** Every scheme, one a line. Where one label carries several keys, the earlier scheme is the better answer. */
export const schemes: readonly Scheme[] = [
  sscc,
  gtin,
  itip,
  cpid,
  grai,
  giai,
  gdti,
  gcn,
  gsrn,
  gln,
  ginc,
  gsin,
  gmn,
  uscc,
  person,
  epc,
  provincial,
  drug,
  pesticide,
  vetDrug,
  seedLabel,
  equipment,
  equipmentRegistration,
  gasCylinder,
  detonator,
  electronicDetonator,
  complianceCertificate,
  citizenId,
  foodProductionLicence,
  foodBusinessLicence,
  mofcomNode,
  mofcomOperator,
  mofcomBatch,
  mofcomTrace,
  earTag,
  organic,
  drugApproval,
  drugStandardCode,
  pesticideRegistration,
  pesticideProductionLicence,
  fireworksLicence,
  cas,
  ma,
  oid,
  handle,
  ecode,
  uri,
];

/** Every GS1 key in the order of the schemes. */
export const gs1Keys: readonly Gs1Key[] = schemes.flatMap((scheme) => scheme.keys ?? []);

/** GS1 keys by Application Identifier. */
export const keyByAi: ReadonlyMap<string, Gs1Key> = new Map(gs1Keys.map((key) => [key.ai, key]));

/** Application Identifiers that refine some key. */
export const qualifierAis: ReadonlySet<string> = new Set(
  gs1Keys.flatMap((key) => key.qualifiers.map((qualifier) => qualifier.ai)),
);

/** URN namespaces of our own by the prefix in lower case: `urn:yunsu:party:`, `urn:yunsu:code:drug:`. */
export const ownUrnByPrefix: ReadonlyMap<string, OwnUrn> = new Map(
  schemes.flatMap(({ urn }) => (urn ? [[urn.prefix, urn] as const] : [])),
);

/** Schemes by id. */
export const schemeById: ReadonlyMap<string, Scheme> = new Map(schemes.map((scheme) => [scheme.id, scheme]));
