import type { Comparison } from '../../../../api/definitions/comparison.schema.ts';
import { useDesign } from '../design-words.ts';
import type { DesignWords } from '../design-words.ts';

interface DifferencesProps {
  readonly comparison: Comparison;
  /** What an element of either side is called. */
  readonly nameOf: (elementId: string) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (elementId: string) => void;
}

type Changes = Comparison['process'];

/** Every difference in words. */
export function Differences({ comparison, nameOf, chosen, onChoose }: DifferencesProps) {
  const { design } = useDesign();
  const { process, elements, flows, same } = comparison;
  if (same) return <p>{design.version.same}</p>;
  const name = ({ elementId, name: given, kind }: Comparison['elements']['added'][number]) =>
    `${typeWord(kind, design)}「${given || elementId}」`;
  const flow = ({ name: given, from, to }: Comparison['flows']['added'][number]) =>
    `${design.types['SequenceFlow']} ${given ? `「${given}」` : ''}${nameOf(from)} → ${nameOf(to)}`;
  const rows = [
    ...elements.added.map((one) => ({ id: one.elementId, look: 'added', sign: '＋', text: name(one), changes: [] })),
    ...elements.removed.map((one) => ({ id: one.elementId, look: 'removed', sign: '−', text: name(one), changes: [] })),
    ...elements.changed.map((one) => ({
      id: one.elementId,
      look: 'changed',
      sign: '≠',
      text: `${name(one)}${one.was ? `（${design.version.was(one.was)}）` : ''}`,
      changes: one.changes,
    })),
    ...flows.added.map((one) => ({ id: one.flowId, look: 'added', sign: '＋', text: flow(one), changes: [] })),
    ...flows.removed.map((one) => ({ id: one.flowId, look: 'removed', sign: '−', text: flow(one), changes: [] })),
    ...flows.changed.map((one) => ({
      id: one.flowId,
      look: 'changed',
      sign: '≠',
      text: flow(one),
      changes: one.changes,
    })),
  ];
  const said = { added: design.version.added, removed: design.version.removed, changed: design.version.changed };
  return (
    <section className="panel" aria-label={design.version.differences}>
      <h2>{design.version.differences}</h2>
      <ul className="opinions">
        {process.length > 0 && (
          <li>
            <b>{design.types['Process']}</b>
            <ChangeList changes={process} />
          </li>
        )}
        {rows.map(({ id, look, sign, text, changes }) => (
          <li key={`${look} ${id}`} className={chosen === id ? 'chosen-row' : undefined}>
            <span className={`step-sign ${look}`}>
              {sign}
              <span className="hidden">{said[look as keyof typeof said]}</span>
            </span>{' '}
            <button type="button" className="button small quiet-button" onClick={() => onChoose(id)}>
              {text}
            </button>
            <ChangeList changes={changes} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangeList({ changes }: { readonly changes: Changes }) {
  const { design } = useDesign();
  if (changes.length === 0) return null;
  return (
    <dl className="facts changes">
      {changes.map(({ path, from, to }) => (
        <div key={path} className="change">
          <dt>{pathWord(path, design)}</dt>
          <dd>
            <del>{shown(from, design)}</del> → <ins>{shown(to, design)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** "userTask" → 用户任务. */
const typeWord = (kind: string, { types }: DesignWords): string =>
  types[kind[0]?.toUpperCase() + kind.slice(1)] ?? kind;

/** The last part of the path that has a name of its own: "task.due.amount" → 时长 · amount. */
function pathWord(path: string, { fields, paths }: DesignWords): string {
  const parts = path.split('.').filter((part) => !['task', 'feel', 'constant'].includes(part));
  return parts.map((part) => paths[part] ?? (fields as Readonly<Record<string, string>>)[part] ?? part).join(' · ');
}

function shown(value: unknown, { version }: DesignWords): string {
  if (value === null || value === undefined || value === '') return version.nothing;
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && 'feel' in value) return String(value.feel);
  if (typeof value === 'object' && 'constant' in value) return String(value.constant);
  return JSON.stringify(value);
}
