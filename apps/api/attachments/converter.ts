import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { settingsToken } from '../settings.ts';
import type { Settings } from '../settings.ts';

const patience = 90_000;

/** No macros, and nothing is fetched that a document names. */
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
  <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
  <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
  <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"><value>true</value></prop></item>
</oor:items>`;

/** LibreOffice, where the machine has one: makes a PDF of a document, one at a time, and keeps it. */
@Injectable()
export class Converter {
  private readonly folder: string;
  private readonly program: string | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(@Inject(settingsToken) { home }: Settings) {
    this.folder = join(home, 'files', 'converted');
    this.program = programOnPath(process.env);
  }

  get available(): boolean {
    return this.program !== undefined;
  }

  /** Path of the PDF of a stored file. */
  async pdfOf({ path, hash, name }: { path: string; hash: string; name: string }): Promise<string> {
    const { program } = this;
    if (program === undefined)
      throw new CaseError('NO_CONVERTER', '本机没有安装 LibreOffice，不能在线查看这种文件，请下载后查看');
    const kept = join(this.folder, `${hash}.pdf`);
    if (existsSync(kept)) return kept;
    const turn = this.last.then(() => (existsSync(kept) ? undefined : this.convert(program, { path, name }, kept)));
    this.last = turn.catch(() => undefined);
    await turn;
    return kept;
  }

  private async convert(program: string, { path, name }: { path: string; name: string }, kept: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const place = await mkdtemp(join(tmpdir(), 'liandong-view-'));
    try {
      const source = join(place, `document${extname(name)}`);
      await copyFile(path, source);
      await mkdir(join(place, 'profile', 'user'), { recursive: true });
      await writeFile(join(place, 'profile', 'user', 'registrymodifications.xcu'), profile);
      await run(program, [
        `-env:UserInstallation=${pathToFileURL(join(place, 'profile')).href}`,
        '--headless',
        '--norestore',
        '--nologo',
        '--convert-to',
        'pdf',
        '--outdir',
        place,
        source,
      ]);
      const made = (await readdir(place)).find((file) => file.endsWith('.pdf'));
      if (made === undefined) throw new CaseError('NOT_CONVERTED', '这个文件不能转换，请下载后查看');
      await copyFile(join(place, made), `${kept}.new`);
      await rename(`${kept}.new`, kept);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }
}

function programOnPath({ PATH = '', LIANDONG_SOFFICE }: NodeJS.ProcessEnv): string | undefined {
  const candidates = PATH.split(delimiter).flatMap((folder) => [join(folder, 'soffice'), join(folder, 'libreoffice')]);
  return [...(LIANDONG_SOFFICE ? [LIANDONG_SOFFICE] : []), ...candidates].find((path) => existsSync(path));
}

/** Ends with the program; a program that hangs is ended with everything that it started. */
function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, patience);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new CaseError('NOT_CONVERTED', '这个文件不能转换，请下载后查看'));
    });
  });
}
