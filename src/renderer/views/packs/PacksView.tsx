// Publishers and packs: who signed what is here, what a stick brings, and passing it on.
import { useEffect } from 'react';
import { focusTitle, READING_ID } from '../../focus.ts';
import type { PacksPart } from '../../history.ts';
import readerStyles from '../reader/ReaderView.module.css';
import { Toolbar } from '../reader/Toolbar.tsx';
import { ComparePage } from './ComparePage.tsx';
import { PublisherList } from './PublisherList.tsx';
import { PublisherPage } from './PublisherPage.tsx';
import { ReceivePage } from './ReceivePage.tsx';
import { SharePage } from './SharePage.tsx';

function Part({ part }: { part: PacksPart }) {
  switch (part.show) {
    case 'publishers':
      return <PublisherList />;
    case 'publisher':
      return <PublisherPage key={part.fingerprint} fingerprint={part.fingerprint} />;
    case 'compare':
      return <ComparePage key={part.fingerprint} fingerprint={part.fingerprint} />;
    case 'receive':
      return <ReceivePage />;
    case 'share':
      return <SharePage publisher={part.fingerprint} />;
  }
}

/** The packs page, at one of its parts. */
export function PacksView({ part }: { part: PacksPart }) {
  const name = JSON.stringify(part);
  useEffect(() => focusTitle(), [name]);
  return (
    <>
      <Toolbar />
      <div id={READING_ID} tabIndex={-1} className={readerStyles.pane}>
        <Part part={part} />
      </div>
    </>
  );
}
