// Figures and claims as tables.
import type { Claim } from '../../../shared/record.ts';
import { wordCivil } from '../../wording/dates.ts';
import { wordValue } from '../../wording/rows.ts';
import { wordField } from './claimField.ts';
import { useReading } from './ReadingContext.ts';
import { RecordLink } from './RecordLink.tsx';
import { Section } from './Section.tsx';
import styles from './Tables.module.css';

/** The figures of a record, as its sources print them. */
export function Figures({ figures }: { figures: { what: string; value: string }[] }) {
  const { view, words } = useReading();
  if (figures.length === 0) return null;
  return (
    <Section title={words.t('record.figures')}>
      <table className={styles.table} lang={view.record.lang}>
        <thead className={styles.unseen} lang={words.language} data-unmarked="">
          <tr>
            <th>{words.t('record.figure')}</th>
            <th>{words.t('record.value')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ what, value }, index) => (
            <tr key={index}>
              <th scope="row" className={styles.what} dir="auto">
                {what}
              </th>
              <td className={styles.figure} dir="auto">
                {value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Who says what: claims that differ stand side by side, and nothing is averaged. */
export function Claims({ claims }: { claims: Claim[] }) {
  const { words } = useReading();
  const { t } = words;
  if (claims.length === 0) return null;
  return (
    <Section title={t('record.claims')}>
      <table className={styles.table}>
        <thead data-unmarked="words">
          <tr>
            <th>{t('record.claimField')}</th>
            <th>{t('record.claimWho')}</th>
            <th>{t('record.value')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim, index) => (
            <ClaimRow key={index} claim={claim} again={claims[index - 1]?.field === claim.field} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const isDate = (value: string) => /^\d{4}-\d{2}(?:-\d{2})?$/.test(value);

function ClaimRow({ claim, again }: { claim: Claim; again: boolean }) {
  const { view, words } = useReading();
  const { t } = words;
  const row = claim.document === null ? undefined : view.linked[claim.document];
  const notes = [
    claim.source_class && wordValue('sourceClass', claim.source_class, words),
    claim.when && wordCivil(claim.when, words, 'short'),
    claim.confidence && `${t('record.confidence')}: ${t(`confidence.${claim.confidence}`)}`,
  ].filter(Boolean);
  return (
    <tr data-again={again || undefined}>
      <th scope="row" className={styles.field} data-unmarked="words">
        {wordField(claim.field, words)}
      </th>
      <td>
        <bdi>{claim.who ?? t('record.claimWhoNot')}</bdi>{' '}
        <span className={styles.note} data-unmarked="words">
          {notes.join(' · ')}
        </span>
        {row && (
          <span className={styles.note} data-unmarked="words">
            <RecordLink row={row} />
          </span>
        )}
      </td>
      <td className={styles.claimed} lang={view.record.lang} dir="auto">
        {isDate(claim.value) ? wordCivil(claim.value, words) : claim.value}
      </td>
    </tr>
  );
}
