import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useDesign } from '../design-words.ts';
import { saveFile } from '../save-file.ts';
import { decisionsIn, parsed } from './dmn.ts';

interface DecisionSourceProps {
  readonly xml: string;
  readonly code: string;
  readonly onChange: (xml: string) => void;
  readonly onClose: () => void;
}

/** The document itself: for boxed expressions and requirements between decisions, which no table shows. */
export function DecisionSource({ xml, code, onChange, onClose }: DecisionSourceProps) {
  const { design, words } = useDesign();
  const [text, setText] = useState(xml);
  const [refusal, setRefusal] = useState('');
  function take() {
    const document = parsed(text);
    if (!document || !decisionsIn(document).some(({ id }) => id === code)) {
      return setRefusal(design.decision.unreadable(code));
    }
    return onChange(text);
  }
  return (
    <Dialog
      title={design.more.xml}
      onClose={onClose}
      wide
      actions={
        <>
          <button type="button" className="button" onClick={() => saveFile(`${code}.dmn`, text)}>
            {design.decision.download}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button type="button" className="button primary" onClick={take}>
            {design.form.take}
          </button>
        </>
      }
    >
      <textarea
        className="field feel"
        rows={22}
        spellCheck={false}
        aria-label={design.more.xml}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
