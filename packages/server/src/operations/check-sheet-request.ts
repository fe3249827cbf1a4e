import { Problem, type SheetRequest, words } from '@yunsu/api';
import { labelFace } from '../labels/face.ts';
import { refusals } from '../labels/label-words.ts';
import { isRoll, labelsOn, type Sheet } from '../labels/sheets.ts';
import { wrongField } from './issuing-refusals.ts';

/** Refuses a request whose parts do not go together, with everything that is wrong with it. */
export function checkSheetRequest(request: SheetRequest, sheet: Sheet): void {
  const problems = [...wrongParts(request, sheet), ...wrongCertificate(request), ...wrongCharacters(request)];
  const [first] = problems;
  if (first === undefined) return;
  throw new Problem(first.code, { detail: first.detail, faults: problems.flatMap(({ faults }) => faults) });
}

function* wrongParts({ codes, order, form, startAt }: SheetRequest, sheet: Sheet): Generator<Problem> {
  if ((codes === undefined) === (order === undefined)) {
    const either = words('Give either codes or an order.', '请给出 codes 或 order 其中之一。');
    yield wrongField('/codes', 'either', either);
  }
  if (form === 'zpl' && !isRoll(sheet)) {
    yield wrongField('/layout', 'roll', words('ZPL is for printers of rolls.', 'ZPL 只用于卷筒标签打印机。'));
  }
  const places = labelsOn(sheet);
  if (startAt !== undefined && startAt > places) {
    const onSheet = words(`This sheet has ${places} labels.`, `该版式每张有 ${places} 个标签。`);
    yield wrongField('/startAt', 'onSheet', onSheet, String(startAt));
  }
}

function* wrongCertificate({ kind, certificate, title }: SheetRequest): Generator<Problem> {
  if (certificate !== undefined && kind !== 'certificate') {
    yield wrongField('/certificate', 'kind', words('Only a certificate has this.', '只有合格证才有此内容。'));
  }
  if (title !== undefined && kind === 'certificate') {
    const named = words('A certificate names its product itself.', '合格证自带产品名称，不另印标题。');
    yield wrongField('/title', 'kind', named);
  }
  if (certificate !== undefined && !isDate(certificate.issuedOn)) {
    const date = words('The calendar has no such day.', '日历上没有这一天。');
    yield wrongField('/certificate/issuedOn', 'date', date, certificate.issuedOn);
  }
}

/** A day of the calendar, `2026-02-28`; the shape of the text is checked before. */
function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Every text that is printed must be in the type face: an empty box on a label says nothing. */
function* wrongCharacters({ title, certificate }: SheetRequest): Generator<Problem> {
  const texts: readonly (readonly [string, string])[] = [
    ['/title', title ?? ''],
    ...Object.entries(certificate ?? {}).map(([name, text]) => [`/certificate/${name}`, text] as const),
  ];
  for (const [pointer, text] of texts) {
    const missing = labelFace().missingIn(text);
    if (missing !== undefined) yield wrongField(pointer, 'typeFace', refusals.noCharacter(missing), missing);
  }
}
