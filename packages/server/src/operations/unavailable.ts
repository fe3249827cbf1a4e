import { Problem, words } from '@yunsu/api';
import { codeOf, isConflict, isConnectionLost } from '../store/transaction.ts';

/** Conditions of PostgreSQL that pass: too many connections, no memory, a full disk, a statement or lock that took too long. */
const PASSING = new Set(['53000', '53100', '53200', '53300', '55P03', '57014', '58030']);
/** A client's own time-out, and a pool that is closed because the server stops. */
const GONE = /^(Query read timeout$|Cannot use a pool after)/;

/** The 503 for an exception that says "the database cannot work now"; undefined for any other. */
export function unavailableProblem(error: unknown): Problem | undefined {
  const passing =
    isConnectionLost(error) ||
    isConflict(error) ||
    PASSING.has(codeOf(error) ?? '') ||
    (error instanceof Error && GONE.test(error.message));
  if (!passing) return undefined;
  return new Problem('unavailable', {
    detail: words('The database cannot be reached right now.', '数据库暂时不可用。'),
    cause: error,
  });
}
