import type { Indicator } from '../../../../api/platform/indicator.schema.ts';
import type { Defect } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';

export interface PartDraft {
  readonly indicator: string;
  readonly weight: string;
  readonly full: string;
  readonly zero: string;
}

interface WeightRowsProps {
  readonly parts: readonly PartDraft[];
  readonly indicators: readonly Indicator[];
  readonly defects: readonly Defect[];
  readonly onChange: (parts: readonly PartDraft[]) => void;
}

/** An indicator a row: how much it counts, which value earns all and which none. */
export function WeightRows({ parts, indicators, defects, onChange }: WeightRowsProps) {
  const { ecology } = useWords();
  const set = (index: number, change: Partial<PartDraft>) =>
    onChange(parts.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const whole = defects.filter(({ path }) => path === 'parts');
  return (
    <fieldset>
      <legend>{ecology.parts}</legend>
      <p className="quiet">{ecology.partsHelp}</p>
      <div className="scroller" role="region" aria-label={ecology.parts} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              {ecology.weightColumns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((part, index) => {
              const wrong = defects.filter(
                ({ path }) => path?.startsWith(`parts.${index}.`) || path === `parts.${index}`,
              );
              const isWrong = (name: string) =>
                wrong.some(({ path }) => path?.endsWith(`.${name}`)) ? { 'aria-invalid': true as const } : {};
              const label = (at: number) => ecology.cell(index + 1, ecology.weightColumns[at] ?? '');
              return (
                <tr key={`${index} of ${parts.length}`}>
                  <td>
                    <select
                      className="field"
                      aria-label={label(0)}
                      {...isWrong('indicator')}
                      value={part.indicator}
                      onChange={(event) => set(index, { indicator: event.target.value })}
                    >
                      {indicators.map(({ key, name }) => (
                        <option key={key} value={key}>
                          {name}
                        </option>
                      ))}
                    </select>
                    {wrong.length > 0 && (
                      <span className="fault" role="alert">
                        {wrong.map(({ message }) => message).join('；')}
                      </span>
                    )}
                  </td>
                  {(['weight', 'full', 'zero'] as const).map((name, at) => (
                    <td key={name}>
                      <input
                        className="field"
                        inputMode="decimal"
                        aria-label={label(at + 1)}
                        {...isWrong(name)}
                        value={part[name]}
                        onChange={(event) => set(index, { [name]: event.target.value })}
                      />
                    </td>
                  ))}
                  <td>
                    <button
                      type="button"
                      className="button small"
                      onClick={() => onChange(parts.filter((_, at) => at !== index))}
                    >
                      {ecology.remove}
                      <span className="hidden">{ecology.row(index + 1)}</span>
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {indicators.length > 0 && (
        <button
          type="button"
          className="button small"
          onClick={() =>
            onChange([...parts, { indicator: indicators[0]?.key ?? '', weight: '1', full: '0', zero: '100' }])
          }
        >
          ＋ {ecology.addPart}
        </button>
      )}
      {whole.map(({ message }) => (
        <p key={message} role="alert" className="fault">
          {message}
        </p>
      ))}
    </fieldset>
  );
}
