// Buttons: with words, or an icon whose words are its label and tooltip.
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

type ButtonProps = AriaButtonProps & { look?: 'plain' | 'primary' | 'quiet' | 'grave' };

/** A button with words on it. */
export function Button({ look = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${styles.button} ${styles[look]}`} />;
}

interface IconButtonProps extends Omit<AriaButtonProps, 'children'> {
  icon: IconName;
  label: string;
  /** The key that does the same, for the tooltip. */
  shortcut?: string;
}

/** A button that shows an icon; its label is read out and shown on hover and focus. */
export function IconButton({ icon, label, shortcut, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...props} aria-label={label} className={styles.icon}>
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className={styles.tooltip} offset={6}>
        {label}
        {shortcut && <kbd className={styles.key}>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
