import { Http } from '../../../scenarios/http.ts';
import { HttpWorld } from '../../../scenarios/http-world.ts';
import type { SourceFile } from '../../../scenarios/engine-definitions.ts';
import type { World } from '../../../scenarios/world.ts';
import { signInAt } from '../demo/signed-in.ts';
import { startOwnProduct } from './own-product.ts';

export interface ServerWorlds {
  /** A world for one more scenario. */
  readonly fresh: () => World;
  stop(): Promise<void>;
}

/** The server at LIANDONG_URL, or one of one's own for the time being; the documents are published there first. */
export async function serverWorlds(
  environment: NodeJS.ProcessEnv,
  documents: readonly SourceFile[],
  print: (line: string) => void,
): Promise<ServerWorlds> {
  const given = environment['LIANDONG_URL'];
  if (given === undefined) print('… 启动一套自用的服务');
  const own = given === undefined ? await startOwnProduct(environment) : null;
  const base = (given ?? own?.url ?? '').replace(/\/$/, '');
  const stop = async (): Promise<void> => own?.stop();
  try {
    const signedIn = signInAt(base, environment['LIANDONG_DEMO_PASSWORD'] ?? 'liandong-demo');
    const designer: Http = await signedIn('designer');
    for (const { bytes } of documents) await designer.publish(bytes);
    return { fresh: () => new HttpWorld({ signedIn }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
