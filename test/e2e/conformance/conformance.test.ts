import { afterAll, beforeAll, describe } from 'vitest';
import { freshFolder, startProduct, type Folder, type Product } from '../../support/product.ts';
import { all } from './all.ts';
import type { Under } from './cases.ts';
import { Client } from './client.ts';
import { TwinClient } from './twin-client.ts';

/** What contract and notation promise, tried over HTTP with definitions of its own; against LIANDONG_URL where that is set. */
describe('conformance over HTTP', () => {
  const under: Under = { kind: 'http', client: new Client(''), url: '', fresh: () => new TwinClient(under.client) };
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

  for (const register of all) register(under);
});
