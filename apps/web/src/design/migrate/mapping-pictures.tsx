import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Marks } from '../../diagram/marks.ts';
import { Loading } from '../../parts/loading.tsx';
import { useAnnounce } from '../../parts/announcer.tsx';
import { pictureQuery } from '../../server/queries.ts';
import type { Choice } from './choice.ts';
import type { MappingRow } from './mapping.ts';
import { useMigrateWords } from './migrate-words.ts';
import type { Named } from '../../diagram/named-elements.ts';

const DiagramView = lazy(() =>
  import('../../diagram/diagram-view.tsx').then(({ DiagramView: one }) => ({ default: one })),
);

interface MappingPicturesProps {
  readonly code: string;
  readonly choice: Choice;
  readonly rows: readonly MappingRow[];
  readonly after: readonly Named[];
  readonly onMap: (old: string, target: string) => void;
}

/** The two versions side by side: an old step is chosen on the left, what it becomes on the right. */
export function MappingPictures({ code, choice, rows, after, onMap }: MappingPicturesProps) {
  const { words, migrate } = useMigrateWords();
  const announce = useAnnounce();
  const [shown, setShown] = useState(false);
  const [old, setOld] = useState<Named | null>(null);
  const left = useQuery({ ...pictureQuery(code, choice.from), enabled: shown });
  const right = useQuery({ ...pictureQuery(code, choice.to), enabled: shown });
  const marks = useMemo(() => marksOf(rows, migrate), [rows, migrate]);
  const chooseOld = useCallback((id: string) => setOld(rows.find((row) => row.old.id === id)?.old ?? null), [rows]);
  const chooseNew = (id: string) => {
    if (!old) return;
    onMap(old.id, id);
    announce(migrate.mapped(old.name, after.find((one) => one.id === id)?.name ?? id));
    setOld(null);
  };
  return (
    <details onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
      <summary>{migrate.pictures}</summary>
      {shown && (
        <Suspense fallback={<Loading rows={8} />}>
          <p role="status">{old ? migrate.chosenOld(old.name) : migrate.picturesHint}</p>
          <div className="two even">
            {[
              { version: choice.from, data: left.data, own: marks.before, onChoose: chooseOld, chosen: old?.id },
              { version: choice.to, data: right.data, own: marks.after, onChoose: chooseNew, chosen: undefined },
            ].map(({ version, data, own, onChoose, chosen }) => (
              <section key={version} aria-label={words.cases.version(version)}>
                <h3>{words.cases.version(version)}</h3>
                {data && (
                  <DiagramView
                    xml={data.bpmn}
                    name={words.cases.version(version)}
                    marks={own}
                    onChoose={onChoose}
                    asText={false}
                    small
                    {...(chosen === undefined ? {} : { chosen })}
                  />
                )}
              </section>
            ))}
          </div>
        </Suspense>
      )}
    </details>
  );
}

/** What has no equal, and what has been found by name or named. */
function marksOf(
  rows: readonly MappingRow[],
  { nowhere, given, byName }: ReturnType<typeof useMigrateWords>['migrate'],
): { before: Marks; after: Marks } {
  const before: Record<string, Marks[string]> = {};
  const after: Record<string, Marks[string]> = {};
  for (const { old, how, target } of rows) {
    if (how === 'nowhere') before[old.id] = { look: 'removed', sign: '−', label: nowhere };
    if (how !== 'name' && how !== 'given') continue;
    const mark = { look: 'changed', sign: '→', label: how === 'given' ? given : byName };
    before[old.id] = mark;
    if (target !== null) after[target] = mark;
  }
  return { before, after };
}
