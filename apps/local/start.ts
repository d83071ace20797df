/** `npm start`: the whole system on this machine, in one folder, until Ctrl-C. */
import { bringUp } from './bring-up.ts';
import { claimablePort } from './address.ts';
import { lockFolder } from './folder-lock.ts';
import { prepareHome } from './home.ts';
import { aborted, onInterrupt } from './interrupt.ts';
import { StartRefusal } from './refusal.ts';
import { breakOffCommands } from './run-command.ts';
import { endLeftovers } from './run-record.ts';
import { say } from './say.ts';
import { localSettings, type LocalSettings } from './settings.ts';
import { createSupervisor } from './supervisor.ts';
import { stopAllTied } from './tied-process.ts';

const supervisor = createSupervisor(say);
const interrupted = onInterrupt(() => supervisor.hurry());

async function run(settings: LocalSettings): Promise<void> {
  const home = prepareHome(settings.home);
  const lock = lockFolder(home.run);
  try {
    const port = await claimablePort(settings.host, settings.port);
    for (const name of await endLeftovers(home.run)) {
      say(`上次留下的 ${name} 已停止。`, `${name}, left behind by the last run, has been stopped.`);
    }
    await bringUp({ settings: { ...settings, port }, home, supervisor, interrupted, say });
    await aborted(interrupted);
  } finally {
    breakOffCommands();
    await stop();
    lock.release();
  }
}

async function stop(): Promise<void> {
  if (interrupted.aborted) say('正在停止…', 'Stopping …');
  await supervisor.stop(['api', 'worker', 'temporal', 'postgres']);
  await stopAllTied();
  if (interrupted.aborted) say('已停止，数据已保存。', 'Stopped; the data is kept.');
}

try {
  await run(localSettings(process.env));
} catch (error) {
  if (!interrupted.aborted) {
    process.exitCode = 1;
    console.error(error instanceof StartRefusal ? `\n${error.message}` : error);
  }
}
process.exit();
