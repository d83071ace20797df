import type { TriedIntake } from '../../../api/intake/intake.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayText, momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

interface IntakeForeseenProps {
  readonly report: TriedIntake;
  readonly busy: boolean;
  readonly onBring: () => void;
}

/** What each row would open: first step, whose it is, until when; and one button, when nothing is wrong. */
export function IntakeForeseen({ report, busy, onBring }: IntakeForeseenProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { intake } = words;
  const { cases, defects, before } = report;
  if (cases.length === 0) return null;
  return (
    <section className="panel">
      <h2>{intake.will(cases.length)}</h2>
      {before && <p className="fault">{intake.before(momentText(before, today(), language))}</p>}
      <div className="scroller" role="region" aria-label={intake.title} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{intake.columns.row}</th>
              <th scope="col">{intake.columns.title}</th>
              <th scope="col">{intake.columns.startsOn}</th>
              <th scope="col">{intake.columns.first}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map(({ number, title, startsOn, steps }) => (
              <tr key={number}>
                <td className="number">{number}</td>
                <td>{title}</td>
                <td className="nowrap">{dayText(startsOn, today(), language)}</td>
                <td>
                  {steps.map(({ name, agency, role, assignee, dueOn }, index) => (
                    <div key={`${name} ${String(index)}`}>
                      {name} {names.agency(agency)} {assignee ? names.person(assignee) : names.role(role)}{' '}
                      {dueOn && <span className="quiet">{intake.until(dayText(dueOn, today(), language))}</span>}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {defects.length === 0 && (
        <p>
          <button
            type="button"
            className="button primary"
            aria-disabled={busy}
            onClick={() => {
              if (!busy) onBring();
            }}
          >
            {intake.bring(cases.length)}
          </button>
        </p>
      )}
    </section>
  );
}
