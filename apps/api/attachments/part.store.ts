import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { settingsToken } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { FileStore } from './file.store.ts';
import type { StoredFile } from './file.store.ts';

interface Written {
  readonly written: number;
  /** Why the piece did not arrive whole. */
  readonly fault: Error | null;
}

/** The parts of files that are on their way. */
@Injectable()
export class PartStore {
  private readonly folder: string;

  constructor(
    @Inject(settingsToken) { home }: Settings,
    @Inject(FileStore) private readonly files: FileStore,
  ) {
    this.folder = join(home, 'files', 'parts');
  }

  /** Writes at the offset, whatever was there; more than `most` bytes are refused. What arrived before a fault counts. */
  async write(id: string, offset: number, content: Readable, most: number): Promise<Written> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(this.place(id), offset === 0 ? 'w' : 'r+', 0o600);
    let written = 0;
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        if (written + chunk.length > most)
          return { written, fault: new CaseError('TOO_LARGE', `这一段最多 ${most} 字节`) };
        await file.write(chunk, 0, chunk.length, offset + written);
        written += chunk.length;
      }
      return { written, fault: null };
    } catch (error) {
      return { written, fault: error as Error };
    } finally {
      await file.close();
    }
  }

  /** The whole file goes to the store under the hash of its content. */
  store(id: string): Promise<StoredFile> {
    return this.files.put(createReadStream(this.place(id)) as AsyncIterable<Buffer>);
  }

  async forget(id: string): Promise<void> {
    await rm(this.place(id), { force: true });
  }

  private place(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not the id of an upload');
    return join(this.folder, id);
  }
}
