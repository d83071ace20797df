import type { Directory } from '../../../api/directory/directory.schema.ts';
import type { RegisteredCadreList, RegisteredUnitList } from '../../../api/registry/registry.schema.ts';
import { call } from '../server/call.ts';
import type { Choice } from './pick-field.tsx';

const most = 12;

/** Units of the registry by name or id. */
export const units = {
  key: 'units',
  async by(q: string, signal: AbortSignal): Promise<readonly Choice[]> {
    const query = { q, limit: most, state: 'all' };
    const { items } = await call<RegisteredUnitList>('/registry/units', { query, signal });
    return items.map(({ id, name }) => ({ id, name, about: id }));
  },
};

/** Persons of the registry by name, id or post. */
export const cadres = {
  key: 'cadres',
  async by(q: string, signal: AbortSignal): Promise<readonly Choice[]> {
    const query = { q, limit: most, state: 'all' };
    const { items } = await call<RegisteredCadreList>('/registry/cadres', { query, signal });
    return items.map(({ id, name, posts: [post] }) => ({
      id,
      name,
      about: post ? `${post.unit.name}${post.title}` : id,
    }));
  },
};

/** People with an account, by name, id or title. */
export const people = {
  key: 'people',
  async by(q: string, signal: AbortSignal): Promise<readonly Choice[]> {
    const { people: all } = await call<Directory>('/directory', { signal });
    const found = all.filter(({ id, name, title }) => [id, name, title].some((text) => text?.includes(q)));
    return found.slice(0, most).map(({ id, name, title }) => ({ id, name, about: title || id }));
  },
};

/** 派驻纪检监察组: the agencies of the commission that are not the commission itself. */
export const groups = {
  key: 'groups',
  async by(q: string, signal: AbortSignal): Promise<readonly Choice[]> {
    const { agencies } = await call<Directory>('/directory', { signal });
    const found = agencies.filter(
      ({ id, name, kind }) => kind === 'discipline' && id !== 'cdi' && [id, name].some((text) => text.includes(q)),
    );
    return found.slice(0, most).map(({ id, name }) => ({ id, name, about: id }));
  },
};
