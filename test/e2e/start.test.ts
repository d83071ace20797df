import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive, processMark } from '../../apps/local/process-mark.ts';
import { freshFolder, pidsOf, startProduct, until, type Folder, type Product } from '../support/product.ts';

const parts = ['api', 'postgres', 'temporal', 'worker'];

/** One folder through its life: first start, faults, kill -9 of everything at once, second start. In order. */
describe('npm start', () => {
  let folder: Folder;
  let product: Product;
  let base: string;
  let token: string;

  beforeAll(async () => {
    folder = await freshFolder();
    base = `http://127.0.0.1:${folder.env['PORT']}/api`;
    product = startProduct({ ...folder.env, LIANDONG_DEMO: '1' });
    await product.ready();
  });
  afterAll(async () => {
    await product.interrupt();
    folder.remove();
  });

  const isReady = async (): Promise<boolean> => {
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    return answer?.ok ?? false;
  };

  it('says in both languages where everything is, who may sign in and how to stop', () => {
    const output = product.output();
    expect(output).toContain('联动已就绪  Liandong is ready');
    expect(output).toContain(base);
    expect(output).toContain(folder.home);
    expect(output).toMatch(/Temporal .* http:\/\/127\.0\.0\.1:\d+/);
    expect(output).toContain('cdi.intake cdi.intake2');
    expect(output).toContain('Ctrl-C');
  });

  it('lets a demo account sign in', async () => {
    const answer = await fetch(`${base}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'designer', password: 'liandong-demo' }),
    });
    expect(answer.status).toBe(200);
    token = ((await answer.json()) as { accessToken: string }).accessToken;
  });

  it('is refused a second time on the same folder, and the first goes on', async () => {
    const second = startProduct({ ...folder.env, PORT: '0' });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(
      `Liandong is already running on this data folder (process ${product.process.pid})`,
    );
    expect(await isReady()).toBe(true);
  });

  it.each(parts)('brings %s back after kill -9 of it', async (part) => {
    const killed = pidsOf(folder.home)[part] ?? 0;
    process.kill(killed, 'SIGKILL');
    await until(() => (pidsOf(folder.home)[part] ?? killed) !== killed);
    await until(isReady);
    expect(product.output()).toMatch(/ended unexpectedly/);
  });

  it.each(['postgres', 'temporal'])('brings %s back after kill -9 of its guardian', async (part) => {
    const killed = pidsOf(folder.home)[part] ?? 0;
    const guardian = execFileSync('ps', ['-o', 'ppid=', '-p', String(killed)], { encoding: 'utf8' });
    process.kill(Number(guardian), 'SIGKILL');
    await until(() => (pidsOf(folder.home)[part] ?? killed) !== killed);
    await until(isReady);
    expect(processMark(killed)).toBeUndefined();
  });

  it('takes everything with it when it is killed with -9, and starts again on what was there', async () => {
    const left = parts
      .map((part) => pidsOf(folder.home)[part] ?? 0)
      .map((pid) => ({ pid, mark: processMark(pid) ?? '' }));
    process.kill(product.process.pid ?? 0, 'SIGKILL');
    await until(() => !left.some(isAlive));
    product = startProduct({ ...folder.env, LIANDONG_DEMO: '1' });
    const took = await product.ready();
    expect(took).toBeLessThan(30_000); // 15 s on a machine that does nothing else
    const me = await fetch(`${base}/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(200);
  });

  it('stops at Ctrl-C with everything it started and exit code 0', async () => {
    const pids = parts.map((part) => pidsOf(folder.home)[part] ?? 0);
    expect(await product.interrupt()).toBe(0);
    expect(pids.map(processMark)).toEqual(parts.map(() => undefined));
    expect(Object.keys(pidsOf(folder.home))).toEqual([]);
  });
});
