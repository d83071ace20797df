import { Http } from './http.ts';
import { HttpWorld } from './http-world.ts';
import { narratorTo } from './narrator.ts';
import { play } from './play.ts';
import { stories } from './stories/all.ts';
import { Surprise } from './surprise.ts';

/** Plays every story against the running product. Throws Surprise, named with its story, at the first thing that goes otherwise. */
export async function tour(environment: NodeJS.ProcessEnv, wanted: readonly string[], print: (line: string) => void) {
  const base = environment['LIANDONG_URL'] ?? `http://127.0.0.1:${environment['PORT'] ?? 3000}`;
  const signedIn = accountsAt(base.replace(/\/$/, ''), environment['LIANDONG_DEMO_PASSWORD'] ?? 'liandong-demo');
  const chosen = stories.filter(({ title }) => wanted.length === 0 || wanted.some((one) => title.includes(one)));
  if (chosen.length === 0) throw new Surprise(`没有名称含“${wanted.join('、')}”的故事`);
  for (const story of chosen) {
    try {
      await play(story, new HttpWorld(signedIn), narratorTo(print));
    } catch (error) {
      if (error instanceof Surprise) throw new Surprise(`【${story.title}】${error.message}`);
      throw error;
    }
  }
  print(`\n${chosen.length} 个故事全部按规则走完。`);
}

/** Signs every account in once. */
function accountsAt(base: string, password: string): (username: string) => Promise<Http> {
  const known = new Map<string, Promise<Http>>();
  return (username) => {
    const already = known.get(username) ?? Http.signIn(base, username, password);
    known.set(username, already);
    return already;
  };
}
