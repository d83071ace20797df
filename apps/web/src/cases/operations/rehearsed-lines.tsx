import type { Preview } from '../../../../api/commands/preview.schema.ts';
import { Consequences } from '../../task/consequences.tsx';
import { useWords } from '../../words/words.tsx';
import type { Rehearsed } from './use-rehearsal.ts';

interface RehearsedLinesProps {
  readonly rehearsed: Rehearsed;
  /** Of a step that the act is about: that it ends goes without saying. */
  readonly endedElement?: string;
}

/** What an act would do, in words: where the case stands before and after, what opens and ends, what it spoils. */
export function RehearsedLines({ rehearsed, endedElement }: RehearsedLinesProps) {
  const { handle, state } = useWords();
  const { preview, problem, asking } = rehearsed;
  return (
    <div role="status">
      {asking && <p className="quiet">{handle.checking}</p>}
      {problem && <p className="fault">{problem.message || state.unreachable}</p>}
      {preview && (
        <>
          <Places preview={preview} />
          <Consequences preview={preview} {...(endedElement === undefined ? {} : { endedElement })} />
          <Spoils preview={preview} />
        </>
      )}
    </div>
  );
}

function Places({ preview: { tokens } }: { readonly preview: Preview }) {
  const { operations, join } = useWords();
  if (!tokens || nameless(tokens.before) === nameless(tokens.after)) return null;
  const listed = (places: typeof tokens.before) =>
    places.map(({ name, flowId }) => (flowId === null ? name : operations.correction.waits(name))).join(join) ||
    operations.nobody;
  return (
    <dl className="facts">
      <dt>{operations.now}</dt>
      <dd>{listed(tokens.before)}</dd>
      <dt>{operations.later}</dt>
      <dd>{listed(tokens.after)}</dd>
    </dl>
  );
}

const nameless = (places: NonNullable<Preview['tokens']>['before']): string =>
  JSON.stringify(places.map(({ elementId, flowId }) => `${elementId} ${flowId}`).toSorted());

function Spoils({ preview: { warnings, incidents } }: { readonly preview: Preview }) {
  const { cases, colon } = useWords();
  const lines = [
    ...warnings.map(({ message }) => message),
    ...incidents.map(({ message }) => `${cases.incidents}${colon}${message}`),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="consequences">
      {lines.map((line) => (
        <li key={line} className="fault">
          ⚠ {line}
        </li>
      ))}
    </ul>
  );
}
