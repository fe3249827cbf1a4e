import { type Candidate, identify } from '@yunsu/identifiers';
import type { Common } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { toTable } from '../output/cells.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../words.ts';

function candidateRows(common: Common, candidate: Candidate): string[][] {
  const parts = Object.entries(candidate.parts).map(([name, value]) => `${name}=${value}`);
  return [
    [candidate.scheme, candidate.level, `${Math.round(candidate.confidence * 100)} %`, candidate.uri],
    ...(parts.length > 0 ? [['', '', '', parts.join('  ')]] : []),
    ...candidate.issues.map((issue) => ['', '', '', `${issue.at + 1}: ${issue[common.language]}`]),
  ];
}

/** Says what a code can be. Needs no server: the rules of the schemes are in this program. */
export function identifyCode(common: Common, code: string, terminal: Terminal): Exit {
  const candidates = identify(code);
  if (common.json) terminal.out(JSON.stringify({ input: code, candidates }));
  else if (candidates.length === 0) terminal.out(say(common.language, 'noCandidate'));
  else {
    const rows = candidates.flatMap((candidate) => candidateRows(common, candidate));
    for (const line of toTable(rows, ['left', 'left', 'right'])) terminal.out(line);
  }
  return candidates.length === 0 ? Exit.refused : Exit.done;
}
