import { Component, type ReactNode } from 'react';
import { useWords } from '../language.tsx';

/** Shows a sentence and a way on where a component threw; React asks for a class here. */
export class Unbroken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError = () => ({ broken: true });
  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useWords();
  return (
    <main className="wide">
      <div className="notice stop" role="alert">
        <p>{t('broken')}</p>
        <button type="button" onClick={() => location.reload()}>
          {t('reload')}
        </button>
      </div>
    </main>
  );
}
