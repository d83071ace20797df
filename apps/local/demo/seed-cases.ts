import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Answer } from '../../../scenarios/scenario.ts';
import type { Say } from '../say.ts';
import { holderIn } from '../year/city/holder.ts';
import { walk } from '../year/walk.ts';
import { closedCases } from './closed-stories.ts';
import { drive, type SignIn } from './drive.ts';
import { seedDuties } from './seed-duties.ts';
import { seedPlatform } from './seed-platform.ts';
import { seedRecurring } from './seed-recurring.ts';
import { seedRegistry } from './seed-registry.ts';
import { demoCases, type DemoCase } from './stories.ts';

export interface SeedCases {
  readonly signIn: SignIn;
  /** Notes which cases are opened and done, so that an interrupted start goes on with the rest. */
  readonly progressFile: string;
  readonly say: Say;
  readonly interrupted: AbortSignal;
}

interface Progress {
  /** Case ids by the demo case's key. */
  readonly opened: Record<string, string>;
  readonly done: string[];
  /** The registry's sheets are in. */
  registered?: boolean;
}

/** Marks a system that has just been peopled: its cases are to be opened. */
export function expectCases(progressFile: string): void {
  if (!existsSync(progressFile)) write(progressFile, { opened: {}, done: [] });
}

/** Registers the demo city's units and persons, opens its cases and takes each to where it stands, through the API like anybody; does nothing when all are done. */
export async function seedCases({ signIn, progressFile, say, interrupted }: SeedCases): Promise<void> {
  if (!existsSync(progressFile)) return;
  const progress = JSON.parse(readFileSync(progressFile, 'utf8')) as Progress;
  await register(signIn, progress, { progressFile, say });
  const left = [...demoCases, ...closedCases].filter(({ key }) => !progress.done.includes(key));
  if (left.length === 0) return;
  say(`正在办理 ${left.length} 件示例案件…`, `Working on ${left.length} demo cases …`);
  const troubles: string[] = [];
  for (const one of left) {
    interrupted.throwIfAborted();
    try {
      const id = (progress.opened[one.key] ??= await open(signIn, one));
      write(progressFile, progress);
      await (one.whole ? finish(signIn, id, one) : drive(signIn, id, one));
      await end(signIn, id, one);
      progress.done.push(one.key);
      write(progressFile, progress);
    } catch (error) {
      troubles.push(`${one.title}: ${(error as Error).message}`);
    }
  }
  if (troubles.length === 0) return say('示例案件已办好', 'The demo cases are in place');
  say(
    `有 ${troubles.length} 件示例案件没有办完，下次启动时继续：`,
    `Not all demo cases are complete, the next start goes on:`,
  );
  say('', troubles.join('\n'));
}

async function register(
  signIn: SignIn,
  progress: Progress,
  { progressFile, say }: Pick<SeedCases, 'progressFile' | 'say'>,
) {
  if (progress.registered) return;
  try {
    await seedRegistry(signIn);
    await seedDuties(signIn);
    await seedRecurring(signIn);
    await seedPlatform(signIn);
    progress.registered = true;
    write(progressFile, progress);
  } catch (error) {
    say(
      '示例名册没有载入，下次启动时再试：',
      `The demo registry is not in place, the next start tries again:\n${(error as Error).message}`,
    );
  }
}

async function open(signIn: SignIn, { definitionKey, title, opener, startedDaysAgo, variables = {} }: DemoCase) {
  const startsOn = chinaDay(Date.now() - startedDaysAgo * 86_400_000);
  const body = { definitionKey, title, startsOn, variables };
  return ((await (await signIn(opener)).post('/cases', body)) as { id: string }).id;
}

/** With all its child cases; called again it goes on where it was. */
async function finish(signIn: SignIn, caseId: string, { opener, steps, leave = [], answers = {} }: DemoCase) {
  const holderOf = holderIn([]);
  const answer = ({ elementId }: { readonly elementId: string }, usual: Answer) => answers[elementId] ?? usual;
  await walk({ signIn, holderOf }, { caseId, opener, steps, leave, answer });
}

async function end(signIn: SignIn, id: string, { ending }: DemoCase): Promise<void> {
  if (!ending) return;
  await (await signIn(ending.as)).post(`/cases/${id}/${ending.act}`, { reason: ending.reason });
}

function write(progressFile: string, progress: Progress): void {
  writeFileSync(`${progressFile}.new`, JSON.stringify(progress), { flush: true });
  renameSync(`${progressFile}.new`, progressFile);
}

const chinaDay = (at: number): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
