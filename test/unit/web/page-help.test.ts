import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpFor } from '../../../apps/web/src/frame/help-topics.ts';
import { pageHelp as english } from '../../../apps/web/src/words/en/page-help.ts';
import { pageHelp as chinese } from '../../../apps/web/src/words/zh/page-help.ts';

const src = new URL('../../../apps/web/src/', import.meta.url);
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(new URL(file, src), 'utf8'));

const routes = sources
  .flatMap((source) => [...source.matchAll(/createRoute\(\{\n(.*?)\n\}\)/gs)].map(([, route = '']) => route))
  .map((route) => ({
    address: /(?:path|id): '([^']+)'/.exec(route)?.[1] ?? '',
    isPage: route.includes('getParentRoute: () => inside') && route.includes('component:'),
  }));
const pages = routes.filter(({ isPage }) => isPage).map(({ address }) => address);
const topicOf = (path: string): string => helpFor(path.replaceAll(/\$\w+/g, 'x'));

describe('每一页都有说明', () => {
  it('all routes are read; what is no page of the frame leads elsewhere', () => {
    expect(routes).toHaveLength(sources.flatMap((source) => source.match(/createRoute\(\{/g) ?? []).length);
    const others = routes.filter(({ isPage }) => !isPage).map(({ address }) => address);
    expect(others.toSorted()).toEqual(['/', '/admin/calendars', '/cases/$id', '/login', 'inside']);
  });

  it.each(pages)('%s', (path) => {
    const topic = topicOf(path);
    expect(chinese.pageHelp.topics[topic]?.length).toBeGreaterThan(1);
    expect(english.pageHelp.topics[topic]?.length).toBeGreaterThan(1);
  });

  it('and no help is about a page that is not there', () => {
    const known = new Set(pages.map(topicOf));
    expect(Object.keys(chinese.pageHelp.topics).filter((topic) => !known.has(topic))).toEqual([]);
    expect(Object.keys(english.pageHelp.topics).toSorted()).toEqual(Object.keys(chinese.pageHelp.topics).toSorted());
  });
});
