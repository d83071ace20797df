import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { call } from '../../server/call.ts';
import { CopyDialog } from '../copy-dialog.tsx';
import { useDesign } from '../design-words.ts';
import { DropDraft } from '../drop-draft.tsx';
import { saveFile } from '../save-file.ts';
import type { Opened } from '../opened.ts';
import type { Sketch } from './sketch.ts';
import type { Autosave } from '../use-autosave.ts';

interface MoreMenuProps {
  readonly sketch: Sketch;
  readonly opened: Opened;
  readonly name: string;
  readonly autosave: Autosave;
}

/** What is done less often: the file, a copy, the other versions, throwing the draft away. */
export function MoreMenu({ sketch, opened, name, autosave }: MoreMenuProps) {
  const { design } = useDesign();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'xml' | 'copy' | 'drop' | null>(null);
  const [xml, setXml] = useState('');
  const { key } = opened;
  async function drop() {
    autosave.stop();
    await call(`/design/drafts/process/${encodeURIComponent(key)}`, { method: 'DELETE' });
    await queries.invalidateQueries({ queryKey: ['design'] });
  }
  async function show(what: 'xml' | 'copy') {
    setXml(await sketch.xml());
    setDialog(what);
  }
  return (
    <>
      <details className="more menu down">
        <summary className="button">{design.bar.more}</summary>
        <ul>
          <li>
            <button
              type="button"
              className="button"
              onClick={() => void sketch.xml().then((text) => saveFile(`${key}.bpmn`, text))}
            >
              {design.more.download}
            </button>
          </li>
          <li>
            <button type="button" className="button" onClick={() => void show('xml')}>
              {design.more.xml}
            </button>
          </li>
          <li>
            <button type="button" className="button" onClick={() => void show('copy')}>
              {design.more.copy}
            </button>
          </li>
          <li>
            <Link to="/design/$key/scenarios" params={{ key }} className="button">
              {design.more.scenarios}
            </Link>
          </li>
          {opened.newest && (
            <>
              <li>
                <Link to="/design/$key/versions" params={{ key }} className="button">
                  {design.more.versions}
                </Link>
              </li>
              <li>
                <Link to="/design/$key/migrate" params={{ key }} className="button">
                  {design.more.migrate}
                </Link>
              </li>
              <li>
                <Link to="/what-if" search={{ kind: 'version', key, version: 'draft' }} className="button">
                  {design.more.whatIf}
                </Link>
              </li>
            </>
          )}
          <li>
            <button type="button" className="button danger" onClick={() => setDialog('drop')}>
              {design.draft.drop}
            </button>
          </li>
        </ul>
      </details>
      {dialog === 'xml' && (
        <Dialog title={design.more.xml} onClose={() => setDialog(null)} wide>
          <p>
            <CopyButton text={xml} label={design.more.copyText} />
          </p>
          <textarea className="field feel" rows={24} readOnly aria-label={design.more.xml} value={xml} />
        </Dialog>
      )}
      {dialog === 'copy' && <CopyDialog code={key} name={name} xml={xml} onClose={() => setDialog(null)} />}
      {dialog === 'drop' && <DropDraft kind="process" drop={drop} onClose={() => setDialog(null)} />}
    </>
  );
}
