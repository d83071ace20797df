import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { useBoardSearch } from './use-board-search.ts';

const narrow = matchMedia('(max-width: 640px)');

interface ChartedProps {
  /** How the address names this panel. */
  readonly name: string;
  readonly title: string;
  readonly explain?: string;
  /** Address of the same table as a spreadsheet. */
  readonly sheet: string;
  readonly empty?: boolean;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** Beside the buttons. */
  readonly children?: ReactNode;
}

/** One set of figures, as a picture or as a table; the address remembers which. On a phone a table first. */
export function Charted({ name, title, explain, sheet, empty, chart, table, children }: ChartedProps) {
  const { board } = useWords();
  const { search, change } = useBoardSearch();
  const asTable = (formOf(search.as, name) ?? (narrow.matches ? 'table' : 'chart')) === 'table';
  const show = (form: string) => change({ as: withForm(search.as, name, form) });
  return (
    <div role="group" className="panel charted" aria-label={title}>
      <div className="page-head">
        <h2>{title}</h2>
        <div className="row-actions spring">
          {children}
          <button type="button" className="button small" aria-pressed={!asTable} onClick={() => show('chart')}>
            {board.chart}
            <span className="hidden"> {title}</span>
          </button>
          <button type="button" className="button small" aria-pressed={asTable} onClick={() => show('table')}>
            {board.table}
            <span className="hidden"> {title}</span>
          </button>
          <a className="button small" href={sheet} download>
            {board.sheet}
            <span className="hidden"> {title}</span>
          </a>
        </div>
      </div>
      {explain && <p className="quiet">{explain}</p>}
      {empty ? <p className="empty">{board.noRows}</p> : asTable ? table : chart}
    </div>
  );
}

const formsIn = (as: string | undefined): string[][] => (as ?? '').split(',').map((one) => one.split(':'));
const formOf = (as: string | undefined, name: string): string | undefined =>
  formsIn(as).find(([panel]) => panel === name)?.[1];

const withForm = (as: string | undefined, name: string, form: string): string =>
  [...formsIn(as).filter(([panel]) => panel !== name && panel !== ''), [name, form]]
    .map((one) => one.join(':'))
    .join(',');
