import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ProblemAnswer, type ApiClient } from '../http-client.ts';
import type { Say } from '../say.ts';
import { drive } from './drive.ts';
import { stories, type Story } from './stories.ts';

export interface SeedCases {
  readonly client: ApiClient;
  /** Notes which stories are told, so that an interrupted start goes on with the rest. */
  readonly progressFile: string;
  readonly say: Say;
  readonly interrupted: AbortSignal;
}

interface Progress {
  /** The day the stories are counted from, in China: a start that goes on on a later day says the same. */
  readonly today: string;
  readonly told: readonly string[];
}

/** Marks a system that has just been peopled: the stories are to be told. */
export function expectCases(progressFile: string): void {
  if (!existsSync(progressFile)) write(progressFile, { today: chinaDay(Date.now()), told: [] });
}

/** Opens the demo city's cases and takes each to where its story stands, through the API like anybody; those told before are left alone. */
export async function seedCases({ client, progressFile, say, interrupted }: SeedCases): Promise<void> {
  if (!existsSync(progressFile)) return;
  const progress = JSON.parse(readFileSync(progressFile, 'utf8')) as Progress;
  const told = [...progress.told];
  const left = stories.filter(({ key }) => !told.includes(key));
  if (left.length === 0) return;
  say(`正在办理 ${left.length} 件示例案件…`, `Working on ${left.length} demo cases …`);
  for (const story of left) {
    interrupted.throwIfAborted();
    await tell(client, story, progress.today);
    told.push(story.key);
    write(progressFile, { ...progress, told });
  }
  say('示例案件已办好', 'The demo cases are in place');
}

function write(progressFile: string, progress: Progress): void {
  writeFileSync(`${progressFile}.new`, JSON.stringify(progress), { flush: true });
  renameSync(`${progressFile}.new`, progressFile);
}

async function tell(client: ApiClient, story: Story, today: string): Promise<void> {
  const { key, definitionKey, title, opener, startedDaysAgo, variables = {}, answers, until, steps, ending } = story;
  const startsOn = chinaDay(Date.parse(today) - startedDaysAgo * 86_400_000);
  const body = { definitionKey, title, startsOn, variables };
  const { id: caseId } = await client.call<{ id: string }>({
    as: opener,
    method: 'POST',
    path: '/cases',
    body,
    key: `demo:${key}`,
  });
  await drive(client, { caseId, opener, steps, today, ...(answers ? { answers } : {}), ...(until ? { until } : {}) });
  if (!ending) return;
  const path = `/cases/${encodeURIComponent(caseId)}/${ending.act}`;
  await client.call({
    as: ending.as,
    method: 'POST',
    path,
    body: { reason: ending.reason },
    key: `demo:${key}:${ending.act}`,
  });
}

const chinaDay = (at: number): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** What went wrong, for the line that tells it: the demo is not worth stopping the system for. */
export function troubleOf(error: unknown): string {
  return error instanceof ProblemAnswer
    ? `${error.message} ${JSON.stringify(error.problem.defects ?? '')}`
    : String(error);
}
