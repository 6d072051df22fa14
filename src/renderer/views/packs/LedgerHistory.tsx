// What a publisher did over time, as far as its own signed lists tell it: keys, evidence, lists; and the imports.
import type { PublisherLedger } from '../../../shared/pack.ts';
import { wordCivil } from '../../wording/dates.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordNumber, wordSeries } from '../../wording/words.ts';
import { Section } from '../reader/Section.tsx';
import styles from './Packs.module.css';
import { counted, SHORT_HASH, wordNote } from './wording.ts';

interface Props {
  ledger: PublisherLedger;
}

/** What a role of the format is called; a delegate by its own name. */
function wordRole(role: string, { t }: Words): string {
  return t(`packs.role.${role}` as 'packs.role.root', { defaultValue: role });
}

/** Every version of the keys, the thefts that were declared, and who else may speak. */
export function Keys({ ledger }: Props) {
  const words = useWords();
  const { t } = words;
  const n = (value: number) => wordNumber(value, words);
  return (
    <ul className={styles.history}>
      {ledger.keys.map(({ version, signed, threshold, keys }) => (
        <li key={version}>
          {version === 1
            ? t('packs.ledger.keyFirst', { version: n(version) })
            : t('packs.ledger.keyVersion', {
                version: n(version),
                signed: n(signed),
                keys: n(keys),
                threshold: n(threshold),
              })}
        </li>
      ))}
      {ledger.revoked.map(({ key, role, fromVersion, at, why }) => (
        <li key={`${role} ${key}`} className={styles.grave}>
          {t('packs.ledger.revoked', {
            key: key.slice(0, SHORT_HASH),
            role: wordRole(role, words),
            version: n(fromVersion),
          })}{' '}
          {at && t('packs.ledger.revokedAt', { date: wordCivil(at, words) })} <bdi>{why}</bdi>
        </li>
      ))}
      {ledger.delegates.map(({ role, namespaces, version }) => (
        <li key={role}>
          {namespaces.length === 0
            ? t('packs.ledger.delegateNone', { role })
            : t('packs.ledger.delegate', {
                role,
                namespaces: wordSeries(namespaces, words),
                version: n(version),
              })}
        </li>
      ))}
    </ul>
  );
}

/** Signed lists that contradict each other. */
export function Evidence({ ledger }: Props) {
  const words = useWords();
  const { t } = words;
  if (ledger.evidence.length === 0) return null;
  return (
    <Section title={t('packs.ledger.evidence')} grave>
      <div className={styles.lines}>
        {ledger.evidence.map(({ code, role, version, hashes }) => (
          <div key={`${code} ${role} ${version}`}>
            <p>{wordNote({ code, severity: 'warning', detail: { version } }, words)}</p>
            <p className={styles.hint}>
              {t('packs.ledger.evidenceLine', {
                role: wordRole(role, words),
                version: wordNumber(version, words),
                hashes: hashes.map((hash) => hash.slice(0, SHORT_HASH)).join(' ≠ '),
              })}
            </p>
          </div>
        ))}
        <p className={styles.hint}>{t('packs.ledger.evidenceHint')}</p>
      </div>
    </Section>
  );
}

/** The lists that are known, newest first. */
export function Lists({ ledger }: Props) {
  const words = useWords();
  const { t } = words;
  if (ledger.lists.length < 2) return null;
  const lists = ledger.lists.toSorted((a, b) => b.version - a.version);
  return (
    <Section title={t('packs.ledger.lists')}>
      <details className={styles.folded}>
        <summary>{t('packs.ledger.listsCount', counted(lists.length, words))}</summary>
        <ul className={styles.history}>
          {lists.map(({ role, version, hash, issued }) => (
            <li key={hash}>
              {wordSeries(
                [
                  `${wordRole(role, words)} ${wordNumber(version, words)}`,
                  issued && t('packs.list.issued', { date: wordCivil(issued, words) }),
                ],
                words,
              )}{' '}
              <code dir="ltr" className={styles.code}>
                {hash.slice(0, SHORT_HASH)}
              </code>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
