// What of the results the timeline shows, and how: chart, table or figures; which lanes; what else is drawn.
import { Button as AriaButton, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Calendar } from '../../../shared/settings.ts';
import type { LaneBy } from '../../../shared/timeline.ts';
import pulldown from '../../components/Pulldown.module.css';
import { Pulldown } from '../../components/Pulldown.tsx';
import type { Query } from '../../history.ts';
import { navigate } from '../../navigation.ts';
import { CALENDAR_CHOICES } from '../../wording/calendars.ts';
import { useWords } from '../../wording/useWords.ts';
import { withDates } from '../search/filters.ts';
import { useSaveSettings, useSettings } from '../settings/useSettings.ts';
import { isDated } from './asked.ts';
import styles from './Choices.module.css';
import { LaneChooser } from './LaneChooser.tsx';
import { Legend } from './Legend.tsx';
import type { Look, Mode } from './remembered.ts';

interface ChoicesProps {
  look: Look;
  query: Query;
  onLook: (change: Partial<Look>) => void;
}

const MODES: Mode[] = ['chart', 'table', 'figures'];
const LANES: LaneBy[] = ['country', 'kind', 'service', 'organisation'];

/** The row of choices above the chart. */
export function Choices({ look, query, onLook }: ChoicesProps) {
  const { t } = useWords();
  const { ask } = navigate;
  const settings = useSettings();
  const save = useSaveSettings();
  return (
    <div className={styles.choices} role="group" aria-label={t('timeline.choices')}>
      <ToggleButtonGroup
        aria-label={t('timeline.shownAs')}
        className={styles.modes}
        disallowEmptySelection
        selectedKeys={[look.mode]}
        onSelectionChange={([mode]) => onLook({ mode: mode as Mode })}
      >
        {MODES.map((mode) => (
          <ToggleButton key={mode} id={mode} className={styles.mode}>
            {t(`timeline.mode.${mode}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {look.mode !== 'figures' && (
        <>
          <Pulldown<LaneBy>
            label={t('timeline.laneBy')}
            choices={LANES.map((by) => ({ key: by, name: t(`timeline.by.${by}`) }))}
            chosen={look.by}
            onChoose={(by) => onLook({ by, only: null })}
          />
          <LaneChooser look={look} query={query} onLook={onLook} />
        </>
      )}
      {look.mode === 'chart' && (
        <>
          <ToggleButton
            className={styles.toggle}
            isSelected={look.competing}
            onChange={(competing) => onLook({ competing })}
          >
            {t('timeline.showCompeting')}
          </ToggleButton>
          <Pulldown<Calendar>
            label={t('timeline.calendar')}
            choices={CALENDAR_CHOICES.map((key) => ({
              key,
              name: key === 'none' ? t('timeline.gregorianOnly') : t(`settings.calendars.${key}`),
            }))}
            chosen={settings?.calendar ?? 'none'}
            narrows={settings?.calendar !== 'none'}
            onChoose={(calendar) => save({ calendar })}
          />
          <Legend />
        </>
      )}
      {isDated(query) && (
        <AriaButton
          className={pulldown.button}
          data-narrows
          onPress={() => ask({ filters: withDates(query.filters, {}) })}
        >
          {t('timeline.anyTime')}
        </AriaButton>
      )}
    </div>
  );
}
