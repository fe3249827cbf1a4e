/** The frame around events: capture document and query document (EPCIS 2.0 §9.5 and §12), with the master data of its header. */
import { ExactNumber, isObject } from '../json.ts';
import { expectations } from '../words.ts';
import { context, listOf, text, textLike, time, uri } from './checks.ts';
import { type Check, refuse, refuseValue } from './report.ts';
import { type Shape, shapeOf } from './shape.ts';

const version = textLike(/^\d+(?:\.\d+)*$/, 'version', expectations.version);
const anything: Check = () => {};

const attributeValue: Check = (value, report) => {
  if (typeof value !== 'string' && !(value instanceof ExactNumber) && !isObject(value)) {
    refuseValue(report, 'kind', expectations.attribute, value);
  }
};

const attribute = shapeOf({
  name: 'attribute',
  members: { id: uri, attribute: attributeValue },
  required: ['id'],
  others: 'any',
});

const vocabularyElement = shapeOf({
  name: 'vocabularyElement',
  members: { id: uri, attributes: listOf(attribute), children: listOf(uri, { limit: 'identifiersMax' }) },
  required: ['id'],
  others: 'any',
});

const vocabularyElements = listOf(vocabularyElement, { limit: 'vocabularyElementsMax' });

const vocabularyList = listOf(
  shapeOf({
    name: 'vocabulary',
    members: { type: uri, vocabularyElementList: vocabularyElements },
    required: ['type'],
    others: 'any',
  }),
);

/** The events are checked one by one, each with its own faults. */
const eventList: Check = (value, report) => {
  if (!Array.isArray(value)) return refuseValue(report, 'kind', expectations.list, value);
  const max = report.limits.eventsMax;
  if (value.length > max) refuse(report, 'too-many', { limit: max, found: String(value.length) });
};

const epcisHeader = shapeOf({
  name: 'epcisHeader',
  members: {
    epcisMasterData: shapeOf({ name: 'epcisMasterData', members: { vocabularyList }, others: 'any' }),
  },
});

/** `EPCISDocument`, which brings events for capture. */
export const captureDocument: Shape = {
  name: 'EPCISDocument',
  members: {
    '@context': context,
    type: anything,
    id: uri,
    schemaVersion: version,
    creationDate: time,
    instanceIdentifier: text,
    sender: text,
    receiver: text,
    epcisHeader,
    epcisBody: shapeOf({
      name: 'epcisBody',
      members: { eventList },
      required: ['eventList'],
      others: 'any',
    }),
  },
  required: ['@context', 'schemaVersion', 'creationDate', 'epcisBody'],
};

const resultsBody = shapeOf({
  name: 'resultsBody',
  members: { eventList, vocabularyList },
  required: ['eventList'],
});

/** `EPCISQueryDocument`, which brings the answer to a query. */
export const queryDocument: Shape = {
  name: 'EPCISQueryDocument',
  members: {
    '@context': context,
    type: anything,
    id: uri,
    schemaVersion: version,
    creationDate: time,
    epcisBody: shapeOf({
      name: 'epcisBody',
      members: {
        queryResults: shapeOf({
          name: 'queryResults',
          members: { queryName: text, subscriptionID: text, resultsBody },
          required: ['queryName', 'resultsBody'],
        }),
      },
      required: ['queryResults'],
    }),
  },
  required: ['@context', 'epcisBody'],
};
