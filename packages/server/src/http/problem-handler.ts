import { FAULTS_LISTED_MAX, Problem, type ProblemBody, type ProblemCode, words } from '@yunsu/api';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { unavailableProblem } from '../operations/unavailable.ts';
import { RETRY_AFTER_SECONDS } from './limits.ts';

/** Fastify's own refusals by its codes; whatever is missing here follows the status. */
const framework: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_TYPE: 'unsupported-media-type',
  FST_ERR_BAD_URL: 'invalid-parameter',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
};

/** Any exception as a refusal. What is not the caller's fault and not the database's absence is a mistake of ours. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode, message } = error as Partial<FastifyError>;
  const known = code === undefined ? undefined : framework[code];
  if (known) return new Problem(known);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('invalid-request', {
      detail: words(message ?? 'The request is malformed.', '请求格式有误。'),
      cause: error,
    });
  }
  return unavailableProblem(error) ?? new Problem('internal-error', { cause: error });
}

/** A refusal as RFC 9457 has it; under /epcis `type` is the exception name of the standard, to the letter. */
export function toProblemBody(problem: Problem, path: string, requestID: string): ProblemBody {
  const { row, detail, code, faults } = problem;
  const epcis = path === '/epcis' || path.startsWith('/epcis/');
  return {
    type: epcis ? `epcisException:${row.epcisException}` : `urn:yunsu:problem:${code}`,
    title: row.title.en,
    status: row.status,
    detail: detail.en,
    instance: `urn:uuid:${requestID}`,
    code,
    titleZh: row.title.zh,
    detailZh: detail.zh,
    remedy: row.remedy.en,
    remedyZh: row.remedy.zh,
    ...(faults.length > 0
      ? {
          errors: faults.slice(0, FAULTS_LISTED_MAX).map((fault) => ({
            pointer: fault.pointer,
            rule: fault.rule,
            detail: fault.en,
            detailZh: fault.zh,
            expected: fault.expected,
            got: fault.got,
          })),
        }
      : {}),
  };
}

/** The one place where a refusal becomes an answer. A stack never leaves the house; it goes to the log. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error);
  if (problem.row.status >= 500) request.log.error({ err: problem.cause ?? problem }, problem.message);
  if (problem.code === 'unavailable') reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  if (problem.row.status === 401) reply.header('www-authenticate', 'Bearer realm="yunsu"');
  const path = request.url.split('?', 1)[0] ?? '';
  reply
    .code(problem.row.status)
    .headers(problem.headers)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(toProblemBody(problem, path, request.id)));
}
