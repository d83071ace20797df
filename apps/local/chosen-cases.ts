import { parseArgs } from 'node:util';

/** `--all`, or `--case` once or several times with a number or an id. Ends the command with a sentence when neither is given. */
export function chosenCases(name: string): readonly string[] | 'all' {
  const { values } = parseArgs({ options: { all: { type: 'boolean' }, case: { type: 'string', multiple: true } } });
  if (values.all) return 'all';
  if (values.case) return values.case;
  console.error(`请指明案件：npm run ${name} -- --all，或 npm run ${name} -- --case 案号`);
  process.exit(2);
}
