import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { ReadReply, ReadRequest, Sheet } from './sheet.types.ts';

const timeLimit = 30_000;
/** Files that are read at the same time; others wait their turn. */
const atOnce = 2;

/** Reads what people send from Excel: in a thread of its own with little memory, so that a wicked file costs that thread. */
@Injectable()
export class SheetReader {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  async read(bytes: Uint8Array, rowLimit = 20_000): Promise<Sheet> {
    await this.turn();
    try {
      const reply = await readInThread({ bytes, rowLimit });
      if ('code' in reply) throw new CaseError(reply.code, reply.message);
      return { rows: reply.rows };
    } finally {
      this.running -= 1;
      this.queue.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= atOnce) await new Promise<void>((go) => this.queue.push(go));
    this.running += 1;
  }
}

function readInThread(request: ReadRequest): Promise<ReadReply> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('sheet.worker.ts', import.meta.url), {
      workerData: request,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 384 },
    });
    const refuse = (): void => reject(new CaseError('TOO_LARGE', '文件过大或过于复杂，未能在限定的时间和内存内读完'));
    const timer = setTimeout(() => {
      refuse();
      void worker.terminate();
    }, timeLimit);
    worker.once('message', (reply: ReadReply) => resolve(reply));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse() : reject(error),
    );
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the thread that reads sheets ended without an answer'));
    });
  });
}
