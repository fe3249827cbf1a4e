import { Refusal } from '@yunsu/api';
import { type Command, type Common, parseCommand } from './arguments.ts';
import { readPartyBalance } from './commands/balance.ts';
import { captureFiles } from './commands/capture.ts';
import { readClaims } from './commands/claims.ts';
import { runCodes } from './commands/codes.ts';
import { readCompleteness } from './commands/completeness.ts';
import { listHistory } from './commands/history.ts';
import { identifyCode } from './commands/identify.ts';
import { drawLabel, printSheet } from './commands/labels.ts';
import { refusalLines } from './commands/refusals.ts';
import { loadRegisters } from './commands/registers.ts';
import { readStock } from './commands/stock.ts';
import { traceCode } from './commands/trace.ts';
import { Exit } from './exit.ts';
import { unreachableReason } from './remote.ts';
import { formOptions } from './taken-arguments.ts';
import type { Terminal } from './terminal.ts';
import { type Language, say } from './words.ts';

/** How the command is used, with the forms that there are. */
const usageOf = (language: Language): string => say(language, 'usage', { traceForms: formOptions('trace') });

async function runCommand(command: Command, terminal: Terminal): Promise<Exit> {
  const { common } = command;
  switch (command.name) {
    case 'help':
      terminal.out(usageOf(common.language));
      return Exit.done;
    case 'identify':
      return identifyCode(common, command.code, terminal);
    case 'history':
      return await listHistory(common, command, terminal);
    case 'claims':
      return await readClaims(common, command.code, terminal);
    case 'stock':
      return await readStock(common, command.code, command.options, terminal);
    case 'balance':
      return await readPartyBalance(common, command.asked, terminal);
    case 'completeness':
      return await readCompleteness(common, command.code, terminal);
    case 'trace':
      return await traceCode(common, command, terminal);
    case 'capture':
      return await captureFiles(common, command.files, command.proceed, terminal);
    case 'codes':
      return await runCodes(common, command.request, terminal);
    case 'label':
      return await drawLabel(common, command.asked, terminal);
    case 'sheet':
      return await printSheet(common, command.asked, terminal);
    case 'registers':
      return await loadRegisters(common, command.files, terminal);
  }
}

/** What a failed call comes to: a sentence and an exit code. A mistake of this program is thrown on. */
export function reportFailure(common: Common, error: unknown, terminal: Terminal): Exit {
  const detail = unreachableReason(error);
  if (detail !== undefined) {
    terminal.err(say(common.language, 'unreachable', { url: common.url, detail }));
    return Exit.unreachable;
  }
  if (!(error instanceof Refusal)) throw error;
  for (const line of refusalLines(common, '', error)) (common.json ? terminal.out : terminal.err)(line);
  return Exit.refused;
}

/** Runs one command line and says how it ended. */
export async function run(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<Exit> {
  const parsed = parseCommand(argv, env);
  if (!parsed.ok) {
    terminal.err(parsed.reason);
    terminal.err('');
    terminal.err(usageOf(parsed.language));
    return Exit.usage;
  }
  try {
    return await runCommand(parsed.command, terminal);
  } catch (error) {
    return reportFailure(parsed.command.common, error, terminal);
  }
}
