/** `npm run bench [-- steps|engine|lists]`: ratios of one run on one machine; nothing here asserts a time. */
import { benchEngine } from './engine.bench.ts';
import { benchLists } from './lists.bench.ts';
import { benchSteps } from './steps.bench.ts';

const benches: Record<string, () => Promise<void>> = {
  engine: benchEngine,
  steps: benchSteps,
  lists: benchLists,
};
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name];
  if (!bench) throw new Error(`no bench is called ${name}; there are ${Object.keys(benches).join(', ')}`);
  await bench();
}
