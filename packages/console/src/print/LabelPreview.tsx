import { useQuery } from '@tanstack/react-query';
import type { LabelKind } from '@yunsu/api';
import { useState } from 'react';
import { useWords } from '../language.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';

/** One label as the server draws it. Where it cannot, the same call says why. */
export function LabelPreview({ code, kind }: { code: string; kind: LabelKind }) {
  const { t } = useWords();
  const ask = useAsk();
  const [broken, setBroken] = useState(false);
  const why = useQuery({
    queryKey: ['label', code, kind],
    queryFn: ({ signal }) => ask(signal).drawLabel({ code, kind, form: 'svg' }),
    enabled: broken,
    retry: false,
  });
  if (broken) {
    return why.isError ? <Trouble error={why.error} /> : <p className="dim">{t('printPreviewNone')}</p>;
  }
  return (
    <img
      className="label-preview"
      src={`/api/labels?${new URLSearchParams({ code, kind, form: 'svg' })}`}
      alt={t('printPreviewOf', { code })}
      onError={() => setBroken(true)}
    />
  );
}
