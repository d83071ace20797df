/** `npm run rebuild -- --all | --case N`: makes the read model anew from the journal. */
import { rebuildCases } from '../../activities/verify/rebuild-cases.ts';
import { chosenCases } from './chosen-cases.ts';
import { withDatabase } from './reached-database.ts';

const cases = chosenCases('rebuild');
const rebuilt = await withDatabase((url, keyring) => rebuildCases(url, keyring, cases));
for (const { caseId, steps } of rebuilt) console.log(`${caseId}：${steps} 步`);
console.log(`${rebuilt.length} 个案件已由日志重建`);
if (rebuilt.length === 0) process.exitCode = 1;
