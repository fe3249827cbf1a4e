import type { ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useWords } from '../language.tsx';
import { keyName, useSession } from '../session.tsx';
import { Icon } from './Icon.tsx';
import { Mark } from './Mark.tsx';

/** Switches between the two languages. */
export function LanguageSwitch() {
  const { language, choose, t } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => choose(other)}
    >
      {t('switchLanguage')}
    </button>
  );
}

/** Pages that have an entry of their own in the navigation; all others belong to looking up. */
const ownRoom = /^\/(codes|link-health|capture)(\/|$)/;

/** The frame of every page: mark, navigation, language, key. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { key, leave } = useSession();
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="top">
        <div className="wide">
          <Link className="mark" to="/">
            <Mark />
            <b>{t('wordmark')}</b> <span className="dim">{t('console')}</span>
          </Link>
          <nav aria-label={t('navigation')}>
            <Link to="/" className={ownRoom.test(pathname) ? undefined : 'active'}>
              {t('navLookUp')}
            </Link>
            <NavLink to="/codes">{t('navCodes')}</NavLink>
            <NavLink to="/link-health">{t('healthTitle')}</NavLink>
            <NavLink to="/capture">{t('navCapture')}</NavLink>
          </nav>
          <div className="tools">
            <span className="who dim">
              <Icon name="key" />
              {key ? t('withKey', { key: keyName(key) }) : t('withoutKey')}
            </span>
            <button type="button" className="quiet" onClick={leave}>
              {t('leave')}
            </button>
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main id="main" className="wide" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
