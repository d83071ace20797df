import { useQuery } from '@tanstack/react-query';
import type { PlayScenarios } from '../../../../api/design/scenario.schema.ts';
import { callText } from '../../server/call.ts';
import { momentText, today } from '../../time/dates.ts';
import { trialsQuery } from '../trial/trial.queries.ts';
import { useScenarioWords } from './scenario-words.ts';

export interface Chosen {
  readonly release: boolean;
  /** Ids of trials that were played by hand. */
  readonly trials: readonly string[];
  readonly files: readonly File[];
}

/** The texts of what is chosen: a trial is told as a scenario by the server. */
export async function chosenFiles({ trials, files }: Chosen): Promise<PlayScenarios['files']> {
  const told = trials.map(async (id) => {
    const path = `/trials/${encodeURIComponent(id)}/scenario`;
    return { name: `${id}.yaml`, text: await callText(path, { accept: 'application/yaml' }) };
  });
  const read = files.map(async (file) => ({ name: file.name, text: await file.text() }));
  return Promise.all([...told, ...read]);
}

interface ScenarioChoiceProps {
  readonly code: string;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** Those of the product, one's own trials, files. */
export function ScenarioChoice({ code, chosen, onChange }: ScenarioChoiceProps) {
  const { scenarios, language } = useScenarioWords();
  const { data } = useQuery(trialsQuery(code));
  const trials = data?.items ?? [];
  const toggle = (id: string) =>
    onChange({
      ...chosen,
      trials: chosen.trials.includes(id) ? chosen.trials.filter((one) => one !== id) : [...chosen.trials, id],
    });
  return (
    <fieldset className="supposed">
      <legend>{scenarios.which}</legend>
      <label className="switch">
        <input
          type="checkbox"
          checked={chosen.release}
          onChange={({ target }) => onChange({ ...chosen, release: target.checked })}
        />
        {scenarios.release}
      </label>
      <p>
        <b>{scenarios.trials}</b>
      </p>
      {data && trials.length === 0 && <p className="quiet">{scenarios.noTrials}</p>}
      {trials.map(({ id, title, begunAt, acts }) => (
        <label key={id} className="switch">
          <input type="checkbox" checked={chosen.trials.includes(id)} onChange={() => toggle(id)} />
          {scenarios.trial(title, momentText(begunAt, today(), language), acts)}
        </label>
      ))}
      <p id="scenario-files">
        <b>{scenarios.files}</b>
      </p>
      <label className="button small file-button">
        {scenarios.chooseFiles}
        <input
          type="file"
          multiple
          accept=".yaml,.yml"
          className="hidden"
          aria-describedby="scenario-files"
          onChange={({ target }) => onChange({ ...chosen, files: [...(target.files ?? [])] })}
        />
      </label>{' '}
      {chosen.files.map(({ name }) => name).join(', ')}
    </fieldset>
  );
}
