// The menu that copies a citation in one of several styles.
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../../components/Icon.tsx';
import pulldown from '../../components/Pulldown.module.css';
import { useWords } from '../../wording/useWords.ts';
import styles from './Toolbar.module.css';
import type { CitationStyle } from './useRecord.ts';

const STYLES: CitationStyle[] = ['text', 'markdown', 'bibtex', 'csl'];

/** A button that opens the styles; the chosen one is given to `onCite`. */
export function CiteMenu({ onCite }: { onCite: (style: CitationStyle) => void }) {
  const { t } = useWords();
  return (
    <MenuTrigger>
      <Button className={styles.cite}>
        <Icon name="quote" />
        {t('toolbar.cite')}
      </Button>
      <Popover className={pulldown.popover} offset={4}>
        <Menu
          aria-label={t('cite.label')}
          className={pulldown.list}
          onAction={(style) => onCite(style as CitationStyle)}
        >
          {STYLES.map((style) => (
            <MenuItem key={style} id={style} className={pulldown.item}>
              {t(`cite.${style}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
