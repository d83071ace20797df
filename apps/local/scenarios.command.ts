/** `npm run scenarios -- [FILE|FOLDER…]`: plays scenarios in the engine alone, with --server on the real server beside it. docs/scenarios.md tells all. */
import { parseArgs } from 'node:util';
import { definitionsOf, shippedFiles, Unpublishable } from '../../scenarios/engine-definitions.ts';
import { narratorTo, silent } from '../../scenarios/narrator.ts';
import { Unreadable } from '../../scenarios/read-scenarios.ts';
import { scenariosOf } from '../../scenarios/scenario-files.ts';
import { Surprise } from '../../scenarios/surprise.ts';
import { chosenFiles } from './scenarios/chosen-files.ts';
import { drawCoverage } from './scenarios/draw-coverage.ts';
import { runScenarios } from './scenarios/run-scenarios.ts';
import { serverWorlds } from './scenarios/server-worlds.ts';
import { coverageLines } from './scenarios/tell-coverage.ts';

const print = (line: string): void => console.log(line);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'boolean', default: false },
      coverage: { type: 'boolean', default: false },
      picture: { type: 'string' },
      tell: { type: 'boolean', default: false },
    },
  });
  const { documents, scenarios: files } = chosenFiles(positionals);
  const sources = [...shippedFiles(), ...documents];
  const definitions = await definitionsOf(sources);
  const scenarios = scenariosOf(files);
  if (scenarios.length === 0) throw new Surprise('没有场景：请给出 YAML 文件，或旁边有同名 YAML 的 BPMN 文件');
  const server = values.server ? await serverWorlds(process.env, documents, print) : null;
  try {
    const narrator = values.tell ? narratorTo(print) : silent;
    const { failed, covered } = await runScenarios(scenarios, {
      definitions,
      narrator,
      print,
      ...(server ? { onServer: server.fresh } : {}),
    });
    if (values.coverage) coverageLines(covered).forEach(print);
    if (values.picture !== undefined) (await drawCoverage(values.picture, covered, sources)).forEach(print);
    const where = server ? '引擎与服务器' : '引擎';
    print(`${scenarios.length - failed} 个场景在${where}里走通，${failed} 个没有`);
    return failed === 0 ? 0 : 1;
  } finally {
    await server?.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof Unreadable || error instanceof Unpublishable || error instanceof Surprise;
  console.error(
    expected || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
      ? `✗ ${(error as Error).message}`
      : error,
  );
  process.exitCode = 2;
}
