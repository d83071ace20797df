interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** More rows than this are no list that anybody reads. */
const most = 50_000;

/** Every item of a list, page by page as they are wanted. */
export async function* allPages<Item>(
  page: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void> {
  let cursor: string | undefined;
  let given = 0;
  do {
    const { items, nextCursor } = await page(cursor);
    yield* items;
    given += items.length;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined && given < most);
}
