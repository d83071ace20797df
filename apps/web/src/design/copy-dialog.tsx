import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { call } from '../server/call.ts';
import { useDesign } from './design-words.ts';
import { renamed } from './renamed.ts';

interface CopyDialogProps {
  readonly code: string;
  readonly name: string;
  readonly xml: string;
  readonly onClose: () => void;
}

/** 另存为新流程: the same drawing under another code. */
export function CopyDialog({ code, name, xml, onClose }: CopyDialogProps) {
  const { design, words } = useDesign();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [nextName, setNextName] = useState(name);
  const [nextCode, setNextCode] = useState('');
  const [refusal, setRefusal] = useState('');
  async function save() {
    if (!/^[A-Za-z_][\w.-]{0,63}$/.test(nextCode) || nextCode === code) return setRefusal(design.new.codeRule);
    try {
      const query = { name: nextName.trim() || nextCode };
      const copy = renamed(xml, { from: code, to: nextCode, name: query.name });
      await call(`/design/drafts/process/${encodeURIComponent(nextCode)}`, { method: 'PUT', query, xml: copy });
      await queries.invalidateQueries({ queryKey: ['design'] });
      onClose();
      await navigate({ to: '/design/$key', params: { key: nextCode } });
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
    }
  }
  return (
    <Dialog
      title={design.more.copy}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button type="button" className="button primary" onClick={() => void save()}>
            {design.more.copy}
          </button>
        </>
      }
    >
      <label>
        {design.fields.name}
        <input className="field" value={nextName} onChange={(event) => setNextName(event.target.value)} />
      </label>
      <label>
        {design.code}
        <input className="field" value={nextCode} onChange={(event) => setNextCode(event.target.value.trim())} />
      </label>
      <p className="quiet">{design.new.codeHint.process}</p>
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
