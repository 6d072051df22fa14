// The timeline on paper: the chart, as many pages as it needs, and every event with its sources.
import { useLayoutEffect, useRef } from 'react';
import { useWords } from '../../../wording/useWords.ts';
import { svgDom } from '../draw/svg-surface.ts';
import { svgOf } from './files.ts';
import styles from './PaperSheet.module.css';
import { chartParts, pagesOf, SHEET } from './sheet.ts';
import { linesOf, type Paper } from './useTake.ts';

/** As high as a chart may be for its width to fit on a page of A4 below its title. */
const PAGE = SHEET * 1.2;

/** What is printed while it stands here; the screen does not show it. */
export function PaperSheet({ paper }: { paper: Paper }) {
  const words = useWords();
  const charts = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const described = {
      language: words.language,
      rightToLeft: paper.reversed,
      title: '',
      description: '',
    };
    const pages = pagesOf(paper.scene, PAGE).map((window) => {
      const { height, parts } = chartParts(paper, window);
      return svgDom(svgOf({ width: SHEET, height, parts }, described));
    });
    charts.current?.replaceChildren(...pages);
  }, [paper, words]);
  const { title, head, foot } = paper.text;
  return (
    <div data-print-only>
      <h1 className={styles.title}>{title}</h1>
      {head.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div ref={charts} className={styles.charts} />
      <ol className={styles.sources}>
        {linesOf(paper.sourced, words).map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ol>
      {foot.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
