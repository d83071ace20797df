import type { Api } from './api.ts';
import { registryWrittenSchema } from '../../apps/api/registry/registry.schema.ts';

/** A registered city small enough to hold in the head: the government, three bureaus, a deputy mayor, two heads. */
export async function register(api: Api): Promise<void> {
  const entry = async (path: string, body: object) => {
    (await api.post('cdi.head', `/registry/${path}`, body)).read(registryWrittenSchema);
  };
  await entry('units', { id: 'gov', name: '市政府', category: 'government', since: '2010-01-01' });
  const bureau = { category: 'government', superior: 'gov', since: '2010-01-01' };
  for (const [id, name] of [
    ['unit1', '住房局'],
    ['unit2', '水务局'],
    ['garden', '园林局'],
  ])
    await entry('units', { ...bureau, id, name });
  const post = { rank: 'division-chief', standing: 'head', since: '2022-03-01' };
  const person = { managedBy: 'city', since: '2015-06-01' };
  await entry('cadres', {
    ...person,
    id: 'mayor',
    name: '方副市长',
    post: { ...post, unit: 'gov', title: '副市长', standing: 'leader' },
  });
  await entry('cadres', {
    ...person,
    id: 'head1',
    name: '安局长',
    account: 'unit1.head',
    post: { ...post, unit: 'unit1', title: '局长' },
  });
  await entry('cadres', {
    ...person,
    id: 'head2',
    name: '程局长',
    account: 'unit2.head',
    post: { ...post, unit: 'unit2', title: '局长' },
  });
  for (const unit of ['unit1', 'unit2']) await entry('portfolios', { leader: 'mayor', unit, since: '2022-04-01' });
}
