import type { PeriodHistory } from '../../../api/rules/rule.schema.ts';
import { differencesOf } from '../parts/differences.ts';
import { useNames } from '../parts/names.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { useLadderWords } from './use-ladder-words.ts';

/** Who changed it when and why, member by member; the first version is what came with the release. */
export function RuleHistory({ history }: Pick<PeriodHistory, 'history'>) {
  const { words, language } = useSpeaking();
  const { rules } = words;
  const names = useNames();
  const { spoken } = useLadderWords();
  return (
    <section className="panel">
      <h2>{rules.history}</h2>
      <ol className="opinions">
        {history.map(({ version, by, at, reason, change }) => (
          <li key={version}>
            <p>
              <strong>{rules.version(version)}</strong> {momentText(at, today(), language)}{' '}
              {by ? names.person(by) : rules.ofRelease} {reason && <span className="quiet">{reason}</span>}
            </p>
            {change === null && <p className="quiet">{rules.first}</p>}
            {change &&
              differencesOf(spoken(change.from), spoken(change.to)).map(({ name, was, is }) => (
                <p key={name}>
                  {rules.members[name] ?? name}
                  {words.colon}
                  {was} → {is}
                </p>
              ))}
            {change && <p className="quiet">{rules.runnings[change.running]}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
