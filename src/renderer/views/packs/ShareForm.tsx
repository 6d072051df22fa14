// The form that says what is passed on, to what extent and in what form.
import { type ReactNode, useState } from 'react';
import type { PublisherRow, ShareChoice } from '../../../shared/pack.ts';
import { Button } from '../../components/Button.tsx';
import { Pulldown } from '../../components/Pulldown.tsx';
import { useWords } from '../../wording/useWords.ts';
import { readDates } from '../search/dateFilter.ts';
import { Choice, Choices } from './Choices.tsx';
import formStyles from './ShareForm.module.css';
import styles from './Packs.module.css';
import { SharePlanLines } from './SharePlanLines.tsx';
import { sharePack, useSharePlan } from './usePacks.ts';
import { publisherName } from './wording.ts';

/** What is being chosen: the answer to each question of the form. */
interface Form {
  what: 'all' | 'dates' | 'fits';
  from: string;
  to: string;
  sensitive: boolean;
  form: 'folder' | 'pack';
}

const BEGIN: Form = { what: 'all', from: '', to: '', sensitive: false, form: 'folder' };

/** The choice that the form stands for; null while its dates cannot be read. */
function choiceOf(
  publisher: string,
  { what, from, to, sensitive, form }: Form,
): ShareChoice | null {
  const choice = { publisher, whatFits: what === 'fits', sensitive, form };
  if (what !== 'dates') return choice;
  const read = readDates({ after: from, before: to });
  if ('problem' in read) return null;
  return { ...choice, from: read.after, to: read.before };
}

function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={formStyles.question}>
      <legend className={styles.heading}>{title}</legend>
      {children}
    </fieldset>
  );
}

/** The questions, what the answers would copy, and the button that asks for the drive. */
export function ShareForm({
  publishers,
  given,
}: {
  publishers: PublisherRow[];
  given: string | null;
}) {
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState(given ?? publishers[0]?.fingerprint ?? '');
  const [form, setForm] = useState(BEGIN);
  // The one that was chosen may have been removed since.
  const row = publishers.find(({ fingerprint }) => fingerprint === chosen) ?? publishers[0];
  const choice = row ? choiceOf(row.fingerprint, form) : null;
  const plan = useSharePlan(choice);
  const set = (change: Partial<Form>) => setForm({ ...form, ...change });
  return (
    <div className={formStyles.form}>
      <Question title={t('packs.share.publisher')}>
        <Pulldown
          label={t('packs.share.publisher')}
          chosen={row?.fingerprint ?? ''}
          onChoose={setChosen}
          choices={publishers.map((one) => ({
            key: one.fingerprint,
            name: publisherName(one, words).text,
            note: t(`packs.status.${one.status}`),
          }))}
        />
        {row?.status !== 'trusted' && <p className={styles.hint}>{t('packs.share.quarantined')}</p>}
      </Question>
      <Question title={t('packs.share.what')}>
        <Choices name="what" value={form.what} onChange={(what) => set({ what })}>
          <Choice value="all">{t('packs.share.all')}</Choice>
          <Choice value="dates">{t('packs.share.dates')}</Choice>
          <Choice value="fits" hint={t('packs.share.fitsHint')}>
            {t('packs.share.fits')}
          </Choice>
        </Choices>
        {form.what === 'dates' && <Dates form={form} wrong={choice === null} onChange={set} />}
      </Question>
      <Question title={t('packs.share.form')}>
        <Choices name="form" value={form.form} onChange={(as) => set({ form: as })}>
          <Choice value="folder" hint={t('packs.share.folderHint')}>
            {t('packs.share.folder')}
          </Choice>
          <Choice value="pack" hint={t('packs.share.packHint')}>
            {t('packs.share.pack')}
          </Choice>
        </Choices>
      </Question>
      <Sensitive on={form.sensitive} onChange={(sensitive) => set({ sensitive })} />
      <SharePlanLines plan={plan} />
      <div className={styles.actions}>
        <Button
          look="primary"
          isDisabled={!choice || !plan || plan.files === 0}
          onPress={() => choice && void sharePack(choice)}
        >
          {t('packs.share.start')}
        </Button>
      </div>
    </div>
  );
}

interface DatesProps {
  form: Form;
  wrong: boolean;
  onChange: (change: Partial<Form>) => void;
}

function Dates({ form, wrong, onChange }: DatesProps) {
  const { t } = useWords();
  const read = readDates({ after: form.from, before: form.to });
  const isReversed = 'problem' in read && read.problem === 'reversed';
  return (
    <div className={formStyles.dates}>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={formStyles.dateField}>
          {t(`packs.share.${end}`)}
          <input
            className={formStyles.input}
            dir="ltr"
            autoComplete="off"
            placeholder="2024-02"
            value={form[end]}
            aria-invalid={wrong}
            aria-describedby="dates-hint"
            onChange={(event) => onChange({ [end]: event.target.value })}
          />
        </label>
      ))}
      <p id="dates-hint" className={wrong ? styles.grave : styles.hint}>
        {isReversed
          ? t('filter.reversed')
          : t(wrong ? 'packs.share.datesWrong' : 'packs.share.datesHint')}
      </p>
    </div>
  );
}

/** Sensitive files are a question of their own, answered with no unless somebody says otherwise. */
function Sensitive({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useWords();
  return (
    <div className={formStyles.sensitive} data-on={on || undefined}>
      <label className={formStyles.checkLabel}>
        <input
          type="checkbox"
          checked={on}
          aria-describedby="sensitive-hint"
          onChange={(event) => onChange(event.target.checked)}
        />
        {t('packs.share.sensitive')}
      </label>
      <p id="sensitive-hint" className={styles.hint}>
        {t('packs.share.sensitiveHint')}
      </p>
    </div>
  );
}
