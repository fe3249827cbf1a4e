import { Refusal } from '@yunsu/api';
import type { Common } from '../arguments.ts';
import { plain } from '../output/cells.ts';

/** One mistake with its place: `file.jsonld#/epcisBody/eventList/3/action: sentence`. */
export const faultLine = (
  common: Common,
  file: string,
  fault: { readonly pointer: string; readonly detail: string; readonly detailZh: string },
): string => plain(`${file}#${fault.pointer}: ${common.language === 'zh' ? fault.detailZh : fault.detail}`);

/**
 * What a refusal says, a line a fault, or one JSON line. Anything that is not a refusal by the server is thrown
 * on, so that a server out of reach or a mistake of this program is not taken for a fault of the file.
 */
export function refusalLines(common: Common, file: string, error: unknown): string[] {
  if (!(error instanceof Refusal) || [502, 503, 504].includes(error.status)) throw error;
  const { problem, status } = error;
  if (common.json)
    return [JSON.stringify({ ...(file === '' ? {} : { file }), status, problem: problem ?? null })];
  const faults = (problem?.errors ?? []).map((fault) => faultLine(common, file, fault));
  if (problem === undefined) return [plain(`${file === '' ? '' : `${file}: `}${error.message}`)];
  const zh = common.language === 'zh';
  const title = zh ? problem.titleZh : problem.title;
  const detail = zh ? problem.detailZh : problem.detail;
  const remedy = zh ? problem.remedyZh : problem.remedy;
  const sentences = [title, ...(detail === title ? [] : [detail]), remedy];
  const head = sentences.map((sentence) => sentence.replace(/[。.]$/, '')).join(zh ? '；' : '. ');
  return [plain(`${file === '' ? '' : `${file}: `}${head}${zh ? '。' : '.'}`), ...faults];
}
