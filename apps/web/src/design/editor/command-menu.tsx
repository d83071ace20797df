import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useDesign } from '../design-words.ts';
import { addable, addAfter, stepsInOrder } from './table.ts';
import type { Addable } from './table.ts';
import type { Sketch } from './sketch.ts';

interface CommandMenuProps {
  readonly sketch: Sketch;
  readonly onShow: (changes: { as?: 'table' | undefined }) => void;
  readonly onClose: () => void;
}

interface Command {
  readonly label: string;
  readonly run: () => void;
}

/** Everything by its name: what can be put behind the chosen step, every step to go to, what the bar does. */
export function CommandMenu({ sketch, onShow, onClose }: CommandMenuProps) {
  const { design } = useDesign();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const words = typed.trim().toLowerCase();
  const found = useCommands(sketch, onShow)
    .filter(({ label }) => label.toLowerCase().includes(words))
    .slice(0, 12);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) setAt((before) => (before + by + found.length) % Math.max(1, found.length));
    if (event.key === 'Enter') run(found[at]);
    if (by !== undefined || event.key === 'Enter') event.preventDefault();
  };
  return (
    <Dialog title={design.command.title} onClose={onClose}>
      <input
        className="field"
        role="combobox"
        aria-label={design.command.search}
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={found[at] ? `command-${at}` : undefined}
        placeholder={design.command.search}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul id="commands" role="listbox" aria-label={design.command.title} className="commands">
        {found.map((command, index) => (
          <li
            key={command.label}
            id={`command-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => run(command)}
          >
            {command.label}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">{design.command.nothing}</p>}
    </Dialog>
  );
}

function useCommands(sketch: Sketch, onShow: CommandMenuProps['onShow']): readonly Command[] {
  const { design, words } = useDesign();
  const chosen = sketch.chosen();
  const stack = sketch.get('commandStack');
  const canAppend =
    chosen && /Task$|Gateway$|Event$|SubProcess$|CallActivity$/.test(chosen.type) && chosen.type !== 'bpmn:EndEvent';
  const appending = canAppend
    ? (Object.keys(addable) as Addable[]).map((kind) => ({
        label: design.command.append(design.addable[kind]),
        run: () => sketch.choose(addAfter(sketch, chosen, kind, '').id),
      }))
    : [];
  const going = stepsInOrder(sketch).map(({ id, businessObject }) => ({
    label: design.command.goTo(businessObject.get<string>('name') || id),
    run: () => sketch.choose(id),
  }));
  return [
    ...appending,
    ...(stack.canUndo() ? [{ label: design.bar.undo, run: () => stack.undo() }] : []),
    ...(stack.canRedo() ? [{ label: design.bar.redo, run: () => stack.redo() }] : []),
    ...(chosen ? [{ label: design.command.remove, run: () => sketch.get('modeling').removeElements([chosen]) }] : []),
    { label: design.bar.table, run: () => onShow({ as: 'table' }) },
    { label: design.bar.picture, run: () => onShow({ as: undefined }) },
    { label: words.diagram.whole, run: sketch.fitting.showWhole },
    ...going,
  ];
}
