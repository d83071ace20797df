/** `npm run verify -- --all | --case N`: every chain, and every row of the read model against its journal. */
import { verifyCases } from '../../activities/verify/verify.ts';
import { chosenCases } from './chosen-cases.ts';
import { withDatabase } from './reached-database.ts';

const cases = chosenCases('verify');
const { sound, faults } = await withDatabase((url, keyring) => verifyCases(url, keyring, cases));
for (const { table, key, message } of faults) console.error(`${table} ${key}：${message}`);
console.log(`${sound} 个案件完好，${faults.length} 个有误`);
if (cases !== 'all' && sound + faults.length < cases.length) {
  console.error('有的案件没有找到');
  process.exitCode = 1;
}
if (faults.length > 0) process.exitCode = 1;
