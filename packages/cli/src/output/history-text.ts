import type { EventView } from '@yunsu/api';
import { type Language, say } from '../words.ts';
import { toTable } from './cells.ts';
import { holderText, labelOf, placeText, quantityText, timeText } from './labels.ts';
import { stepText } from './step-words.ts';

/** Units of one event that a line names before it counts the rest. */
const QUANTITIES_SHOWN_MAX = 3;

function quantitiesText(language: Language, event: EventView): string {
  const all = event.quantities ?? [];
  const shown = all
    .slice(0, QUANTITIES_SHOWN_MAX)
    .map((entry) => `${labelOf(entry.uri)} ${quantityText(language, entry.quantity, entry.uom)}`);
  const rest = all.length - shown.length;
  return [...shown, ...(rest > 0 ? [`+ ${rest}`] : [])].join(', ');
}

/** One line an event: when, what, where, who, how much. */
export function historyText(language: Language, events: readonly EventView[]): string[] {
  if (events.length === 0) return [say(language, 'noEvents')];
  return toTable(
    events.map((event) => [
      timeText(event.eventTime),
      stepText(language, event),
      event.place === null ? '' : placeText(event.place),
      event.actor === null ? '' : holderText(language, event.actor),
      quantitiesText(language, event),
      event.voided ? say(language, 'voided') : '',
    ]),
  );
}
