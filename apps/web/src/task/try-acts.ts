/** As many acts as are under way at the same time: a case takes one after another anyway. */
const atOnce = 4;

/** Runs a job for each item, a few at a time, and tells how far it is; the results are in the order of the items. */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  job: (item: Item) => Promise<Result>,
  onProgress: (done: number) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  let [next, done] = [0, 0];
  const work = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await job(items[index] as Item);
      done += 1;
      onProgress(done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}
