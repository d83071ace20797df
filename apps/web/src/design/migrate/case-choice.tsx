import { useQuery } from '@tanstack/react-query';
import type { VersionList } from '../../../../api/definitions/version.schema.ts';
import { DateField } from '../../parts/date-field.tsx';
import { useNames } from '../../parts/names.ts';
import { directoryQuery } from '../../server/queries.ts';
import type { Choice, MigrateSearch } from './choice.ts';
import { useElements } from '../../diagram/use-elements.ts';
import { useMigrateWords } from './migrate-words.ts';

interface CaseChoiceProps {
  readonly code: string;
  readonly versions: VersionList['items'];
  readonly choice: Choice;
  readonly search: MigrateSearch;
  readonly onChange: (changes: MigrateSearch) => void;
}

/** Which cases, from which version to which. */
export function CaseChoice({ code, versions, choice, search, onChange }: CaseChoiceProps) {
  const { words, migrate } = useMigrateWords();
  const names = useNames();
  const { data: directory } = useQuery(directoryQuery);
  const before = useElements(code, choice.from);
  const steps = (before ?? []).filter(({ kind }) => /Task$|callActivity|^task$/.test(kind));
  const numbers = (other: number) =>
    versions
      .filter(({ version }) => version !== other)
      .map(({ version, cases }) => (
        <option key={version} value={version}>
          {migrate.option(version, cases?.open ?? 0)}
        </option>
      ));
  const filtered = Object.keys(choice.filter).length > 0;
  return (
    <section className="panel" aria-label={migrate.which}>
      <h2>{migrate.which}</h2>
      <div className="row-actions">
        <label>
          {migrate.from}{' '}
          <select
            className="field inline"
            value={choice.from}
            onChange={({ target }) => onChange({ from: Number(target.value), map: undefined })}
          >
            {numbers(choice.to)}
          </select>
        </label>
        <label>
          {migrate.to}{' '}
          <select
            className="field inline"
            value={choice.to}
            onChange={({ target }) => onChange({ to: Number(target.value), map: undefined })}
          >
            {numbers(0)}
          </select>
        </label>
        <label className="switch">
          <input
            type="checkbox"
            checked={choice.trial}
            onChange={({ target }) => onChange({ trial: target.checked || undefined })}
          />
          {migrate.trial}
        </label>
      </div>
      <details open={filtered}>
        <summary>{migrate.filters}</summary>
        <div className="row-actions">
          <label className="stacked">
            {migrate.status}
            <select
              className="field inline"
              value={search.status ?? ''}
              onChange={({ target }) => onChange({ status: target.value || undefined })}
            >
              <option value="">{migrate.anyStatus}</option>
              {(['running', 'suspended', 'incident'] as const).map((one) => (
                <option key={one} value={one}>
                  {words.cases.statuses[one]}
                </option>
              ))}
            </select>
          </label>
          <label className="stacked">
            {migrate.agency}
            <select
              className="field inline"
              value={search.agency ?? ''}
              onChange={({ target }) => onChange({ agency: target.value || undefined })}
            >
              <option value="">{migrate.anyAgency}</option>
              {(directory?.agencies ?? []).map(({ id }) => (
                <option key={id} value={id}>
                  {names.agency(id)}
                </option>
              ))}
            </select>
          </label>
          <label className="stacked">
            {migrate.element}
            <select
              className="field inline"
              value={search.element ?? ''}
              onChange={({ target }) => onChange({ element: target.value || undefined })}
            >
              <option value="">{migrate.anyElement}</option>
              {steps.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <DateField
            label={migrate.openedFrom}
            value={search.openedFrom ?? ''}
            onChange={(day) => onChange({ openedFrom: day || undefined })}
          />
          <DateField
            label={migrate.openedTo}
            value={search.openedTo ?? ''}
            onChange={(day) => onChange({ openedTo: day || undefined })}
          />
        </div>
      </details>
    </section>
  );
}
