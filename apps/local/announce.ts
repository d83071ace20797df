import { baseUrl } from './address.ts';
import { agencies } from './demo/agencies.ts';
import { people } from './demo/people.ts';
import { waysInText } from './first-administrators.ts';
import type { WayIn } from './first-administrators.ts';
import type { Home } from './home.ts';
import type { LocalSettings } from './settings.ts';

export interface Announcement {
  readonly settings: LocalSettings;
  readonly home: Home;
  /** Of the first administrators. */
  readonly waysIn: readonly WayIn[];
  /** Undefined where Temporal is somebody else's. */
  readonly temporalUi?: string;
}

/** Prints where everything is, who may sign in and how to stop, Chinese and English. */
export function announce({ settings, home, waysIn, temporalUi }: Announcement): void {
  const address = baseUrl(settings.host, settings.port);
  const lines = [
    '',
    '联动已就绪  Liandong is ready',
    `  地址 address             ${address}   （接口 API ${address}/api，说明 ${address}/api/openapi.json）`,
    ...(temporalUi ? [`  Temporal 页面 its own UI ${temporalUi}`] : []),
    `  数据 data                ${home.folder}   （日志 logs ${home.logs}）`,
    '  停止 stop                Ctrl-C',
    ...(settings.demoPassword === undefined ? [] : accounts(settings)),
    ...(waysIn.length === 0 ? [] : waysInText(waysIn)),
    ...(isLoopback(settings.host) || settings.demoPassword === undefined ? [] : [warning]),
    '',
  ];
  console.log(lines.join('\n'));
}

const warning =
  '  注意：示例账号的口令是公开的，而服务不只监听本机。  Warning: the demo accounts are public and this address is not only this machine.';

function accounts({ demoPassword }: LocalSettings): string[] {
  const password = process.env['LIANDONG_DEMO_PASSWORD'] ? '（见 as in LIANDONG_DEMO_PASSWORD）' : demoPassword;
  const groups = agencies.map(({ id, name }) => {
    const accountsOf = people.filter(({ agency }) => agency === id).map(({ account }) => account);
    return `    ${accountsOf.join(' ')}  ${name}`;
  });
  return [
    `  示例账号 demo accounts   口令 password ${password}`,
    ...groups.filter((line) => !line.startsWith('      ')),
  ];
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
