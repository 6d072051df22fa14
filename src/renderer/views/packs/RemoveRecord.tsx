// Removing the open record from this computer.
import { client } from '../../client.ts';
import { navigate } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { Removal } from './Removal.tsx';

/** The program's own shelf comes again with each newer program. */
const BUNDLED = 'mahfuz';

/** The button under a record, and its question. */
export function RemoveRecord({ shelf, id }: { shelf: string; id: string }) {
  const { t } = useWords();
  const { show } = navigate;
  const fromPublisher = /^[0-9a-f]{64}$/.test(shelf);
  const honest = [
    ...(shelf === BUNDLED ? [t('packs.remove.note.bundled-comes-back')] : []),
    ...(fromPublisher ? [t('packs.remove.back'), t('packs.remove.partial')] : []),
    t('packs.remove.flash'),
  ];
  return (
    <Removal
      label={t('packs.remove.record')}
      title={t('packs.remove.recordTitle')}
      honest={honest}
      begin={() => client.call('record.remove', { shelf, id })}
      onBegin={() => show('start')}
    >
      <p>{t('packs.remove.recordText')}</p>
    </Removal>
  );
}
