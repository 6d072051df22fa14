// The filter by dates: from and to, each a year, a month or a day.
import { type FormEvent, useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { SearchFilters } from '../../../shared/search.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import pulldown from '../../components/Pulldown.module.css';
import { wordCivil } from '../../wording/dates.ts';
import { useWords } from '../../wording/useWords.ts';
import type { Words } from '../../wording/words.ts';
import styles from './DateFilter.module.css';
import { type DateProblem, readDates } from './dateFilter.ts';

type Dates = Pick<SearchFilters, 'after' | 'before'>;

/** What the dates of a filter are called on its button. */
export function wordDateFilter({ after, before }: Dates, words: Words): string {
  const from = after && wordCivil(after, words, 'short');
  const to = before && wordCivil(before, words, 'short');
  if (from && to) return from === to ? from : words.t('date.range', { from, to });
  if (from) return words.t('filter.from', { date: from });
  return to ? words.t('filter.until', { date: to }) : words.t('filter.datesAny');
}

interface DateFilterProps {
  filters: Dates;
  onChange: (dates: Dates) => void;
}

/** A button that opens the form for the dates; what is set stands beside it, among the other filters. */
export function DateFilter({ filters, onChange }: DateFilterProps) {
  const words = useWords();
  const narrows = filters.after !== undefined || filters.before !== undefined;
  return (
    <DialogTrigger>
      <AriaButton className={pulldown.button}>
        {words.t(narrows ? 'filter.dates' : 'filter.datesAny')}
        <Icon name="down" />
      </AriaButton>
      <Popover className={pulldown.popover} offset={4}>
        <Dialog aria-label={words.t('filter.dates')} className={styles.dialog}>
          {({ close }) => (
            <DateForm
              filters={filters}
              onChange={(dates) => {
                onChange(dates);
                close();
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function DateForm({ filters, onChange }: DateFilterProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState({ after: filters.after ?? '', before: filters.before ?? '' });
  const [wrong, setWrong] = useState<DateProblem | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDates(typed);
    if ('problem' in read) setWrong(read);
    else onChange(read);
  };
  const isWrong = (field: 'after' | 'before') =>
    wrong?.problem === 'reversed' || (wrong?.problem === 'invalid' && wrong.field === field);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {(['after', 'before'] as const).map((field) => (
        <label key={field} className={styles.label}>
          {t(`filter.${field}`)}
          <input
            value={typed[field]}
            onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
            aria-invalid={isWrong(field)}
            aria-describedby="date-hint"
            className={styles.field}
            inputMode="numeric"
            dir="ltr"
          />
        </label>
      ))}
      <p id="date-hint" className={styles.hint}>
        {t('filter.hint')}
      </p>
      {wrong && (
        <p role="alert" className={styles.problem}>
          {wrong.problem === 'invalid'
            ? t('filter.invalid', { value: wrong.value })
            : t('filter.reversed')}
        </p>
      )}
      <Button type="submit" look="primary">
        {t('filter.apply')}
      </Button>
      <Button look="quiet" onPress={() => onChange({ after: undefined, before: undefined })}>
        {t('filter.remove')}
      </Button>
    </form>
  );
}
