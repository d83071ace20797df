import { execFile, type ChildProcess } from 'node:child_process';

export interface Outcome {
  /** 127 when there is no such command, 124 when the time was up. */
  readonly code: number;
  readonly output: string;
}

export interface RunOptions {
  readonly timeout: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

const running = new Set<ChildProcess>();

/** Breaks off every command that still runs. */
export function breakOffCommands(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Runs a command to its end or its time limit (milliseconds) and answers how it went; never rejects. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      { ...options, maxBuffer: 10_000_000, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        running.delete(child);
        const output = `${stdout}${stderr}`.trim();
        if (!error) return resolve({ code: 0, output });
        if (error.killed) return resolve({ code: 124, output: `${output}\ntime limit of ${options.timeout / 1000} s` });
        if (typeof error.code === 'number') return resolve({ code: error.code, output });
        return resolve({ code: 127, output: `${command}: ${error.message}` });
      },
    );
    running.add(child);
  });
}
