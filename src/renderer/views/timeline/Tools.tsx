// The tools above the timeline: nearer and farther, to a date, from event to event.
import { type FormEvent, useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button, IconButton } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import pulldown from '../../components/Pulldown.module.css';
import { useWords } from '../../wording/useWords.ts';
import { readCivilDate } from '../search/dateFilter.ts';
import { KEY_ZOOM } from './Chart.tsx';
import { civilStretch } from './civil.ts';
import styles from './Tools.module.css';
import type { Direction } from './useStep.ts';
import { centredOn, lengthOf, zoomed } from './viewport.ts';
import { glide, type ViewStore } from './viewStore.ts';

interface ToolsProps {
  view: ViewStore;
  onStep: (direction: Direction) => void;
}

/** Buttons for what wheel and keys do, and for what they cannot. */
export function Tools({ view, onStep }: ToolsProps) {
  const { t } = useWords();
  const zoom = (factor: number) => {
    const { shown } = view.getState();
    glide(view, zoomed(shown, factor, (shown.from + shown.to) / 2));
  };
  return (
    <>
      <IconButton
        icon="minus"
        label={t('timeline.farther')}
        shortcut="−"
        onPress={() => zoom(1 / KEY_ZOOM)}
      />
      <IconButton
        icon="plus"
        label={t('timeline.nearer')}
        shortcut="+"
        onPress={() => zoom(KEY_ZOOM)}
      />
      <IconButton
        icon="whole"
        label={t('timeline.whole')}
        shortcut="0"
        onPress={() => glide(view, view.getState().limits)}
      />
      <span className={styles.gap} />
      <IconButton
        icon="earlier"
        label={t('timeline.previous')}
        onPress={() => onStep('previous')}
      />
      <IconButton icon="later" label={t('timeline.next')} onPress={() => onStep('next')} />
      <GoTo view={view} />
    </>
  );
}

/** The nearest that going to a date comes, as a multiple of what the date may mean. */
const AROUND = 6;

function GoTo({ view }: { view: ViewStore }) {
  const { t } = useWords();
  return (
    <DialogTrigger>
      <AriaButton className={pulldown.button}>
        {t('timeline.goTo')}
        <Icon name="down" />
      </AriaButton>
      <Popover className={pulldown.popover} offset={4}>
        <Dialog aria-label={t('timeline.goTo')} className={styles.dialog}>
          {({ close }) => <GoToForm view={view} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function GoToForm({ view, onDone }: { view: ViewStore; onDone: () => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const date = readCivilDate(typed);
    if (date === null) return setWrong(true);
    const meant = civilStretch(date);
    const length = Math.min(lengthOf(view.getState().shown), lengthOf(meant) * AROUND);
    glide(view, centredOn((meant.from + meant.to) / 2, length));
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <label className={styles.label}>
        {t('timeline.date')}
        <input
          // The field is what was asked for.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          aria-invalid={wrong}
          aria-describedby="go-to-hint"
          className={styles.field}
          inputMode="numeric"
          dir="ltr"
        />
      </label>
      <p
        id="go-to-hint"
        role={wrong ? 'alert' : undefined}
        className={wrong ? styles.problem : styles.hint}
      >
        {wrong ? t('filter.invalid', { value: typed }) : t('filter.hint')}
      </p>
      <Button type="submit" look="primary">
        {t('timeline.go')}
      </Button>
    </form>
  );
}
