// What is read and the strip of tabs over it, which is only there while there is more than one.
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { focusTitle } from '../../focus.ts';
import { navigate, useNavigation } from '../../navigation.ts';
import type { Tab } from '../../tabs.ts';
import { directionOf, languageAttributes } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { movedTab } from './movedTab.ts';
import { MIDDLE_BUTTON } from './openBeside.ts';
import styles from './TabStrip.module.css';
import { useTabTitle } from './useTabTitle.ts';

const PANEL_ID = 'tab-panel';

const tabElement = (id: number): string => `tab-${id}`;

/** Moves the focus from a tab that is gone to the one that is shown now, or to its page where it is the only one. */
function focusShownTab(): void {
  const { active } = useNavigation.getState().tabs;
  const tab = document.getElementById(tabElement(active));
  if (tab) tab.focus();
  else focusTitle();
}

/** What is read, under its tabs where there are several. */
export function TabPanel({ children }: { children: ReactNode }) {
  const { open, active } = useNavigation((state) => state.tabs);
  const isOne = open.length === 1;
  return (
    <>
      {!isOne && <TabStrip />}
      <div
        id={PANEL_ID}
        role={isOne ? undefined : 'tabpanel'}
        aria-labelledby={isOne ? undefined : tabElement(active)}
        className={styles.panel}
      >
        {children}
      </div>
    </>
  );
}

/** All tabs in a row: arrows move among them, Delete closes, and so do the middle button and the cross. */
function TabStrip() {
  const { t, language } = useWords();
  const { activate, close } = navigate;
  const { open, active } = useNavigation((state) => state.tabs);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = open.findIndex(({ id }) => id === active);
    const to = movedTab(event.key, at, open.length, directionOf(language) === 'rtl');
    if (event.key === 'Delete') {
      close(active);
      requestAnimationFrame(focusShownTab);
    } else if (to !== null) activate((open[to] as Tab).id);
    else return;
    event.preventDefault();
  };
  return (
    <div role="tablist" aria-label={t('tabs.label')} className={styles.strip} data-screen-only>
      {open.map((tab) => (
        <TabOfRecord
          key={tab.id}
          tab={tab}
          isActive={tab.id === active}
          onShow={() => activate(tab.id)}
          onKeyDown={onKeyDown}
          onClose={() => close(tab.id)}
        />
      ))}
    </div>
  );
}

interface TabProps {
  tab: Tab;
  isActive: boolean;
  onShow: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onClose: () => void;
}

function TabOfRecord({ tab, isActive, onShow, onKeyDown, onClose }: TabProps) {
  const { t } = useWords();
  const { text, lang } = useTabTitle(tab.history.here.page);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isActive) return;
    element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Who goes from tab to tab by arrows goes on from the tab that is shown now.
    if (document.activeElement?.role === 'tab') element.current?.focus();
  }, [isActive]);
  const closeIt = (event: MouseEvent) => {
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      ref={element}
      id={tabElement(tab.id)}
      role="tab"
      tabIndex={isActive ? 0 : -1}
      aria-selected={isActive}
      aria-controls={isActive ? PANEL_ID : undefined}
      aria-keyshortcuts="Delete"
      title={text}
      className={styles.tab}
      onClick={onShow}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.button === MIDDLE_BUTTON && event.preventDefault()}
      onAuxClick={(event) => event.button === MIDDLE_BUTTON && closeIt(event)}
    >
      <bdi className={styles.title} {...(lang && languageAttributes(lang))}>
        {text}
      </bdi>
      {/* For pointers only: keys have Delete, and everyone the menu. */}
      <span aria-hidden="true" title={t('tabs.close')} className={styles.close} onClick={closeIt}>
        <Icon name="close" />
      </span>
    </div>
  );
}
