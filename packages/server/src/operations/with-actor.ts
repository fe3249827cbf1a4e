import { YUNSU } from '@yunsu/domain';
import { expandName, type Json, readContext } from '@yunsu/epcis';

const NAME = `${YUNSU}party`;

/** An event that says whose it is: `yunsu:party` by its full name, where the event does not have it. */
export function withActor(text: string, contextText: string, actor: string): string {
  const event = JSON.parse(text) as Record<string, Json>;
  const namespaces = readContext(event['@context'], readContext(JSON.parse(contextText) as Json));
  const says = Object.keys(event).some((name) => {
    const expanded = expandName(name, namespaces);
    return expanded !== undefined && expanded.namespace === YUNSU && expanded.localName === 'party';
  });
  if (says) return text;
  return text.replace('{', `{${JSON.stringify(NAME)}:${JSON.stringify(actor)},`);
}
