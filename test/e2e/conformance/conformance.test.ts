import { afterAll, beforeAll, describe } from 'vitest';
import { freshFolder, startProduct, type Folder, type Product } from '../../support/product.ts';
import { activities } from './activity.cases.ts';
import { boundaryEvents } from './boundary.cases.ts';
import { combinations } from './combination.cases.ts';
import { deadlines } from './deadline.cases.ts';
import type { Under } from './cases.ts';
import { flow } from './flow.cases.ts';
import { imports } from './import.cases.ts';
import { manners } from './manners.cases.ts';
import { operations } from './operation.cases.ts';
import { scopes } from './scope.cases.ts';
import { Client } from './client.ts';

/** What contract and notation promise, tried over HTTP with definitions of its own; against LIANDONG_URL where that is set. */
describe('conformance over HTTP', () => {
  const under: Under = { client: new Client(''), url: '' };
  let folder: Folder | undefined;
  let product: Product | undefined;

  beforeAll(async () => {
    const url = process.env['LIANDONG_URL'];
    if (url) {
      under.url = url;
      under.client = new Client(url);
      return;
    }
    folder = await freshFolder();
    product = startProduct({ ...folder.env, LIANDONG_DEMO: '1' });
    await product.ready();
    under.url = `http://127.0.0.1:${folder.env['PORT']}`;
    under.client = new Client(under.url);
  });
  afterAll(async () => {
    await product?.interrupt();
    folder?.remove();
  });

  for (const register of [
    boundaryEvents,
    flow,
    scopes,
    activities,
    deadlines,
    operations,
    manners,
    imports,
    combinations,
  ])
    register(under);
});
