import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { createPortal } from 'react-dom';
import { Link } from '@tanstack/react-router';
import { useDesign } from '../design-words.ts';
import type { Opened } from '../opened.ts';
import { Meanwhile } from '../meanwhile.tsx';
import { Problems } from '../problems.tsx';
import { Panel } from '../properties/panel.tsx';
import { CommandMenu } from './command-menu.tsx';
import { EditorBar } from './editor-bar.tsx';
import type { Sketch } from './sketch.ts';
import { StepTable } from './step-table.tsx';
import { stepsInOrder } from './table.ts';
import { useAutosave } from '../use-autosave.ts';
import { useCheck } from './use-check.ts';
import { useDefectMarks } from './use-defect-marks.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useSketch } from './use-sketch.ts';

interface DrawingProps {
  readonly sketch: Sketch;
  readonly opened: Opened;
  readonly asTable: boolean;
  readonly chosen: string | undefined;
  readonly onShow: (changes: { as?: 'table' | undefined; element?: string | undefined }) => void;
  /** Where the bar stands: before the canvas. */
  readonly bar: HTMLElement | null;
  readonly lastWords: RefObject<(xml: string) => void>;
}

/** What surrounds the canvas: the bar, the properties, the table of steps, the problems; everything drawn is checked and saved. */
export function Drawing({ sketch, opened, asTable, chosen, onShow, bar, lastWords }: DrawingProps) {
  const { design } = useDesign();
  useSketch(sketch);
  const name = sketch.process().get<string>('name') ?? opened.key;
  const { checked, busy, isBehind, xml } = useCheck(sketch);
  const autosave = useAutosave({ kind: 'process', ...opened, name }, xml, sketch.pristine, isBehind);
  lastWords.current = autosave.last;
  useDefectMarks(sketch, checked);
  const [commanding, setCommanding] = useState(false);
  useEditorKeys(sketch, () => setCommanding(true));

  const follow = useRef(true);
  const selected = sketch.chosen()?.businessObject.id;
  useEffect(() => {
    if (follow.current)
      sketch.fitting.showPlace(
        stepsInOrder(sketch)
          .slice(0, 1)
          .map(({ id }) => id),
      );
    follow.current = false;
    if (chosen !== undefined) sketch.choose(chosen);
    // The address says what is chosen when the page is opened; afterwards the canvas says it to the address.
  }, [sketch]);
  useEffect(() => {
    if (selected !== chosen) onShow({ element: selected });
  }, [selected]);

  return (
    <>
      {bar &&
        createPortal(
          <EditorBar
            sketch={sketch}
            opened={opened}
            name={name}
            checked={checked}
            autosave={autosave}
            asTable={asTable}
            onShow={onShow}
            onCommand={() => setCommanding(true)}
          />,
          bar,
        )}
      {asTable && (
        <div className="table-side">
          <StepTable sketch={sketch} checked={checked} />
        </div>
      )}
      <aside className="editor-side" aria-label={design.properties}>
        <Meanwhile
          opened={opened}
          autosave={autosave}
          losses={sketch.losses}
          compare={(version) => (
            <Link
              to="/design/$key/versions/$version"
              params={{ key: opened.key, version: String(version) }}
              search={{ compare: 'draft' }}
            >
              {design.draft.compare}
            </Link>
          )}
        />
        <Panel sketch={sketch} defects={[...checked.defects, ...checked.warnings]} />
      </aside>
      <Problems
        checked={checked}
        busy={busy}
        nameOf={(id) => {
          const element = sketch.element(id);
          return element ? (element.businessObject.get<string>('name') ?? '') : null;
        }}
        onLocate={(id) => sketch.choose(id)}
      />
      {commanding && <CommandMenu sketch={sketch} onShow={onShow} onClose={() => setCommanding(false)} />}
    </>
  );
}
