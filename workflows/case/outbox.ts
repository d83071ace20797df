import type { CaseEnvironment } from '../../engine/advance.types.ts';
import type { Command } from '../../engine/command.ts';
import type { Effect } from '../../engine/effect.ts';
import type { RecordRow } from '../../engine/view.ts';
import { effectIdOf } from './effect-id.ts';

/** A record of this ledger is a line for a dossier: it goes there once the step is known to be durable. */
const dossierLedger = 'dossier';

/** What a procedure leaves to a dossier, as the outbox takes it there. */
export interface DossierRecord {
  readonly record: RecordRow;
  readonly seq: number;
  readonly actor: string | null;
  readonly procedure: string;
  /** Name of the step that left it. */
  readonly step: string | null;
}

interface Left {
  readonly caseId: string;
  readonly trial: boolean;
  readonly seq: number;
  readonly command: Command;
  readonly effects: readonly Effect[];
  readonly records: readonly RecordRow[];
}

/** What a step leaves for the outside: who is to be told, and lines for dossiers. A trial leaves no trace in one. */
export function outboxOf(
  { caseId, trial, seq, command, effects, records }: Left,
  environment: CaseEnvironment,
  procedure: string,
) {
  const told = effects
    .filter((effect) => effect.kind === 'notify' || effect.kind === 'tell')
    .map((effect) => ({ id: effectIdOf(caseId, effect), kind: effect.kind as string, payload: effect as unknown }));
  const lines = trial ? [] : records.filter(({ ledger }) => ledger === dossierLedger);
  return [
    ...told,
    ...lines.map((record, index) => {
      const payload: DossierRecord = {
        record,
        seq,
        actor: command.actor?.user ?? null,
        procedure,
        step: stepName(environment, record.elementId),
      };
      return { id: `${caseId}:dossier:${seq}.${index + 1}`, kind: dossierLedger, payload };
    }),
  ];
}

function stepName({ models }: CaseEnvironment, elementId: string | null): string | null {
  if (elementId === null) return null;
  for (const { elements } of Object.values(models)) {
    const element = elements[elementId];
    if (element) return element.name ?? element.id;
  }
  return null;
}
