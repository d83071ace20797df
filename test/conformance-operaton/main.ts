/**
 * `npm run conformance:operaton`: the traces of the conformance cases (test/e2e/conformance), played in Operaton on H2, and
 * what it does otherwise. Needs a JDK 17 and Maven with access to Maven Central; no part of CI. The outcome is kept in
 * results.json, from which docs/bpmn.md tells the differences; one without an explanation fails.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unexplained } from '../../apps/local/docs/engine-differences.ts';
import type { Trace } from '../e2e/conformance/recording-client.ts';
import { compared } from '../support/compare-traces.ts';
import type { Played } from '../support/compare-traces.ts';
import { inOperaton, untellable } from './dialect.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'liandong-operaton-'));
const at = (file: string): string => join(place, file);
const run = (command: string, args: readonly string[], cwd: string, env = {}): void => {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
};
type Named = Trace & { readonly name: string };

try {
  run('npx', ['vitest', 'run', '--project', 'engine', 'test/engine/conformance.test.ts'], root, {
    CONFORMANCE_TRACES: place,
  });
  const traces = JSON.parse(readFileSync(at('traces.json'), 'utf8')) as Named[];
  const told = traces.filter((trace) => untellable(trace) === null);
  writeFileSync(at('told.json'), JSON.stringify(told.map((trace) => ({ ...trace, xml: inOperaton(trace.xml) }))));
  run('mvn', ['-q', '-B', 'compile', 'dependency:build-classpath', `-Dmdep.outputFile=${at('classpath')}`], here);
  const classpath = `${join(here, 'target/classes')}:${readFileSync(at('classpath'), 'utf8')}`;
  run('java', ['-cp', classpath, 'liandong.Main', at('told.json'), at('results.json')], here);
  const results = compared(told, JSON.parse(readFileSync(at('results.json'), 'utf8')) as Played[]);
  const version = /<artifactId>operaton-engine<\/artifactId>\s*<version>([^<]+)/.exec(
    readFileSync(join(here, 'pom.xml'), 'utf8'),
  )?.[1];
  const untold = Object.fromEntries(
    [...Map.groupBy(traces, (trace) => untellable(trace))].flatMap(([why, some]) =>
      why === null ? [] : [[why, some.length]],
    ),
  );
  writeFileSync(
    join(here, 'results.json'),
    `${JSON.stringify({ engine: `Operaton ${version}`, untold, ...results }, null, 2)}\n`,
  );
  const open = unexplained('operaton', results.differences);
  console.log(
    `${results.same} of ${told.length} the same, ${results.differences.length} otherwise, ${open.length} unexplained`,
  );
  for (const one of open) console.log(JSON.stringify(one));
  process.exitCode = open.length === 0 ? 0 : 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
