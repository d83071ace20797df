import { join, resolve } from 'node:path';
import { buildWeb } from './build.ts';

const home = resolve(process.env['LIANDONG_HOME'] ?? '.liandong');
console.log(`pages: ${await buildWeb(join(home, 'cache', 'web'))}`);
