import { useState } from 'react';
import type { FormEvent } from 'react';
import { useAnnounce } from '../../parts/announcer.tsx';
import { useDesign } from '../design-words.ts';
import { useNamed } from '../properties/use-named.ts';
import type { Sketch } from './sketch.ts';
import { addLane } from './table.ts';

/** A new lane: an agency's own row in the procedure. */
export function LaneForm({ sketch }: { readonly sketch: Sketch }) {
  const { design } = useDesign();
  const announce = useAnnounce();
  const agencies = useNamed('agencies');
  const [name, setName] = useState('');
  const [agency, setAgency] = useState('');
  function add(event: FormEvent) {
    event.preventDefault();
    if (!name.trim()) return;
    addLane(sketch, name.trim(), agency);
    announce(design.table.laneAdded(name.trim()));
    setName('');
  }
  return (
    <form className="row-actions lane-form" onSubmit={add}>
      <label>
        {design.table.newLane}{' '}
        <input className="field inline" value={name} maxLength={50} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {design.fields.agency}{' '}
        <select className="field inline" value={agency} onChange={(event) => setAgency(event.target.value)}>
          <option value="">{design.unset.agencies}</option>
          {agencies.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button small" aria-disabled={!name.trim()}>
        ＋ {design.table.addLane}
      </button>
    </form>
  );
}
