// What a pack holds and who signed it, told before anything changes.
import type { PackInspection, PackNote } from '../../../shared/pack.ts';
import { Button } from '../../components/Button.tsx';
import { navigate } from '../../navigation.ts';
import { languageAttributes } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordBytes } from '../../wording/words.ts';
import { Brings, PackFacts } from './InspectionFacts.tsx';
import cards from './Card.module.css';
import styles from './Packs.module.css';
import { Notes } from './Notes.tsx';
import { Signer } from './Signer.tsx';
import { forgetPack, importPack } from './usePacks.ts';
import { wordNext, wordNote } from './wording.ts';

const missingBytes = ({ bytes }: PackInspection) =>
  bytes.free === null ? 0 : Math.max(0, bytes.needed - bytes.free);

/** Whether nothing at all of the pack can be taken: its list is refused, and no file is checked by another. */
const isRefused = ({ importable, publisher, notes }: PackInspection) =>
  !importable && (publisher === null || notes.some(({ severity }) => severity === 'refusal'));

/** The card: who, whether it can be trusted, what it brings, what is wrong with it, and the one button. */
export function InspectionCard({ inspection }: { inspection: PackInspection }) {
  const { t } = useWords();
  const { importable, publisher, sample } = inspection;
  const refused = isRefused(inspection);
  // Who is unknown and whose name resembles another's is told where the publisher stands.
  const notes = inspection.notes.filter(
    ({ code }) => publisher === null || (code !== 'no-root' && code !== 'resembles'),
  );
  return (
    <section className={cards.card} aria-label={t('packs.receive.found')}>
      {publisher ? (
        <Signer publisher={publisher} refused={refused} />
      ) : (
        <p className={cards.cardName}>{t('packs.receive.unreadable')}</p>
      )}
      <Refused refused={refused} notes={notes.filter(({ severity }) => severity === 'refusal')} />
      <Notes notes={notes.filter(({ severity }) => severity === 'warning')} />
      {!refused && <Brings inspection={inspection} />}
      {!refused && <PackFacts inspection={inspection} />}
      <Notes notes={notes.filter(({ severity }) => severity === 'info')} />
      {importable && sample.length > 0 && <Sample inspection={inspection} />}
      <Decide inspection={inspection} />
    </section>
  );
}

interface RefusedProps {
  notes: PackNote[];
  /** False where files can be checked by the list that is here, although the one on the stick is refused. */
  refused: boolean;
}

/** Why the list is not taken, what that means for the files, and what to do next. */
function Refused({ notes, refused }: RefusedProps) {
  const words = useWords();
  const { t } = words;
  if (!refused && notes.length === 0) return null;
  return (
    <div className={styles.refused} role="note">
      <p className={styles.refusedTitle}>
        {t(refused ? 'packs.receive.refused' : 'packs.receive.refusedList')}
      </p>
      {notes.map((note, index) => (
        <p key={index}>
          {wordNote(note, words)} {wordNext(note, words)}
        </p>
      ))}
      <p>{t(refused ? 'packs.receive.refusedText' : 'packs.receive.refusedListText')}</p>
    </div>
  );
}

function Sample({ inspection }: { inspection: PackInspection }) {
  const { t } = useWords();
  return (
    <div>
      <h3 className={styles.heading}>{t('packs.receive.sample')}</h3>
      <ul className={cards.sample}>
        {inspection.sample.map(({ id, title, lang, change }) => (
          <li key={id}>
            <span className={cards.change} data-change={change}>
              {t(`packs.receive.change.${change}`)}
            </span>
            <bdi {...languageAttributes(lang)}>{title}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The one button that imports; nothing is offered that could not be done. */
function Decide({ inspection }: { inspection: PackInspection }) {
  const words = useWords();
  const { t } = words;
  const { showPacks } = navigate;
  const { importable, publisher, files } = inspection;
  const lacking = missingBytes(inspection);
  const status = publisher?.status;
  const label =
    files.fresh === 0
      ? t('packs.receive.importList')
      : t(status === 'trusted' ? 'packs.receive.import' : 'packs.receive.importQuarantine');
  return (
    <div className={cards.decide}>
      {importable && lacking > 0 && (
        <p className={styles.grave} role="alert">
          {t('packs.receive.noRoom', { missing: wordBytes(lacking, words) })}
        </p>
      )}
      <div className={styles.actions}>
        {importable && (
          <Button
            look="primary"
            isDisabled={lacking > 0}
            onPress={() => void importPack(inspection)}
          >
            {label}
          </Button>
        )}
        {publisher && status !== 'unknown' && (
          <Button
            onPress={() => showPacks({ show: 'publisher', fingerprint: publisher.fingerprint })}
          >
            {t('packs.done.publisher')}
          </Button>
        )}
        <Button look="quiet" onPress={forgetPack}>
          {t(importable ? 'packs.receive.discard' : 'common.close')}
        </Button>
      </div>
    </div>
  );
}
