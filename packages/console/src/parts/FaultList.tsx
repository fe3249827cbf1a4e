import { useWords } from '../language.tsx';

/** One mistake of a document, as refusals and capture jobs give it. */
interface Fault {
  readonly pointer: string;
  readonly detail: string;
  readonly detailZh: string;
  readonly expected: string;
  readonly got: string;
}

/** Which event of the document a pointer is in, counted from 1. */
const eventOf = (pointer: string): number | undefined => {
  const index = /^\/epcisBody\/eventList\/(\d+)/.exec(pointer)?.[1];
  return index === undefined ? undefined : Number(index) + 1;
};

/** Mistakes one by one: a plain sentence, then the place. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const { language, t } = useWords();
  return (
    <ul className="faults">
      {faults.map((fault, index) => {
        const { pointer } = fault;
        const number = eventOf(pointer);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults can be equal, and the list never changes.
          <li key={index}>
            <p>{language === 'zh' ? fault.detailZh : fault.detail}</p>
            <p className="dim">
              {number !== undefined && t('eventNumber', { number })}
              {pointer === '' && t('wholeDocument')}
              {pointer !== '' && <code>{pointer}</code>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
