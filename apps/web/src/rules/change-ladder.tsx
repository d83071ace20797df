import { useQuery } from '@tanstack/react-query';
import type { LadderHistory } from '../../../api/rules/rule.schema.ts';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { useNames } from '../parts/names.ts';
import { severalOf } from '../parts/several.ts';
import { directoryQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { ChangeInTwo } from './change-in-two.tsx';

type Ladder = Omit<LadderHistory, 'history'>;

interface ChangeLadderProps {
  readonly ladder: Ladder;
  readonly onClose: () => void;
}

/** When each rung is climbed, what it is called and who hears of it, and who is reminded before. */
export function ChangeLadder({ ladder, onClose }: ChangeLadderProps) {
  const { rules } = useWords();
  const names = useNames();
  const { data: directory } = useQuery(directoryQuery);
  const told = [
    ...Object.entries(rules.tells),
    ...Object.keys(directory?.roles ?? {}).map((role) => [role, names.role(role)] as const),
  ];
  const fields: readonly EntryField[] = [
    { name: 'remind', label: rules.remindWho, kind: 'several', choices: told, required: true },
    ...ladder.rungs.flatMap(({ level, unit }): EntryField[] => [
      { name: `after${level}`, label: rules.afterOf(level, unit), required: true },
      { name: `action${level}`, label: rules.actionOf(level), required: true },
      { name: `tell${level}`, label: rules.tellOf(level), kind: 'several', choices: told, required: true },
    ]),
    { name: 'reason', label: rules.reason, kind: 'long', required: true },
  ];
  return (
    <ChangeInTwo
      title={`${rules.changeLadder} · ${ladder.name}`}
      path="/ladders"
      fields={fields}
      initial={entryOf(ladder)}
      bodyOf={({ reason, ...entry }) => ({ ladders: { [ladder.key]: patchOf(ladder, entry) }, reason })}
      onClose={onClose}
    />
  );
}

/** Whom a ladder reminds that names nobody. */
export const remindedOf = ({ remind }: Pick<Ladder, 'remind'>): readonly string[] =>
  remind ?? ['assignee', 'candidates'];

const entryOf = (ladder: Ladder): Entry => ({
  remind: remindedOf(ladder).join(','),
  ...Object.fromEntries(
    ladder.rungs.flatMap(({ level, after, action, tell }) => [
      [`after${level}`, String(after)],
      [`action${level}`, action],
      [`tell${level}`, tell.join(',')],
    ]),
  ),
});

/** Whom it reminds only where that differs: a ladder that names nobody goes on naming nobody. */
function patchOf(ladder: Ladder, entry: Entry) {
  const remind = severalOf(entry['remind']);
  const same = remind.join(',') === remindedOf(ladder).join(',');
  return {
    ...(same ? {} : { remind }),
    rungs: ladder.rungs.map((rung) => {
      const after = String(entry[`after${rung.level}`] ?? '');
      return {
        ...rung,
        after: /^\d+$/.test(after) ? Number(after) : after,
        action: entry[`action${rung.level}`],
        tell: severalOf(entry[`tell${rung.level}`]),
      };
    }),
  };
}
