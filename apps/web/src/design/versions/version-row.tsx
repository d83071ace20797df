import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { VersionList } from '../../../../api/definitions/version.schema.ts';
import { useNames } from '../../parts/names.ts';
import { longDayText, momentText, today } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';
import { TrialDialog } from '../trial/trial-dialog.tsx';
import { VersionAct } from './version-act.tsx';
import type { VersionActName } from './version-act.tsx';

interface VersionRowProps {
  readonly version: VersionList['items'][number];
  readonly rights: { readonly draw: boolean; readonly withdraw: boolean };
}

const looks = { 'in-force': 'plain', future: 'soon', superseded: 'later', withdrawn: 'suspended' } as const;

export function VersionRow({ version, rights }: VersionRowProps) {
  const { design, words, language } = useDesign();
  const names = useNames();
  const [act, setAct] = useState<VersionActName | null>(null);
  const [trying, setTrying] = useState(false);
  const { key, version: number, state, validFrom, publishedAt, publishedBy, withdrawnAt, withdrawnBy, cases } = version;
  const acts: readonly VersionActName[] = [
    ...(state === 'withdrawn' ? (['reinstate'] as const) : (['withdraw'] as const)),
    ...(state === 'future' ? (['reschedule'] as const) : []),
  ];
  return (
    <tr>
      <td>
        <Link to="/design/$key/versions/$version" params={{ key, version: String(number) }}>
          {words.cases.version(number)}
        </Link>
      </td>
      <td>
        <span className={`chip ${looks[state]}`}>{design.version.states[state]}</span>
        {withdrawnAt && (
          <div className="quiet">
            {names.person(withdrawnBy)} {momentText(withdrawnAt, today(), language)}
          </div>
        )}
      </td>
      <td className="nowrap">{longDayText(validFrom, language)}</td>
      <td>
        {publishedBy === 'liandong' ? design.list.release : names.person(publishedBy)}{' '}
        <span className="quiet nowrap">{momentText(publishedAt, today(), language)}</span>
      </td>
      <td>{cases && design.version.cases(cases.open, cases.ended, cases.trials)}</td>
      <td>
        <div className="row-actions">
          {rights.draw && (
            <button type="button" className="button small" onClick={() => setTrying(true)}>
              {design.trial.begin}
              <span className="hidden"> {words.cases.version(number)}</span>
            </button>
          )}
          {rights.withdraw &&
            acts.map((one) => (
              <button
                key={one}
                type="button"
                className={`button small${one === 'withdraw' ? ' danger' : ''}`}
                onClick={() => setAct(one)}
              >
                {design.version.acts[one]}
                <span className="hidden"> {words.cases.version(number)}</span>
              </button>
            ))}
        </div>
        {act && <VersionAct act={act} version={version} onClose={() => setAct(null)} />}
        {trying && <TrialDialog code={key} version={number} onClose={() => setTrying(false)} />}
      </td>
    </tr>
  );
}
