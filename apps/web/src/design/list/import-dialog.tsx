import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DragEvent } from 'react';
import type { OpenedDocument } from '../../../../api/design/document.schema.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import type { Defect } from '../../server/problem.ts';
import { useDesign } from '../design-words.ts';

interface ImportDialogProps {
  readonly onClose: () => void;
}

/** A BPMN or DMN file of ours or of another engine: what is taken, what has no equal and what cannot be executed is told before anything is kept. */
export function ImportDialog({ onClose }: ImportDialogProps) {
  const { design, words } = useDesign();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<OpenedDocument | null>(null);
  const [refusal, setRefusal] = useState('');
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);

  async function look(chosen: File | undefined) {
    if (!chosen || busy) return;
    setBusy(true);
    setFile(chosen);
    setRead(null);
    setRefusal('');
    try {
      setRead(await call<OpenedDocument>('/design/import', { method: 'POST', xml: chosen }));
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
    }
    setBusy(false);
  }

  async function draw(replace: boolean) {
    if (!read?.document || !read.key || busy) return;
    setBusy(true);
    const { kind, key, document } = read;
    const path = `/design/drafts/${kind}/${encodeURIComponent(key)}`;
    const newest = await newestOf(key);
    try {
      if (replace) await call(path, { method: 'DELETE' });
      await call(path, { method: 'PUT', query: { name: read.name ?? key, base: newest }, xml: document });
      await queries.invalidateQueries({ queryKey: ['design'] });
      onClose();
      if (kind === 'process') await navigate({ to: '/design/$key', params: { key } });
      else await navigate({ to: '/design/decisions/$key', params: { key } });
    } catch (error) {
      const taken = error instanceof Problem && error.code === 'DRAFT_CHANGED';
      setRefusal(taken ? design.import.draftThere(key) : (error as Error).message);
      setBusy(false);
    }
  }

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void look(event.dataTransfer.files[0]);
  };
  const canDraw = read?.document && read.key;
  return (
    <Dialog
      title={design.list.import}
      onClose={onClose}
      wide
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          {refusal && canDraw && (
            <button type="button" className="button danger" onClick={() => void draw(true)}>
              {design.import.replace}
            </button>
          )}
          <button
            type="button"
            className="button primary"
            aria-disabled={!canDraw || busy}
            onClick={() => void draw(false)}
          >
            {design.import.open}
          </button>
        </>
      }
    >
      <label
        className={`drop${over ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {design.import.choose}
        <span className="button file-button">{file?.name ?? design.import.file}</span>
        <input
          type="file"
          className="hidden"
          accept=".bpmn,.bpmn20.xml,.xml,.dmn"
          onChange={(event) => void look(event.target.files?.[0])}
        />
      </label>
      <p className="quiet">{design.import.engines}</p>
      <p role="status">{busy ? design.import.reading : ''}</p>
      <p role="alert" className="fault">
        {refusal}
      </p>
      {read && (
        <section aria-label={design.import.report}>
          <h3>
            {file?.name} · {read.name ?? design.import.unreadable} {read.key && <code>{read.key}</code>}
          </h3>
          <Told title={design.import.refused(read.defects.length)} all={read.defects} look="fault" />
          <Told title={design.import.lost(lostIn(read).length)} all={lostIn(read)} look="warned" />
          <Told title={design.import.taken(read.imported.length)} all={read.imported} look="" />
          <Told
            title={design.import.warned(read.warnings.length - lostIn(read).length)}
            all={read.warnings.filter((one) => !lostIn(read).includes(one))}
            look="warned"
          />
          {read.defects.length + read.warnings.length === 0 && <p>{design.import.clean}</p>}
        </section>
      )}
    </Dialog>
  );
}

const lostIn = ({ warnings }: OpenedDocument): OpenedDocument['warnings'] =>
  warnings.filter(({ code }) => code === 'NOT_IMPORTED');

/** The version that a draft of this key goes on from; none where nothing is published. */
const newestOf = (key: string): Promise<number | undefined> =>
  call<{ versions: number[] }>(`/definitions/${encodeURIComponent(key)}`).then(
    ({ versions }) => Math.max(...versions),
    (error: unknown) => {
      if (error instanceof Problem && error.status === 404) return undefined;
      throw error;
    },
  );

function Told({
  title,
  all,
  look,
}: {
  readonly title: string;
  readonly all: readonly Defect[];
  readonly look: string;
}) {
  if (all.length === 0) return null;
  return (
    <details open={look === 'fault'}>
      <summary className={look}>{title}</summary>
      <ul className="told">
        {all.map(({ code, elementId, message }) => (
          <li key={`${code} ${elementId ?? ''} ${message}`}>
            {elementId && <code>{elementId}</code>} {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
