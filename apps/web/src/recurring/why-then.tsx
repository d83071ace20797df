import type { Summary } from '../../../api/recurring/recurring.schema.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

type Next = NonNullable<Summary['next']>;

/** The next day; opened, every day that was counted on the way to it. */
export function WhyThen({ next }: { readonly next: Next }) {
  const { words, language } = useSpeaking();
  const { recurring } = words;
  const { opensOn, period, periodName, receivers, counted, provisional } = next;
  const day = (date: string) => dayText(date, today(), language);
  return (
    <>
      <strong className="nowrap">{day(opensOn)}</strong>{' '}
      {provisional && <span className="chip plain">{recurring.notFixed}</span>}
      <div className="second-line">{recurring.about(language === 'en' ? period : periodName, receivers)}</div>
      {counted.length > 0 && (
        <details>
          <summary>{recurring.why}</summary>
          <ul>
            {runsOf(counted).map(({ kind, from, to }) => (
              <li key={from}>
                {from === to ? day(from) : `${day(from)}–${day(to)}`} {recurring.dayKinds[kind]}
              </li>
            ))}
          </ul>
          {provisional && <p className="quiet">{recurring.provisional}</p>}
        </details>
      )}
    </>
  );
}

/** Days of one kind that follow each other, as one line. */
function runsOf(counted: Next['counted']) {
  const runs: { kind: Next['counted'][number]['kind']; from: string; to: string }[] = [];
  for (const { day, kind } of counted) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.to = day;
    else runs.push({ kind, from: day, to: day });
  }
  return runs;
}
