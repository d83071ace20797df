import { useDesign } from '../design-words.ts';
import { ldNamespace } from '../editor/modeler.ts';
import type { Moddle } from '../editor/services.ts';
import type { Defect } from '../../server/problem.ts';
import type { Subject } from './binding.ts';
import { attribute, write } from './binding.ts';
import { TextControl } from './text-control.tsx';

type Way = 'input' | 'output';
const ways: readonly Way[] = ['input', 'output'];

interface MappingsProps {
  readonly subject: Subject;
  readonly faults: readonly Defect[];
}

/** What goes into a step of its own and what comes out of it: a variable and an expression a row. */
export function Mappings({ subject, faults }: MappingsProps) {
  return ways.map((way) => (
    <Rows key={way} subject={subject} way={way} faults={faults.filter(({ path }) => path === `ld:${way}`)} />
  ));
}

function Rows({ subject, way, faults }: MappingsProps & { readonly way: Way }) {
  const { design, words } = useDesign();
  const rows = elementsOf(subject, way);
  const inText = attribute(`ld:${way}`).get(subject);
  const title = design.mapping[way];
  return (
    <fieldset>
      <legend>{title}</legend>
      <div className="form">
        {inText && <p className="quiet">{design.mapping.inText(inText)}</p>}
        {rows.map((row, index) => (
          <div key={`${way} ${String(index)}`} className="mapping">
            <TextControl
              shared={{ id: `${way}-target-${index}` }}
              kind="text"
              label={`${title} ${index + 1} ${design.mapping.variable}`}
              value={row.get<string>('target') ?? ''}
              onChange={(target) => change(subject, row, { target })}
            />
            <span aria-hidden="true">=</span>
            <TextControl
              shared={{ id: `${way}-source-${index}` }}
              kind="feel"
              label={`${title} ${index + 1} ${design.expression}`}
              value={row.get<string>('source') ?? ''}
              onChange={(source) => change(subject, row, { source })}
            />
            <button type="button" className="button small" onClick={() => remove(subject, row)}>
              {words.act.remove}
              <span className="hidden">{` ${title} ${index + 1}`}</span>
            </button>
          </div>
        ))}
        {faults.length > 0 && <p className="fault">{faults.map(({ message }) => message).join('；')}</p>}
        <p>
          <button type="button" className="button small" onClick={() => add(subject, way)}>
            ＋ {title}
          </button>
        </p>
      </div>
    </fieldset>
  );
}

const valuesOf = ({ object }: Subject): readonly Moddle[] =>
  object.get<Moddle>('extensionElements')?.get<readonly Moddle[]>('values') ?? [];

const elementsOf = (subject: Subject, way: Way): readonly Moddle[] =>
  valuesOf(subject).filter(({ $type }) => $type === `ld:${way}`);

function put(subject: Subject, values: readonly Moddle[]): void {
  const { sketch, object } = subject;
  const made = values.length > 0 ? sketch.get('bpmnFactory').create('bpmn:ExtensionElements', { values }) : undefined;
  if (made) {
    Object.assign(made, { $parent: object });
    for (const value of values) Object.assign(value, { $parent: made });
  }
  write(subject, { extensionElements: made });
}

const add = (subject: Subject, way: Way): void =>
  put(subject, [...valuesOf(subject), made(subject, way, { target: '', source: '' })]);

const made = ({ sketch }: Subject, way: string, values: Readonly<Record<string, string>>): Moddle =>
  sketch.get('moddle').createAny(`ld:${way}`, ldNamespace, values);

/** A new element in the place of the old one: what is undone is the whole of it. */
function change(subject: Subject, row: Moddle, changes: Readonly<Record<string, string>>): void {
  const before = { target: row.get<string>('target') ?? '', source: row.get<string>('source') ?? '' };
  const next = made(subject, row.$type.replace('ld:', ''), { ...before, ...changes });
  put(
    subject,
    valuesOf(subject).map((one) => (one === row ? next : one)),
  );
}

const remove = (subject: Subject, row: Moddle): void =>
  put(
    subject,
    valuesOf(subject).filter((one) => one !== row),
  );
