// Chooses lanes, so that two or more countries, kinds, services or organisations stand one above the other.
import {
  Button as AriaButton,
  Checkbox,
  CheckboxGroup,
  Dialog,
  DialogTrigger,
  Popover,
} from 'react-aria-components';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import pulldown from '../../components/Pulldown.module.css';
import type { Query } from '../../history.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { searchedBy } from './asked.ts';
import styles from './LaneChooser.module.css';
import type { Look } from './remembered.ts';
import { useSpans } from './useTimeline.ts';
import { wordLane } from './wording.ts';

interface LaneChooserProps {
  look: Look;
  query: Query;
  onLook: (change: Partial<Look>) => void;
}

/** A button that tells how many lanes are chosen and opens the list of all. */
export function LaneChooser(props: LaneChooserProps) {
  const words = useWords();
  const { t } = words;
  const { only } = props.look;
  return (
    <DialogTrigger>
      <AriaButton className={pulldown.button} data-narrows={only !== null || undefined}>
        {only === null
          ? t('timeline.lanesAll')
          : t('timeline.lanesChosen', { count: only.length, n: wordNumber(only.length, words) })}
        <Icon name="down" />
      </AriaButton>
      <Popover className={pulldown.popover} offset={4}>
        <Dialog aria-label={t('timeline.lanes')} className={styles.dialog}>
          {({ close }) => <LaneChoice {...props} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function LaneChoice({ look, query, onLook, onDone }: LaneChooserProps & { onDone: () => void }) {
  const words = useWords();
  const { t } = words;
  const { answered } = useSpans({
    ...searchedBy(query),
    laneBy: look.by,
    mostLanes: 200,
    mostSpans: 0,
    mostMarks: 0,
  });
  const lanes = answered?.spans.lanes ?? [];
  return (
    <>
      <CheckboxGroup
        aria-label={t('timeline.lanes')}
        value={look.only ?? []}
        onChange={(chosen) => onLook({ only: chosen.length > 0 ? chosen : null })}
        className={styles.lanes}
      >
        {lanes.map((lane) => (
          <Checkbox key={lane.key} value={lane.key} className={styles.lane}>
            <span className={styles.box} aria-hidden="true">
              <Icon name="check" />
            </span>
            <bdi className={styles.name}>{wordLane(lane, answered?.by ?? look.by, words)}</bdi>
            <span className={styles.count}>{wordNumber(lane.allSpans + lane.allMarks, words)}</span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      <div className={styles.foot}>
        <p className={styles.hint}>{t('timeline.lanesHint')}</p>
        <Button
          look="quiet"
          onPress={() => {
            onLook({ only: null });
            onDone();
          }}
        >
          {t('timeline.lanesAll')}
        </Button>
      </div>
    </>
  );
}
