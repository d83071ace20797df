import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { CaseOpening } from '../cases/case.opening.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Previewed } from '../commands/preview.ts';
import type { SheetDefect } from '../sheets/columns.ts';
import { IntakeQueries } from './intake.queries.ts';
import { IntakeReading } from './intake.reading.ts';
import type { IntakeLine, Procedure } from './intake.reading.ts';
import { IntakeRunner } from './intake.runner.ts';
import type { Intake, IntakeList, IntakeListQuery, TriedIntake } from './intake.schema.ts';

interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}
type Foreseen = TriedIntake['cases'][number];

/** Rows that are looked at side by side. */
const side = 8;
const mostDefects = 200;
const patience = 10_000;
const pace = 50;

/** Many cases from one sheet: every row is judged as if it were opened alone, one that is wrong keeps all of them out. */
@Injectable()
export class IntakeService {
  constructor(
    @Inject(IntakeReading) private readonly reading: IntakeReading,
    @Inject(IntakeQueries) private readonly queries: IntakeQueries,
    @Inject(IntakeRunner) private readonly runner: IntakeRunner,
    @Inject(CaseOpening) private readonly opening: CaseOpening,
  ) {}

  async tried(key: string, file: SentFile, caller: Caller, envelope: Envelope): Promise<TriedIntake> {
    const procedure = await this.reading.procedure(key);
    const { cases, defects } = await this.judged(procedure, file, caller, envelope);
    const before = await this.queries.before(caller.user, hashOf(file));
    return {
      dryRun: true,
      fileName: file.name,
      definitionKey: key,
      version: procedure.version,
      cases,
      defects: defects.slice(0, mostDefects),
      before: before === null ? null : isoOf(before),
    };
  }

  async bring(key: string, file: SentFile, caller: Caller, envelope: Envelope): Promise<Intake> {
    const id = `i-${envelope.id}`;
    if (!(await this.queries.one(id, caller.user))) {
      const procedure = await this.reading.procedure(key);
      const { lines, defects } = await this.judged(procedure, file, caller, envelope);
      if (defects.length > 0) throw refused(defects);
      const order = { id, definitionKey: key, version: procedure.version, fileName: file.name, hash: hashOf(file) };
      await this.queries.create({ ...order, orderedBy: caller.user, receivedAt: envelope.receivedAt }, lines);
    }
    this.runner.begin();
    for (const until = Date.now() + patience; ; await pause(pace)) {
      const intake = await this.one(id, caller);
      if (intake.settled || Date.now() >= until) return intake;
    }
  }

  async one(id: string, caller: Caller): Promise<Intake> {
    const found = await this.queries.one(id, caller.user);
    if (!found) throw new CaseError('NOT_FOUND', '没有这次批量立案');
    return { ...shown(found), rows: [...(await this.queries.rows(id))] };
  }

  async list(caller: Caller, query: IntakeListQuery): Promise<IntakeList> {
    const { rows, ...page } = await this.queries.list(caller.user, query);
    return { ...page, items: rows.map(({ total, opened, ...row }) => ({ ...shown(row), total, opened })) };
  }

  private async judged(procedure: Procedure, { bytes }: SentFile, caller: Caller, envelope: Envelope) {
    const { lines, defects: unreadable } = await this.reading.lines(procedure, bytes);
    const cases: Foreseen[] = [];
    const defects: SheetDefect[] = [...unreadable, ...repeated(lines)];
    for (let from = 0; from < lines.length; from += side) {
      const next = lines.slice(from, from + side);
      const judged = await Promise.all(next.map((line) => this.foreseen(procedure, line, caller, envelope)));
      for (const one of judged) {
        if ('steps' in one) cases.push(one);
        else defects.push(...one.defects);
      }
    }
    return { lines, cases, defects: defects.toSorted((one, other) => one.row - other.row) };
  }

  /** What the row would open, or what is wrong with it. */
  private async foreseen(
    procedure: Procedure,
    { number, title, startsOn, variables }: IntakeLine,
    caller: Caller,
    envelope: Envelope,
  ): Promise<Foreseen | { readonly defects: readonly SheetDefect[] }> {
    const { key, version } = procedure;
    const opening = { definitionKey: key, version, title, startsOn, variables, trial: false };
    try {
      await this.opening.open(opening, caller, { ...envelope, preview: true });
    } catch (error) {
      if (error instanceof Previewed) return { number, title, startsOn, steps: error.preview.opened.map(stepOf) };
      if (!(error instanceof CaseError)) throw error;
      return { defects: defectsOf(error, number, procedure) };
    }
    throw new Error('a preview that opened a case');
  }
}

const hashOf = ({ bytes }: SentFile): string => createHash('sha256').update(bytes).digest('hex');

/** The form's defects stand in their columns, anything else at the row. */
function defectsOf({ code, message, details }: CaseError, row: number, { columns }: Procedure): readonly SheetDefect[] {
  const found = (details['defects'] ?? []) as readonly Defect[];
  const columnOf = ({ path = '' }: Defect) => columns[path.split('.')[1] ?? '']?.header ?? '';
  if (found.length === 0) return [{ row, column: '', code, message }];
  return found.map((one) => ({ row, column: columnOf(one), code: one.code, message: one.message }));
}

const stepOf = ({ name, agency, role, assignee, dueOn }: Foreseen['steps'][number]): Foreseen['steps'][number] => ({
  name,
  agency,
  role,
  assignee,
  dueOn,
});

/** Two rows that say the same are one case written twice. */
function repeated(lines: readonly IntakeLine[]): SheetDefect[] {
  const said = Map.groupBy(lines, ({ title, startsOn, variables }) => JSON.stringify([title, startsOn, variables]));
  return [...said.values()].flatMap(([first, ...more]) =>
    more.map(({ number }) => ({
      row: number,
      column: '',
      code: 'DUPLICATE_ROW',
      message: `与第 ${first?.number} 行完全相同`,
    })),
  );
}

const refused = (defects: readonly SheetDefect[]): CaseError =>
  new CaseError('INVALID_SHEET', `文件有 ${defects.length} 处错误，没有立任何一件案`, {
    defects: defects.slice(0, mostDefects).map(({ row, column, code, message }) => ({
      code,
      message: `第 ${row} 行${column === '' ? '' : ` ${column}`}：${message}`,
      path: `${row}.${column}`,
    })),
  });

function shown<
  Row extends { readonly receivedAt: number; readonly finishedAt: number | null; readonly orderedBy: string },
>(row: Row) {
  const { orderedBy: _, receivedAt, finishedAt, ...rest } = row;
  return {
    ...rest,
    receivedAt: isoOf(receivedAt),
    finishedAt: finishedAt === null ? null : isoOf(finishedAt),
    settled: finishedAt !== null,
  };
}
