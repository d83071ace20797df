/**
 * `npm run import -- FILE…`: what of another engine's model was used, what its equal is, what has none, what it cannot be run
 * for; and the converted BPMN, which has its defects still.
 */
import { readFile } from 'node:fs/promises';
import type { Defect } from '../../domain/errors.ts';
import { importDocument } from '../../engine/compile/import.ts';
import { inUtf8 } from '../api/definitions/document-encoding.ts';
import { compileDecisions, isDecisionDocument } from '../../engine/decisions/compile.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('用法：npm run import -- 文件…（BPMN 或 DMN）；报告写到标准错误，转换后的 BPMN 写到标准输出');
  process.exitCode = 1;
}
for (const file of files) {
  const sound = await importFile(file);
  if (!sound) process.exitCode = 1;
}

async function importFile(file: string): Promise<boolean> {
  const bytes = inUtf8(await readFile(file));
  console.error(`── ${file}`);
  if (isDecisionDocument(bytes)) {
    const { decisions, defects, warnings } = await compileDecisions(bytes);
    tell(
      '决策',
      decisions.map(({ key, name }) => ({ code: key, message: name })),
    );
    tell('提示', warnings);
    tell('不能执行', defects);
    return defects.length === 0;
  }
  const { document, defects, warnings, imported } = await importDocument(bytes, {});
  const lost = warnings.filter(({ code }) => code === 'NOT_IMPORTED');
  tell('已采用', imported);
  tell('没有对应的写法', lost);
  tell(
    '提示',
    warnings.filter((one) => !lost.includes(one)),
  );
  tell('不能执行', defects);
  if (document !== null) console.log(document);
  return defects.length === 0;
}

function tell(title: string, all: readonly Defect[]): void {
  if (all.length === 0) return;
  console.error(`${title}（${all.length}）`);
  for (const { elementId, message } of all) console.error(`  ${elementId ? `${elementId}：` : ''}${message}`);
}
