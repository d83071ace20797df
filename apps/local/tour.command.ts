import { Surprise } from '../../scenarios/surprise.ts';
import { tour } from './tour/tour.ts';

try {
  await tour(process.env, process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  console.error(error instanceof Surprise ? `\n✗ ${error.message}` : error);
  process.exitCode = 1;
}
