import type { Http } from '../../../scenarios/http.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** All of a list, page by page. */
export async function pagesOf<Item>(http: Http, path: string): Promise<readonly Item[]> {
  const all: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const join = path.includes('?') ? '&' : '?';
    const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await http.get(`${path}${join}limit=200${more}`)) as Page<Item>;
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}
