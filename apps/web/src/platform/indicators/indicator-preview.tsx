import { useMutation } from '@tanstack/react-query';
import type { Previewed } from '../../../../api/platform/indicator.schema.ts';
import { call } from '../../server/call.ts';
import { today } from '../../time/dates.ts';
import { useWords } from '../../words/words.tsx';
import { definitionOf } from './indicator-draft.ts';
import type { IndicatorDraft } from './indicator-draft.ts';
import { IndicatorFigures } from './indicator-figures.tsx';
import { ValueTable } from './value-table.tsx';

interface IndicatorPreviewProps {
  readonly draft: IndicatorDraft;
  readonly onRefused: (error: Error | null) => void;
}

const mostShown = 20;

/** What the form would give of this year and the one before; nothing is saved by it. */
export function IndicatorPreview({ draft, onRefused }: IndicatorPreviewProps) {
  const { indicator: words } = useWords();
  const year = Number(today().slice(0, 4));
  const look = useMutation({
    mutationFn: (seen: IndicatorDraft) =>
      call<Previewed>('/platform/indicators/preview', {
        method: 'POST',
        body: { source: seen.source, definition: definitionOf(seen), year, since: year - 1 },
      }),
    onError: onRefused,
    onSuccess: () => onRefused(null),
  });
  const of = look.variables;
  return (
    <section className="panel" aria-label={words.preview}>
      <p className="row-actions">
        <button type="button" className="button" onClick={() => look.isPending || look.mutate(draft)}>
          {words.preview}
        </button>
        {look.data && of && of !== draft && <span className="quiet">{words.changedSince}</span>}
      </p>
      {look.data && of && (
        <div role="status">
          <p>{words.previewed(look.data.items.length, look.data.rows, year - 1, year)}</p>
          {look.data.items.length > 0 && (
            <>
              <IndicatorFigures
                title={of.name || words.preview}
                definition={definitionOf(of)}
                items={look.data.items}
                shown={{}}
              />
              <ValueTable
                title={of.name || words.preview}
                definition={definitionOf(of)}
                items={look.data.items.toReversed().slice(0, mostShown)}
              />
            </>
          )}
        </div>
      )}
    </section>
  );
}
