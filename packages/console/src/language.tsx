import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, languageOf, type Say, sayIn } from './words.ts';

interface Speech {
  readonly language: Language;
  readonly t: Say;
  choose(language: Language): void;
}

const NAME = 'yunsu.language';
const Speaking = createContext<Speech | undefined>(undefined);

/** Gives every component the reader's language; the choice is kept in this browser. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => languageOf(localStorage.getItem(NAME), navigator.languages));
  const speech = useMemo<Speech>(() => {
    const choose = (chosen: Language) => {
      localStorage.setItem(NAME, chosen);
      setLanguage(chosen);
    };
    return { language, t: sayIn(language), choose };
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return <Speaking value={speech}>{children}</Speaking>;
}

/** The words of the console in the reader's language. */
export function useWords(): Speech {
  const speech = useContext(Speaking);
  if (!speech) throw new Error('useWords stands outside of LanguageProvider');
  return speech;
}

/** Names the page in the browser's tab. */
export function useTitle(title: string): void {
  const { t } = useWords();
  const whole = `${title} · ${t('wordmark')} ${t('console')}`;
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
