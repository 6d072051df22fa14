// A compact choice of one among several, as the filters and the sort order use it.
import {
  Button,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import { Icon } from './Icon.tsx';
import styles from './Pulldown.module.css';

export interface Choice<K extends string> {
  key: K;
  name: string;
  /** A small word beside the name, such as a count. */
  note?: string;
}

interface PulldownProps<K extends string> {
  label: string;
  choices: Choice<K>[];
  chosen: K;
  /** True where the choice narrows what is shown: the button then stands out. */
  narrows?: boolean;
  disabledKeys?: K[];
  onChoose: (key: K) => void;
}

/** A button that shows the present choice and opens the list of all. */
export function Pulldown<K extends string>(props: PulldownProps<K>) {
  const { label, choices, chosen, narrows, disabledKeys, onChoose } = props;
  return (
    <Select
      aria-label={label}
      value={chosen}
      onChange={(key: Key | null) => key !== null && onChoose(key as K)}
      disabledKeys={disabledKeys}
      className={styles.pulldown}
    >
      <Button className={styles.button} data-narrows={narrows || undefined}>
        <SelectValue className={styles.value} />
        <Icon name="down" />
      </Button>
      <Popover className={styles.popover} offset={4}>
        <ListBox className={styles.list} items={choices}>
          {({ key, name, note }) => (
            <ListBoxItem id={key} textValue={name} className={styles.item}>
              <span slot="label">{name}</span>
              {note && <span className={styles.note}>{note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
