import { setTimeout as delay } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { SearchAttributeType } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { searchAttributes } from '../../workflows/search-attributes.ts';

const { IndexedValueType } = proto.temporal.api.enums.v1;
const alreadyExists = 6;
const notFound = 5;

/** How long Temporal keeps the histories of closed cases; the journal in PostgreSQL keeps them for good. */
const retentionDays = 90;

/** Makes the namespace if it is missing and registers the search attributes of cases; answers when a worker may poll it. */
export async function prepareNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '10s' });
  try {
    await registerNamespace(connection, namespace);
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

async function registerNamespace({ workflowService }: Connection, namespace: string): Promise<void> {
  const workflowExecutionRetentionPeriod = msToTs(`${retentionDays} days`);
  try {
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== alreadyExists) throw error;
  }
}

async function registerSearchAttributes({ operatorService }: Connection, namespace: string): Promise<void> {
  const wanted = Object.fromEntries(searchAttributes.map(({ name, type }) => [name, indexedTypeOf(type)]));
  const giveUp = performance.now() + 30_000;
  for (;;) {
    try {
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
      const missing = Object.entries(wanted).filter(([name]) => !(name in customAttributes));
      if (missing.length === 0) return;
      await operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing) });
    } catch (error) {
      const early = isGrpcServiceError(error) && [notFound, alreadyExists].includes(error.code); // the server's own cache lags behind
      if (!early || performance.now() > giveUp) throw error;
    }
    await delay(50);
  }
}

function indexedTypeOf(type: string) {
  if (type === SearchAttributeType.KEYWORD) return IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
  if (type === SearchAttributeType.DATETIME) return IndexedValueType.INDEXED_VALUE_TYPE_DATETIME;
  throw new Error(`no search attribute of cases is of type ${type}`);
}
