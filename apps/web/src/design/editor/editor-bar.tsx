import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LaidOutDocument } from '../../../../api/design/document.schema.ts';
import { useAnnounce } from '../../parts/announcer.tsx';
import { call } from '../../server/call.ts';
import { DraftLine } from '../draft-line.tsx';
import { useDesign } from '../design-words.ts';
import type { Opened } from '../opened.ts';
import { PublishDialog } from '../publish/publish-dialog.tsx';
import { MoreMenu } from './more-menu.tsx';
import { applyLayout } from './layout-command.ts';
import type { Sketch } from './sketch.ts';
import { TrialButton } from './trial-button.tsx';
import type { Autosave } from '../use-autosave.ts';
import type { Checked } from '../use-judged.ts';

interface EditorBarProps {
  readonly sketch: Sketch;
  readonly opened: Opened;
  readonly name: string;
  readonly checked: Checked;
  readonly autosave: Autosave;
  readonly asTable: boolean;
  readonly onShow: (changes: { as?: 'table' | undefined }) => void;
  readonly onCommand: () => void;
}

/** What one does with the drawing as a whole. */
export function EditorBar({ sketch, opened, name, checked, autosave, asTable, onShow, onCommand }: EditorBarProps) {
  const { design, words } = useDesign();
  const announce = useAnnounce();
  const [publishing, setPublishing] = useState(false);
  const stack = sketch.get('commandStack');
  const { defects, warnings } = checked;
  async function layOut() {
    const { document } = await call<LaidOutDocument>('/design/layout', { method: 'POST', xml: await sketch.xml() });
    const placed = await applyLayout(sketch, document);
    announce(placed ? design.bar.laidOut : design.bar.folded);
    sketch.fitting.showWhole();
  }
  return (
    <div className="row-actions" role="toolbar" aria-label={design.bar.label}>
      <button type="button" className="button small" aria-pressed={!asTable} onClick={() => onShow({ as: undefined })}>
        {design.bar.picture}
      </button>
      <button type="button" className="button small" aria-pressed={asTable} onClick={() => onShow({ as: 'table' })}>
        {design.bar.table}
      </button>
      <button
        type="button"
        className="button small"
        aria-disabled={!stack.canUndo()}
        aria-keyshortcuts="Control+Z"
        onClick={() => stack.canUndo() && stack.undo()}
      >
        {design.bar.undo}
      </button>
      <button
        type="button"
        className="button small"
        aria-disabled={!stack.canRedo()}
        aria-keyshortcuts="Control+Y"
        onClick={() => stack.canRedo() && stack.redo()}
      >
        {design.bar.redo}
      </button>
      {!asTable && (
        <>
          <button type="button" className="button small" onClick={() => sketch.get('zoomScroll').stepZoom(1)}>
            ＋<span className="hidden">{words.diagram.zoomIn}</span>
          </button>
          <button type="button" className="button small" onClick={() => sketch.get('zoomScroll').stepZoom(-1)}>
            －<span className="hidden">{words.diagram.zoomOut}</span>
          </button>
          <button type="button" className="button small" onClick={sketch.fitting.showWhole}>
            {words.diagram.whole}
          </button>
        </>
      )}
      <button
        type="button"
        className="button small"
        onClick={() => void layOut().catch((error: Error) => announce(error.message))}
      >
        {design.bar.layout}
      </button>
      <button type="button" className="button small" aria-keyshortcuts="Control+K" onClick={onCommand}>
        {design.bar.commands} <kbd>Ctrl K</kbd>
      </button>
      <span className="spring row-actions">
        <DraftLine state={autosave.state} base={opened.base} onRetry={autosave.save} />
        <span className={`chip ${defects.length > 0 ? 'late' : warnings.length > 0 ? 'today' : 'plain'}`}>
          {design.check.counts(defects.length, warnings.length)}
        </span>
        <TrialButton opened={opened} defects={defects.length} autosave={autosave} />
        {opened.base !== null && (
          <Link
            to="/design/$key/versions/$version"
            params={{ key: opened.key, version: String(opened.base) }}
            search={{ compare: 'draft' }}
            className="button"
          >
            {design.bar.compare(opened.base)}
          </Link>
        )}
        <MoreMenu sketch={sketch} opened={opened} name={name} autosave={autosave} />
        <button type="button" className="button primary" onClick={() => setPublishing(true)}>
          {design.bar.publish}
        </button>
      </span>
      {publishing && (
        <PublishDialog
          kind="process"
          code={opened.key}
          name={name}
          known={opened.newest?.version ?? 0}
          defects={defects.length}
          warnings={warnings}
          content={() => sketch.xml()}
          autosave={autosave}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  );
}
