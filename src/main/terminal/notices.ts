// Says what was found while the archive was opened.
import type { Notice } from '../../shared/contract.ts';
import { errorSentence } from '../../shared/error-sentences.ts';
import { counted } from './lines.ts';

/** One sentence, with the next step where there is one. */
export function noticeText({ code, detail }: Notice): string {
  switch (code) {
    case 'index_rebuilt':
      return 'The search index was missing, older or damaged, and was made anew.';
    case 'archive_rebuilt':
      return `The archive file was missing and was made anew from what is here: ${counted(Number(detail.records), 'record')}.`;
    case 'archive_upgraded':
      return `The archive that came with this Mahfuz was added: ${counted(Number(detail.revisions), 'new revision')}.`;
    default: {
      const { says, next } = errorSentence({ code, detail }, 'en');
      return `${says} ${next}`;
    }
  }
}
