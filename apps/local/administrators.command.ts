/** `npm run administrators [-- --renew ACCOUNT]`: the way in of the first administrators, or of one who is locked out. */
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { firstAdministrators, renewAdministrator, waysInText } from './first-administrators.ts';
import { withDatabase } from './reached-database.ts';

const { values } = parseArgs({ options: { renew: { type: 'string' } } });
await withDatabase(async (connectionString) => {
  const pool = new Pool({ connectionString, max: 1 });
  try {
    const one = values.renew === undefined ? undefined : await renewAdministrator(pool, values.renew);
    if (one === null) {
      console.error(`“${values.renew}”不是在任的管理员。`);
      process.exitCode = 1;
      return;
    }
    const ways = one ? [one] : await firstAdministrators(pool);
    if (ways.length > 0) return console.log(waysInText(ways).join('\n'));
    console.error('系统已有人员，首任管理员不再产生。某个管理员进不来时：npm run administrators -- --renew 用户名');
    process.exitCode = 1;
  } finally {
    await pool.end();
  }
});
