import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { zhCN } from 'zod/locales';
import { withLocalDays, type BusinessCalendar } from '../domain/calendar.ts';
import { CaseError, type Defect } from '../domain/errors.ts';
import type { Ladder, Period } from '../domain/period.ts';
import type { Rulebook } from '../engine/command.ts';
import { calendarSchema, ladderSchema, periodSchema } from './schema.ts';

const inChinese = zhCN().localeError;
const here = new URL('./', import.meta.url);

/**
 * Periods, ladders and calendars of a folder like this one, checked whole.
 * Throws CaseError INVALID_RULEBOOK with every defect, each with its file and key.
 */
export function loadRulebook(folder: URL = here): Rulebook {
  const defects: Defect[] = [];
  const periods = entriesOf<Omit<Period, 'key'>>(folder, 'periods.yaml', periodSchema, defects);
  const ladders = entriesOf<Omit<Ladder, 'key'>>(folder, 'ladders.yaml', ladderSchema, defects);
  const calendars = calendarsOf(folder, defects);
  defects.push(...danglingLadders(periods, ladders));
  if (defects.length > 0) {
    const lines = defects.map(({ path, message }) => `${path}：${message}`);
    throw new CaseError('INVALID_RULEBOOK', `规则数据有 ${defects.length} 处错误：${lines.join('；')}`, { defects });
  }
  return { version: 1, periods: keyed(periods.valid), ladders: keyed(ladders.valid), calendars };
}

interface Entries<T> {
  readonly valid: Readonly<Record<string, T>>;
  /** Every key of the file, also of entries that are not valid; null when the file cannot be read. */
  readonly keys: ReadonlySet<string> | null;
}

/** Every entry of a mapping, judged alone so that one wrong entry does not hide the next. */
function entriesOf<T>(folder: URL, file: string, schema: z.ZodType<T>, defects: Defect[]): Entries<T> {
  const content = contentOf(folder, file, defects);
  if (content === undefined) return { valid: {}, keys: null };
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    defects.push({ code: 'NOT_A_MAPPING', path: file, message: '应为键值对' });
    return { valid: {}, keys: null };
  }
  const valid: Record<string, T> = {};
  for (const [key, entry] of Object.entries(content)) {
    const parsed = checked(schema, entry, `${file} ${key}`, defects);
    if (parsed !== null) valid[key] = parsed;
  }
  return { valid, keys: new Set(Object.keys(content)) };
}

/** The default calendar, and each agency's with its own days laid over it. */
function calendarsOf(folder: URL, defects: Defect[]): Record<string, BusinessCalendar> {
  const calendars: Record<string, BusinessCalendar> = {};
  for (const name of readdirSync(new URL('calendars/', folder)).filter((file) => file.endsWith('.yaml'))) {
    const file = `calendars/${name}`;
    const content = contentOf(folder, file, defects);
    const calendar = content === undefined ? null : checked(calendarSchema, content, file, defects);
    if (calendar === null) continue;
    if (`${calendar.id}.yaml` === name) calendars[calendar.id] = calendar;
    else defects.push({ code: 'WRONG_NAME', path: `${file} id`, message: `与文件名不符：“${calendar.id}”` });
  }
  const base = calendars['default'];
  if (!base) {
    defects.push({ code: 'NO_DEFAULT', path: 'calendars/default.yaml', message: '缺少默认日历' });
    return calendars;
  }
  const local = Object.values(calendars).filter(({ id }) => id !== 'default');
  return { default: base, ...Object.fromEntries(local.map((own) => [own.id, withLocalDays(base, own)])) };
}

function danglingLadders(periods: Entries<Omit<Period, 'key'>>, ladders: Entries<unknown>): Defect[] {
  const { keys } = ladders;
  if (keys === null) return [];
  const required = ['standard', 'custody', 'hours'].filter((key) => !keys.has(key));
  const dangling = Object.entries(periods.valid).filter(([, { ladder }]) => ladder !== undefined && !keys.has(ladder));
  return [
    ...required.map((key) => ({ code: 'NO_LADDER', path: 'ladders.yaml', message: `缺少阶梯“${key}”` })),
    ...dangling.map(([key, { ladder }]) => {
      return { code: 'UNKNOWN_LADDER', path: `periods.yaml ${key}.ladder`, message: `没有阶梯“${ladder}”` };
    }),
  ];
}

/** Undefined when the file is no YAML, which is then among the defects. */
function contentOf(folder: URL, file: string, defects: Defect[]): unknown {
  const document = parseDocument(readFileSync(new URL(file, folder), 'utf8'));
  defects.push(...document.errors.map(({ code, message }) => ({ code, path: file, message })));
  return document.errors.length > 0 ? undefined : document.toJS();
}

function checked<T>(schema: z.ZodType<T>, content: unknown, path: string, defects: Defect[]): T | null {
  const parsed = schema.safeParse(content, { error: inChinese });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    defects.push({ code: 'INVALID', path: [path, ...issue.path].join('.'), message: issue.message });
  }
  return null;
}

function keyed<T>(entries: Readonly<Record<string, T>>): Record<string, T & { readonly key: string }> {
  return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, { key, ...entry }]));
}
