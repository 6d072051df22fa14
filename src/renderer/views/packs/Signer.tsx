// Who signed a pack, and whether that is somebody who is known here.
import type { PublisherIdentity } from '../../../shared/pack.ts';
import { languageAttributes } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import cards from './Card.module.css';
import styles from './Packs.module.css';
import { NumberGroups } from './PublisherNumber.tsx';
import { Resembling } from './Resembling.tsx';
import { Status } from './Status.tsx';
import { publisherName } from './wording.ts';

/** Who signed; a name nobody has checked is marked so, and an unknown publisher's number stands beside it. */
export function Signer({ publisher, refused }: { publisher: PublisherIdentity; refused: boolean }) {
  const words = useWords();
  const { t } = words;
  const { status, digits, resembles } = publisher;
  const name = publisherName(publisher, words);
  const means = { trusted: 'known', quarantined: 'quarantined', unknown: 'unknown' } as const;
  return (
    <div className={cards.signer}>
      <div className={styles.publisherHead}>
        <h2 className={cards.cardName} {...languageAttributes(name.lang)}>
          {name.text}
        </h2>
        <Status status={status} />
      </div>
      {status !== 'trusted' && <p className={styles.hint}>{t('packs.claimed')}</p>}
      <Resembling publisher={publisher} />
      {!refused && <p className={cards.means}>{t(`packs.receive.${means[status]}`)}</p>}
      {!refused && status === 'unknown' && <p>{t('packs.receive.unknownText')}</p>}
      {status !== 'trusted' && resembles.length === 0 && <NumberGroups digits={digits} />}
    </div>
  );
}
