import type { DutyItem } from '../../../domain/duty.ts';
import { readCompletion } from '../../../domain/duty-day.ts';
import { readOpening } from '../../../domain/opening-day.ts';
import type { Numbered } from '../../../domain/registry-import.ts';
import type { SheetDefect } from '../sheets/columns.ts';
import { dutyColumns } from './duty.columns.ts';
import type { DutyLine } from './duty.columns.ts';

/** What names on a sheet may stand for. */
export interface KnownNames {
  /** Ids of agencies by id and by name. */
  readonly agencies: ReadonlyMap<string, string>;
  /** Ids of all units of a category today, by the category's name: “乡镇（街道）” stands for every one of them. */
  readonly categories: ReadonlyMap<string, readonly string[]>;
  /** Keys of roles by key and by name. */
  readonly roles: ReadonlyMap<string, string>;
}

type Field = keyof DutyLine;
type Complaint = { readonly field: Field; readonly code: string; readonly message: string };

/** The items that lines say, or everything that is wrong with them. */
export function itemsOf(lines: readonly Numbered<DutyLine>[], names: KnownNames, year: number) {
  const items: DutyItem[] = [];
  const defects: SheetDefect[] = [];
  const seen = new Set<string>();
  for (const { number, line } of lines) {
    const complaints = [...complaintsOf(line, names, year), ...(seen.has(line.no) ? [twice(line.no)] : [])];
    seen.add(line.no);
    defects.push(
      ...complaints.map(({ field, code, message }) => ({
        row: number,
        column: dutyColumns[field].header,
        code,
        message,
      })),
    );
    if (complaints.length === 0) items.push(itemOf(line, names));
  }
  return { items, defects };
}

const twice = (no: string): Complaint => ({ field: 'no', code: 'DUPLICATE_LINE', message: `编号“${no}”出现两次` });

function complaintsOf(line: DutyLine, names: KnownNames, year: number): readonly Complaint[] {
  const opening = readOpening(line.opens, line.cycle);
  return [
    ...unknownIn('leads', line.leads, (name) => agenciesOf(name, names).length > 0),
    ...unknownIn('helpers', line.helpers, (name) => names.agencies.has(name)),
    ...(line.leads.length === 0 ? [complaint('leads', 'EMPTY_CELL', '不能为空')] : []),
    ...(line.role !== null && !names.roles.has(line.role)
      ? [complaint('role', 'UNKNOWN_ROLE', `没有“${line.role}”这个岗位`)]
      : []),
    ...(opening && opening.kind !== 'after' ? [] : [complaint('opens', 'WRONG_CELL', openingHint)]),
    ...(opening?.kind === 'date' && !opening.date.startsWith(`${year}-`)
      ? [complaint('opens', 'OUTSIDE_YEAR', `开启日不在 ${year} 年内`)]
      : []),
    ...(opening?.kind === 'date' && line.cycle !== 'once'
      ? [complaint('opens', 'WRONG_CELL', '周期不是“一次”的，开启日不能写成日期')]
      : []),
    ...(readCompletion(line.within) ? [] : [complaint('within', 'WRONG_CELL', completionHint)]),
  ];
}

const complaint = (field: Field, code: string, message: string): Complaint => ({ field, code, message });
const openingHint =
  '可写作“第1个工作日”“最后1个工作日”“倒数第5个工作日”“10日”，前面可加“第2月”；周期是“一次”的写日期，如 2026-06-30';
const completionHint = '可写作“10个工作日”“15日”“期末”“期末后10日”';

const unknownIn = (field: Field, given: readonly string[], isKnown: (name: string) => boolean): readonly Complaint[] =>
  given.filter((name) => !isKnown(name)).map((name) => complaint(field, 'UNKNOWN_AGENCY', `没有“${name}”这个单位`));

function agenciesOf(name: string, { agencies, categories }: KnownNames): readonly string[] {
  const one = agencies.get(name);
  return one === undefined ? (categories.get(name) ?? []) : [one];
}

function itemOf(line: DutyLine, names: KnownNames): DutyItem {
  return {
    ...line,
    leads: [...new Set(line.leads.flatMap((name) => agenciesOf(name, names)))].toSorted(),
    helpers: [...new Set(line.helpers.flatMap((name) => names.agencies.get(name) ?? []))].toSorted(),
    role: line.role === null ? null : (names.roles.get(line.role) ?? null),
  };
}
