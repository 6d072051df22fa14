// A name that is hard to tell from a known one: both numbers beside each other, since only they tell who it is.
import type { PublisherIdentity } from '../../../shared/pack.ts';
import { useWords } from '../../wording/useWords.ts';
import styles from './Packs.module.css';
import { NumberGroups } from './PublisherNumber.tsx';
import { publisherName } from './wording.ts';

/** Every known publisher whose name resembles this one's; nothing where none does. */
export function Resembling({ publisher }: { publisher: PublisherIdentity }) {
  const words = useWords();
  const { t } = words;
  return publisher.resembles.map((other) => (
    <section
      key={other.fingerprint}
      className={styles.resembling}
      aria-label={t('packs.trust.resembles')}
    >
      <h3 className={styles.resemblingTitle}>{t('packs.trust.resembles')}</h3>
      <p>{t('packs.trust.resemblesText')}</p>
      <div className={styles.both}>
        <div>
          <p className={styles.caption}>
            <bdi>{t('packs.trust.this', { name: publisherName(publisher, words).text })}</bdi>
          </p>
          <NumberGroups digits={publisher.digits} beside={other.digits} />
        </div>
        <div>
          <p className={styles.caption}>
            <bdi>{t('packs.trust.other', { name: publisherName(other, words).text })}</bdi>
          </p>
          <NumberGroups digits={other.digits} />
        </div>
      </div>
    </section>
  ));
}
