import type { Json } from '../command.ts';
import type { DecisionForm } from '../model.ts';
import { Stuck } from '../stuck.ts';
import type { Decided } from './decide.ts';

/** A decision's result in the form that a business rule task asks for; by its hit policy where it asks for none. */
export function inForm(key: string, { value, hits }: Decided, form: DecisionForm | undefined): Json {
  if (form === undefined) return value;
  const results = hits?.map(({ outputs }) => outputs) ?? [{ value }];
  const entries = results.map((one) => Object.values(one));
  if (form === 'resultList') return results;
  if (form === 'collectEntries') {
    if (entries.some((one) => one.length > 1)) throw tooMany(key, '有几个输出列');
    return entries.map(([only]) => only ?? null);
  }
  if (results.length > 1) throw tooMany(key, `命中了 ${results.length} 条规则`);
  if (form === 'singleResult') return results[0] ?? null;
  if ((entries[0]?.length ?? 0) > 1) throw tooMany(key, '有几个输出列');
  return entries[0]?.[0] ?? null;
}

const tooMany = (key: string, what: string): Stuck =>
  new Stuck(
    'DECISION_NOT_SINGLE',
    `决策“${key}”${what}，而步骤只要一个结果`,
    '更正案件变量后重试；或发布改正后的决策表和流程并迁移案件',
  );
