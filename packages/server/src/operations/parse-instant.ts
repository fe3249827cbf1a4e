import { Problem, words } from '@yunsu/api';
import { parseInstant as parseTimeStamp } from '@yunsu/epcis';

/** A parameter that names an instant, in microseconds; absent stays absent. */
export function parseInstant(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  // A plus sign that was not escaped in the address has become a space.
  const instant = parseTimeStamp(text.replace(' ', '+'));
  if (instant === undefined) {
    throw new Problem('invalid-parameter', {
      detail: words(
        `${name} must be a time such as 2026-08-18T09:00:00+08:00; got "${text}".`,
        `${name} 应为形如 2026-08-18T09:00:00+08:00 的时间，收到的是“${text}”。`,
      ),
    });
  }
  return instant.micros;
}
