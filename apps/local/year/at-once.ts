/** How many people of the city act at the same time. */
const hands = 6;

/** Does something for each of some, several at a time; the first that fails ends it. */
export async function atOnce<Value>(some: readonly Value[], act: (one: Value) => Promise<void>): Promise<void> {
  const left = some.values();
  let isBroken = false;
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (const one of left) {
        if (isBroken) return;
        await act(one).catch((error: unknown) => {
          isBroken = true;
          throw error;
        });
      }
    }),
  );
}
