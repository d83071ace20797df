import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { call } from '../../server/call.ts';
import { DraftLine } from '../draft-line.tsx';
import { useDesign } from '../design-words.ts';
import { DropDraft } from '../drop-draft.tsx';
import { Meanwhile } from '../meanwhile.tsx';
import type { Opened } from '../opened.ts';
import { Problems } from '../problems.tsx';
import { PublishDialog } from '../publish/publish-dialog.tsx';
import { UndoButtons } from '../undo-buttons.tsx';
import { useAutosave } from '../use-autosave.ts';
import { useHistory } from '../use-history.ts';
import { useJudged } from '../use-judged.ts';
import { withIds } from './dmn.ts';
import { DecisionSource } from './decision-source.tsx';
import { OneDecision } from './one-decision.tsx';
import { placesIn, readDecisions } from './read-decisions.ts';
import { VersionLinks } from './version-links.tsx';

interface DecisionDrawingProps {
  readonly opened: Opened;
  readonly versions: readonly { readonly version: number }[];
}

/** Draws the decisions of a document as tables; kept as a draft, checked as it changes. */
export function DecisionDrawing({ opened, versions }: DecisionDrawingProps) {
  const { design } = useDesign();
  const queries = useQueryClient();
  const [first] = useState(() => withIds(opened.document));
  const history = useHistory(first);
  const { now: xml, change } = history;
  const [dialog, setDialog] = useState<'publish' | 'source' | 'drop' | null>(null);
  const decisions = useMemo(() => readDecisions(xml), [xml]);
  const names = useMemo(() => placesIn(decisions ?? [], design.decision), [decisions, design]);
  const { key, newest } = opened;
  const name = decisions?.find(({ id }) => id === key)?.name ?? opened.name;
  const { checked, busy } = useJudged(
    useCallback(() => Promise.resolve(xml), [xml]),
    xml,
  );
  const autosave = useAutosave({ kind: 'decision', ...opened, name }, xml, first);
  const { defects, warnings } = checked;
  async function drop() {
    autosave.stop();
    await call(`/design/drafts/decision/${encodeURIComponent(key)}`, { method: 'DELETE' });
    await queries.invalidateQueries({ queryKey: ['design'] });
  }
  return (
    <>
      <div className="page-head">
        <h1>
          {design.list.kinds.decision} · {name}
        </h1>
        <code className="quiet">{key}</code>
        <span className="spring row-actions">
          <DraftLine state={autosave.state} base={opened.base} onRetry={autosave.save} />
          <UndoButtons {...history} />
          <button type="button" className="button" onClick={() => setDialog('source')}>
            {design.more.xml}
          </button>
          <button type="button" className="button danger" onClick={() => setDialog('drop')}>
            {design.draft.drop}
          </button>
          <button type="button" className="button primary" onClick={() => setDialog('publish')}>
            {design.bar.publish}
          </button>
        </span>
      </div>
      <VersionLinks code={key} versions={versions} />
      <Meanwhile opened={opened} autosave={autosave} />
      {(decisions ?? []).map((one) => (
        <OneDecision key={one.id} decision={one} xml={xml} onChange={change} wrong={new Set(wrongIn(defects))} />
      ))}
      <Problems
        checked={checked}
        busy={busy}
        nameOf={(id) => names.get(id) ?? null}
        onLocate={(id) => document.getElementById(`cell-${id}`)?.focus()}
      />
      {dialog === 'source' && (
        <DecisionSource
          xml={xml}
          code={key}
          onChange={(text) => {
            change(withIds(text));
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'publish' && (
        <PublishDialog
          kind="decision"
          code={key}
          name={name}
          known={newest?.version ?? 0}
          defects={defects.length}
          warnings={warnings}
          content={() => Promise.resolve(xml)}
          autosave={autosave}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'drop' && <DropDraft kind="decision" drop={drop} onClose={() => setDialog(null)} />}
    </>
  );
}

const wrongIn = (defects: readonly { readonly elementId?: string | undefined }[]): readonly string[] =>
  defects.flatMap(({ elementId }) => elementId ?? []);
