import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DesignKind } from '../../../api/design/design-draft.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useDesign } from './design-words.ts';

interface DropDraftProps {
  readonly kind: DesignKind;
  readonly drop: () => Promise<void>;
  readonly onClose: () => void;
}

/** 丢弃草稿: it cannot be brought back. */
export function DropDraft({ kind, drop, onClose }: DropDraftProps) {
  const { design, words } = useDesign();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [refusal, setRefusal] = useState('');
  async function carryOut() {
    try {
      await drop();
      announce(design.draft.dropped);
      onClose();
      await navigate({ to: '/design', search: kind === 'process' ? {} : { kind } });
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
    }
  }
  return (
    <Dialog
      title={design.draft.drop}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button type="button" className="button danger" onClick={() => void carryOut()}>
            {design.draft.drop}
          </button>
        </>
      }
    >
      <p>{design.draft.dropAsk}</p>
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
