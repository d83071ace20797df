import { Link, useSearch } from '@tanstack/react-router';
import { fourForms as formKeys } from '../../../../domain/four-forms.ts';
import type { FourFormCounts } from '../../../api/ledgers/four-forms.schema.ts';
import { FigureTable } from '../board/figure-table.tsx';
import { useWords } from '../words/words.tsx';

interface FormTableProps {
  readonly label: string;
  readonly head: string;
  readonly rows: readonly {
    readonly name: string;
    readonly counts: FourFormCounts;
    /** How the ledger of clues is narrowed to these. */
    readonly clues: Readonly<Record<string, string>>;
  }[];
}

/** Counts with their shares; each leads to its clues. */
export function FormTable({ label, head, rows }: FormTableProps) {
  const { fourForms } = useWords();
  const { agency, unit } = useSearch({ strict: false }) as { agency?: string; unit?: string };
  const kept = { ...(agency ? { agency } : {}), ...(unit ? { unit } : {}) };
  return (
    <FigureTable
      label={label}
      head={[head, ...fourForms.forms, fourForms.total]}
      rows={rows.map(({ name, counts: { total, counts, shares }, clues }) => ({
        key: name,
        cells: [
          name,
          ...formKeys.map((form, index) => (
            <Clues key={form} count={counts[index] ?? 0} search={{ ...kept, ...clues, form }}>
              {` ${shares[index] ?? 0}%`}
            </Clues>
          )),
          <Clues key="total" count={total} search={{ ...kept, ...clues }} />,
        ],
      }))}
    />
  );
}

interface CluesProps {
  readonly count: number;
  readonly search: Readonly<Record<string, string>>;
  readonly children?: string;
}

function Clues({ count, search, children }: CluesProps) {
  if (count === 0) return <span className="quiet">0</span>;
  return (
    <>
      <Link to="/ledgers/$kind" params={{ kind: 'clue' }} search={search}>
        {count}
      </Link>
      {children && <span className="quiet">{children}</span>}
    </>
  );
}
