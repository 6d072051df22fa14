// Offers what is seen in each form that can be taken along.
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import pulldown from '../../../components/Pulldown.module.css';
import { useWords } from '../../../wording/useWords.ts';
import styles from './TakeMenu.module.css';
import type { Format } from './useTake.ts';

interface TakeMenuProps {
  /** Drawings are of the chart only. */
  formats: Format[];
  onTake: (format: Format, note: string) => void;
}

/** A button that opens the forms, with a line of the reader's own to go with them. */
export function TakeMenu({ formats, onTake }: TakeMenuProps) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  return (
    <DialogTrigger>
      <AriaButton className={pulldown.button}>
        {t('take.label')}
        <Icon name="down" />
      </AriaButton>
      <Popover className={pulldown.popover} offset={4}>
        <Dialog aria-label={t('take.label')} className={styles.dialog}>
          {({ close }) => (
            <>
              <div className={styles.formats}>
                {formats.map((format) => (
                  <Button
                    key={format}
                    onPress={() => {
                      close();
                      onTake(format, note.trim());
                    }}
                  >
                    {t(`take.format.${format}`)}
                  </Button>
                ))}
              </div>
              <label className={styles.label}>
                {t('take.note')}
                <input
                  value={note}
                  maxLength={500}
                  onChange={(event) => setNote(event.target.value)}
                  className={styles.field}
                  dir="auto"
                />
              </label>
              <p className={styles.hint}>{t('take.hint')}</p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
