import { useState } from 'react';
import { useWords } from '../language.tsx';
import { Icon } from './Icon.tsx';

const SAID_MS = 1500;

/** Copies a text. Browsers offer that on https and localhost only; elsewhere there is no button. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_MS);
  };
  return (
    <button type="button" className="quiet" onClick={copy}>
      <Icon name={copied ? 'check' : 'copy'} /> {t(copied ? 'copied' : 'copy')}
    </button>
  );
}
