import { HttpWorld } from '../../../scenarios/http-world.ts';
import { narratorTo } from '../../../scenarios/narrator.ts';
import { play } from '../../../scenarios/play.ts';
import { Surprise } from '../../../scenarios/surprise.ts';
import { signInAt } from '../demo/signed-in.ts';
import { accountOf } from './accounts.ts';
import { shippedScenarios, stories } from './stories.ts';

/** Plays every story against the running product, with `--all` every scenario of this release. Throws Surprise, named with its story, at the first thing that goes otherwise. */
export async function tour(environment: NodeJS.ProcessEnv, wanted: readonly string[], print: (line: string) => void) {
  const base = environment['LIANDONG_URL'] ?? `http://127.0.0.1:${environment['PORT'] ?? 3000}`;
  const signedIn = signInAt(base.replace(/\/$/, ''), environment['LIANDONG_DEMO_PASSWORD'] ?? 'liandong-demo');
  const words = wanted.filter((one) => one !== '--all');
  const told = words.length === wanted.length ? stories : [...stories, ...shippedScenarios()];
  const chosen = told.filter(({ title }) => words.length === 0 || words.some((one) => title.includes(one)));
  if (chosen.length === 0) throw new Surprise(`没有名称含“${words.join('、')}”的故事`);
  for (const story of chosen) {
    try {
      await play(story, new HttpWorld({ signedIn, holderOf: accountOf }), narratorTo(print));
    } catch (error) {
      if (error instanceof Surprise) throw new Surprise(`【${story.title}】${error.message}`);
      throw error;
    }
  }
  print(`\n${chosen.length} 个故事全部按规则走完。`);
}
