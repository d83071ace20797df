import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { settingsToken } from '../settings.ts';
import type { Settings } from '../settings.ts';

export interface StoredFile {
  /** sha-256 of the content, the file's name in the store. */
  readonly hash: string;
  readonly size: number;
}

/** Files by the hash of their content: the same content is one file, and a row never points to a half-written one. */
@Injectable()
export class FileStore {
  private readonly folder: string;

  constructor(@Inject(settingsToken) { home }: Settings) {
    this.folder = join(home, 'files');
  }

  /** Temporary file, fsync, rename, fsync of the folder; whatever fails leaves nothing. */
  async put(content: AsyncIterable<Buffer>): Promise<StoredFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const temporary = join(this.folder, `.${randomUUID()}`);
    try {
      const stored = await this.write(content, temporary);
      await rename(temporary, join(this.folder, stored.hash));
      await this.syncFolder();
      return stored;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  read(hash: string): ReadStream {
    return createReadStream(this.pathOf(hash));
  }

  pathOf(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the name of a stored file');
    return join(this.folder, hash);
  }

  private async syncFolder(): Promise<void> {
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  private async write(content: AsyncIterable<Buffer>, path: string): Promise<StoredFile> {
    const hash = createHash('sha256');
    const file = await open(path, 'wx', 0o600);
    let size = 0;
    try {
      for await (const chunk of content) {
        hash.update(chunk);
        size += chunk.length;
        await file.write(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { hash: hash.digest('hex'), size };
  }
}
