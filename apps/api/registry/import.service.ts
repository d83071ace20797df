import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { bringAll, bringCadre, bringPortfolio, bringUnit } from '../../../domain/registry-import.ts';
import type { Bring, Brought } from '../../../domain/registry-import.ts';
import type { Registry } from '../../../domain/registry.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { linesOf } from '../sheets/columns.ts';
import type { Columns, SheetDefect } from '../sheets/columns.ts';
import { SheetReader } from '../sheets/sheet.reader.ts';
import type { Sheet } from '../sheets/sheet.types.ts';
import { cadreColumns, portfolioColumns, unitColumns } from './import.columns.ts';
import type { ImportKind, ImportQuery, ImportReport } from './import.schema.ts';
import { RegistryStore } from './registry.store.ts';

interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** How a sheet of one kind becomes a rule on the registry. */
type Reading = (sheet: Sheet) => {
  readonly lines: number;
  readonly defects: readonly SheetDefect[];
  readonly bring: (registry: Registry) => Brought;
  readonly headerOf: (field: string) => string;
};

function reading<Line extends object>(
  columns: Columns<Line>,
  bring: Bring<Line>,
  isKnown: (registry: Registry, line: Line) => boolean,
): Reading {
  return (sheet) => {
    const { lines, defects } = linesOf(sheet, columns);
    return {
      lines: lines.length,
      defects,
      bring: (registry) => bringAll(registry, lines, bring, isKnown),
      headerOf: (field) => columns[field as keyof Line]?.header ?? '',
    };
  };
}

const readings: Readonly<Record<ImportKind, Reading>> = {
  units: reading(unitColumns, bringUnit, ({ units }, { id }) => units.has(id)),
  cadres: reading(cadreColumns, bringCadre, ({ cadres }, { id }) => cadres.has(id)),
  portfolios: reading(portfolioColumns, bringPortfolio, ({ cadres }, { leader, unit, since }) =>
    (cadres.get(leader)?.portfolios ?? []).some((one) => one.unit === unit && one.since === since),
  ),
};

/** Whole files into the registry: every line is judged, one that is wrong keeps all of them out. */
@Injectable()
export class ImportService {
  constructor(
    @Inject(SheetReader) private readonly sheets: SheetReader,
    @Inject(RegistryStore) private readonly store: RegistryStore,
    @Inject(Database) private readonly database: Database,
  ) {}

  async bring(
    kind: ImportKind,
    file: SentFile,
    { dryRun, reason = '' }: ImportQuery,
    caller: Caller,
  ): Promise<ImportReport> {
    const read = readings[kind](await this.sheets.read(file.bytes));
    const importId = randomUUID();
    let brought: Brought | undefined;
    const rule = (registry: Registry): Registry => {
      brought = read.bring(registry);
      const defects = [...read.defects, ...brought.defects.map((defect) => shown(defect, read.headerOf))];
      if (defects.length > 0 && !dryRun) throw refused(defects);
      return brought.registry;
    };
    const change = { act: 'imported', by: caller.user, reason, importId, preview: dryRun };
    const differences = await this.store.change(change, rule);
    const report = reportOf(kind, file, { dryRun, read, brought });
    if (!dryRun && differences.length > 0) await this.keep(importId, file, report, caller);
    return report;
  }

  private async keep(
    id: string,
    { name, bytes }: SentFile,
    { kind, added, changed, unchanged }: ImportReport,
    caller: Caller,
  ) {
    await this.database.rows(
      `insert into registry_import (id, kind, file_name, hash, counts, imported_by, imported_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        kind,
        name,
        createHash('sha256').update(bytes).digest('hex'),
        JSON.stringify({ added, changed, unchanged }),
        caller.user,
        new Date(),
      ],
    );
  }
}

const mostDefects = 200;

const refused = (defects: readonly SheetDefect[]): CaseError =>
  new CaseError('INVALID_SHEET', `文件有 ${defects.length} 处错误，没有导入任何一行`, {
    defects: defects.slice(0, mostDefects).map(({ row, column, code, message }) => ({
      code,
      message: `第 ${row} 行${column === '' ? '' : ` ${column}`}：${message}`,
      path: `${row}.${column}`,
    })),
  });

const shown = (
  { number, field, code, message }: Brought['defects'][number],
  headerOf: (field: string) => string,
): SheetDefect => ({ row: number, column: headerOf(field), code, message });

function reportOf(
  kind: ImportKind,
  { name }: SentFile,
  { dryRun, read, brought }: { dryRun: boolean; read: ReturnType<Reading>; brought: Brought | undefined },
): ImportReport {
  const outcomes = [...(brought?.outcomes.values() ?? [])];
  const count = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length;
  const defects = [...read.defects, ...(brought?.defects ?? []).map((defect) => shown(defect, read.headerOf))];
  return {
    kind,
    fileName: name,
    dryRun,
    lines: read.lines + new Set(read.defects.map(({ row }) => row)).size,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    defects: defects.toSorted((a, b) => a.row - b.row).slice(0, mostDefects),
  };
}
