import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language.tsx';
import { useAsk } from '../session.tsx';
import { CertificatePreview } from './CertificateFields.tsx';
import { LabelPreview } from './LabelPreview.tsx';
import type { Source } from './offers.ts';
import type { PrintDraft } from './sheet-requests.ts';

/** The code that stands for all of a run: the only one, or the first of the order. */
function useFirstCode(source: Source): string | undefined {
  const ask = useAsk();
  const orderID = 'order' in source ? source.order : '';
  const answer = useQuery({
    queryKey: ['first-code', orderID],
    enabled: orderID !== '',
    queryFn: ({ signal }) => ask(signal).listOrderCodes({ orderID, perPage: 1 }),
  });
  return 'code' in source ? source.code : answer.data?.codes[0]?.uri;
}

/** One label of the run, or the certificate as it is filled in. */
export function Preview({ source, draft }: { source: Source; draft: PrintDraft }) {
  const { t } = useWords();
  const code = useFirstCode(source);
  return (
    <section aria-label={t('printPreview')}>
      <h3>{t('printPreview')}</h3>
      {code !== undefined &&
        (draft.kind === 'certificate' ? (
          <CertificatePreview content={draft.certificate} code={code} />
        ) : (
          <LabelPreview key={`${code} ${draft.kind}`} code={code} kind={draft.kind} />
        ))}
    </section>
  );
}
