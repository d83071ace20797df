import type { CasePlan } from '../../../../api/migrations/plan.schema.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { endText, today } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';
import { useMigrateWords } from './migrate-words.ts';
import { PlanTasks } from './plan-tasks.tsx';

interface PlanDialogProps {
  readonly name: string;
  readonly plan: CasePlan;
  readonly onClose: () => void;
}

/** One case before and after: what has no place first, then tasks with their dues, places, alarms, what is dropped. */
export function PlanDialog({ name, plan, onClose }: PlanDialogProps) {
  const { migrate, language } = useMigrateWords();
  const { design } = useDesign();
  const { plan: said } = migrate;
  const moment = (at: string | null) => (at === null ? said.fresh : endText(at, today(), language));
  const standing = plan.tokens.filter(({ kind }) => kind !== 'process');
  return (
    <Dialog title={said.title(name)} onClose={onClose} wide>
      {plan.unmapped.length > 0 && (
        <Told title={said.unmapped} lines={plan.unmapped.map(({ elementId, reason }) => `${elementId}：${reason}`)} />
      )}
      <PlanTasks tasks={plan.tasks} />
      {standing.length > 0 && (
        <Told
          title={said.tokens}
          lines={[
            ...standing.map(({ elementId, name: at, before }) => {
              const now = at ? `${at}（${elementId}）` : elementId;
              return before === elementId ? `${now} · ${said.same}` : `${before ?? said.fresh} → ${now}`;
            }),
            ...plan.held.map(({ elementId, flow, tokens }) => said.held(`${elementId} ← ${flow}`, tokens)),
          ]}
        />
      )}
      {plan.alarms.length > 0 && (
        <>
          <h3>{said.alarms}</h3>
          <table className="plain-table" aria-label={said.alarms}>
            <thead>
              <tr>
                <th scope="col">{said.what}</th>
                <th scope="col">{said.before}</th>
                <th scope="col">{said.after}</th>
              </tr>
            </thead>
            <tbody>
              {plan.alarms.map(({ id, elementId, kind, level, at, before }) => (
                <tr key={id}>
                  <td>
                    {design.trial.alarmKinds[kind]}
                    {(level ?? 0) > 0 && ` L${level}`} <code>{elementId}</code>
                  </td>
                  <td className="nowrap">{moment(before)}</td>
                  <td className="nowrap">{at === before ? said.same : moment(at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <Told
        title={said.waits}
        lines={plan.waits.map(({ elementId, name: called, before }) =>
          before === elementId
            ? `${called ?? elementId} · ${said.same}`
            : `${before ?? said.fresh} → ${called ?? ''} ${elementId}`,
        )}
      />
      <Told
        title={said.dropped}
        lines={plan.dropped.map(
          ({ kind, elementId, name: called, at }) =>
            `${said.kinds[kind]} ${called ?? elementId}${at === null ? '' : ` ${moment(at)}`}`,
        )}
      />
      <Told title={migrate.job.notes} lines={plan.notes.map(({ elementId, message }) => `${elementId}：${message}`)} />
    </Dialog>
  );
}

function Told({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="told">
        {lines.map((line, at) => (
          <li key={`${at} ${line}`}>{line}</li>
        ))}
      </ul>
    </>
  );
}
