import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useAnnounce } from '../../parts/announcer.tsx';
import { useDesign } from '../design-words.ts';
import type { Drawn } from './services.ts';
import type { Sketch } from './sketch.ts';
import { addable, addAfter } from './table.ts';
import type { Addable } from './table.ts';

interface AddStepProps {
  readonly sketch: Sketch;
  readonly after: Drawn;
  readonly onDone: () => void;
}

/** A new step behind another one: what it is and what it is called. */
export function AddStep({ sketch, after, onDone }: AddStepProps) {
  const { design, words } = useDesign();
  const announce = useAnnounce();
  const [kind, setKind] = useState<Addable>('UserTask');
  const [name, setName] = useState('');
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  function add(event: FormEvent) {
    event.preventDefault();
    const step = addAfter(sketch, after, kind, name.trim());
    sketch.choose(step.id);
    announce(design.table.added(name.trim() || design.addable[kind]));
    onDone();
  }
  return (
    <form className="row-actions" onSubmit={add}>
      <label>
        {design.table.type}{' '}
        <select
          ref={first}
          className="field inline"
          value={kind}
          onChange={(event) => setKind(event.target.value as Addable)}
        >
          {(Object.keys(addable) as Addable[]).map((one) => (
            <option key={one} value={one}>
              {design.addable[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {design.table.name}{' '}
        <input
          className="field inline"
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="button small primary">
        {design.table.add}
      </button>
      <button type="button" className="button small" onClick={onDone}>
        {words.act.cancel}
      </button>
    </form>
  );
}
