// What the window shows: the archive opening, or the list and what is read beside it.
import { useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArchiveState } from '../shared/contract.ts';
import type { Settings } from '../shared/settings.ts';
import styles from './App.module.css';
import { Said } from './components/Said.tsx';
import { focusResults, focusTitle } from './focus.ts';
import { useHere, usePage } from './navigation.ts';
import { useAppearance } from './useAppearance.ts';
import { useWindowCommands } from './useWindowCommands.ts';
import { CompareView } from './views/compare/CompareView.tsx';
import { HelpView } from './views/help/HelpView.tsx';
import { StartView } from './views/help/StartView.tsx';
import { DropTarget } from './views/jobs/DropTarget.tsx';
import { JobPanel } from './views/jobs/JobPanel.tsx';
import { Notices } from './views/opening/Notices.tsx';
import { OpeningView } from './views/opening/OpeningView.tsx';
import { useArchiveState } from './views/opening/useArchiveState.ts';
import { PacksView } from './views/packs/PacksView.tsx';
import { ChangesView } from './views/reader/changes/ChangesView.tsx';
import { ReaderView, type RecordPlace } from './views/reader/ReaderView.tsx';
import { SearchView } from './views/search/SearchView.tsx';
import { SettingsView } from './views/settings/SettingsView.tsx';
import { useSettings } from './views/settings/useSettings.ts';
import { TabPanel } from './views/tabs/TabStrip.tsx';
import { type TimelinePlace, TimelineView } from './views/timeline/TimelineView.tsx';
import { Digits } from './wording/useWords.ts';

/** The whole window; nothing is drawn before the settings are known, so that nothing flashes. */
export function App() {
  const settings = useSettings();
  const state = useArchiveState();
  return settings ? <Window settings={settings} state={state} /> : null;
}

function Window({ settings, state }: { settings: Settings; state: ArchiveState | undefined }) {
  const { i18n } = useTranslation();
  useAppearance(settings);
  useWindowCommands(settings);
  return (
    <I18nProvider locale={i18n.language}>
      <Digits value={settings.digits}>
        {state?.phase === 'ready' ? (
          <Panes settings={settings} state={state} />
        ) : (
          <OpeningView state={state} />
        )}
        <Said />
      </Digits>
    </I18nProvider>
  );
}

// The pages that show what was asked are drawn anew with it, and no others.
function RecordPage() {
  return <ReaderView place={useHere() as RecordPlace} />;
}

function TimelinePage() {
  return <TimelineView place={useHere() as TimelinePlace} />;
}

function ShownPage({ settings }: { settings: Settings }) {
  const page = usePage();
  switch (page.view) {
    case 'record':
      return <RecordPage />;
    case 'compare':
      return <CompareView left={page.left} right={page.right} />;
    case 'timeline':
      return <TimelinePage />;
    case 'changes':
      return <ChangesView page={page} />;
    case 'packs':
      return <PacksView part={page.part} />;
    case 'settings':
      return <SettingsView settings={settings} />;
    case 'help':
      return <HelpView />;
    case 'start':
      return <StartView settings={settings} />;
    default:
      return null;
  }
}

const isFocusLost = () => document.activeElement === document.body;

function Panes({ settings, state }: { settings: Settings; state: ArchiveState }) {
  const { t } = useTranslation();
  const { view } = usePage();
  // Where only one pane has room, it is the list until something is read.
  const front = view === 'start' && settings.welcomed ? 'list' : 'page';
  const before = useRef({ view, front });
  useEffect(() => {
    const { current: was } = before;
    before.current = { view, front };
    if (view === 'settings' || view === 'help' || view === 'packs') focusTitle();
    // What had the focus went with the page that was read.
    else if (view === 'start' && (was.view !== view || was.front !== front) && isFocusLost()) {
      focusResults();
    }
  }, [view, front]);
  return (
    <div className={styles.window} data-front={front}>
      <Notices notices={state.notices} />
      <SearchView />
      <main className={styles.reading} aria-label={t('app.reading')}>
        <TabPanel>
          <ShownPage settings={settings} />
        </TabPanel>
      </main>
      <JobPanel />
      <DropTarget />
    </div>
  );
}
