import { createHash } from 'node:crypto';
import { drawSample } from '../../../../domain/sample.ts';
import type { SampleMember } from '../../../../domain/sample.ts';
import { none, same } from './check.ts';
import type { Check } from './check.ts';
import type { LedgerLine } from './ledgers.ts';
import { knownCases } from '../cases.ts';
import { pagesOf } from '../pages.ts';
import { reportsTitle } from '../reports.ts';
import type { Year } from '../year.types.ts';

interface Drawn {
  readonly size: number;
  readonly frameSize: number;
  readonly seed: string;
  readonly chosen: readonly string[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** Draws of one term, this one included. */
const drawsInTerm = 5;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 述责述廉: a fifth of all heads of the city, drawn so that anybody can draw it again, and everybody's turn comes within the term. */
export async function checkReports(of: Year): Promise<readonly Check[]> {
  const http = await of.signIn('cdi.head');
  const caseId = (await knownCases(of)).get(reportsTitle(of)) ?? '';
  const samples = await pagesOf<LedgerLine>(http, `/ledgers/sample?caseId=${caseId}`);
  const reports = await pagesOf<LedgerLine>(http, `/ledgers/report?caseId=${caseId}`);
  const drawn = samples.at(-1)?.data as unknown as Drawn;
  const frame = drawn.members.map(({ id, name }): SampleMember => ({ id, name }));
  const again = drawSample(frame, { share: 20, drawsLeft: drawsInTerm, seed: drawn.seed }, digest);
  const chosen = again.members.filter((member) => member.chosen).map(({ id }) => id);
  const heads = of.city.map(({ head }) => head.cadre);
  const missing = heads.filter((id) => !drawn.members.some((member) => member.id === id));
  return [
    none('述责述廉的总体包括每一名一把手', missing, heads.length),
    {
      name: '述责述廉抽取不少于 20%',
      holds: drawn.size >= drawn.frameSize * 0.2 && drawn.chosen.length === drawn.size,
      counted: `${drawn.size} / ${drawn.frameSize}`,
    },
    same('按抽签词重新抽取，名单相同', chosen.filter((id) => drawn.chosen.includes(id)).length, drawn.chosen.length),
    none('任期内人人轮到', withoutTurn(frame, drawn.seed), frame.length),
    none(
      '抽中的人各有且只有一份述责述廉',
      drawn.chosen.filter((id) => reports.filter(({ data }) => data['cadre'] === id).length !== 1),
      drawn.chosen.length,
    ),
  ];
}

/** Whoever would still wait when the draws of the term are over. */
function withoutTurn(frame: readonly SampleMember[], seed: string): readonly string[] {
  const covered = new Set<string>();
  for (let left = drawsInTerm; left > 0; left -= 1) {
    const members = frame.map((member) => ({ ...member, covered: covered.has(member.id) }));
    const draw = drawSample(members, { share: 20, drawsLeft: left, seed: `${seed}/${left}` }, digest);
    for (const { id, chosen } of draw.members) if (chosen) covered.add(id);
  }
  return frame.map(({ id }) => id).filter((id) => !covered.has(id));
}
