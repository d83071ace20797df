import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { CompileReply, DocumentJobs, JobName } from './compile.messages.ts';

interface Waiting {
  readonly resolve: (made: DocumentJobs[JobName]['made']) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Works on documents in a thread of its own: a document that takes for ever costs that thread, not the server. */
@Injectable()
export class Compiler implements OnApplicationShutdown {
  protected timeLimit = 30_000;
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  async done<Name extends JobName>(
    job: Name,
    bytes: Uint8Array,
    given: DocumentJobs[Name]['given'],
  ): Promise<DocumentJobs[Name]['made']> {
    const worker = (this.worker ??= this.start());
    const id = ++this.last;
    return new Promise<DocumentJobs[JobName]['made']>((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(), this.timeLimit);
      this.waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, job, bytes, ...given });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL('compile.worker.ts', import.meta.url), {
      execArgv: ['--import', new URL('../../typescript.ts', import.meta.url).href],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    worker.on('message', (reply: CompileReply) => this.settle(reply));
    worker.on('error', (error: Error) => this.fail(worker, error));
    worker.on('exit', (code) => this.fail(worker, new Error(`the compiler's thread ended with ${code}`)));
    worker.unref();
    return worker;
  }

  private settle(reply: CompileReply): void {
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    this.waiting.delete(reply.id);
    clearTimeout(waiting.timer);
    if ('made' in reply) waiting.resolve(reply.made);
    else waiting.reject(new Error(reply.failed));
  }

  private giveUp(): void {
    const worker = this.worker;
    if (!worker) return;
    this.fail(worker, new CaseError('TOO_COMPLEX', '流程文件过于复杂，未能在限定时间内检查完毕'));
    void worker.terminate();
  }

  /** Everything that thread still owed fails; the next document gets a new thread. */
  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.waiting.clear();
  }
}
