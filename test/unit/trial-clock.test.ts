import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { expect, it } from 'vitest';
import { moveClock } from '../../workflows/trial-clock.ts';

const { DescribeWorkflowExecutionResponse: Described } = proto.temporal.api.workflowservice.v1;
const running = Described.encode({ workflowExecutionInfo: { status: 1 } }).finish();
const length = Buffer.alloc(5);
length.writeUInt32BE(running.length, 1);

/** On the wire what an older server is: it knows its cases and has never heard of skipping time. */
const older = createServer();
older.on('stream', (stream, { ':path': path = '' }) => {
  const knows = path.endsWith('/DescribeWorkflowExecution');
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': knows ? '0' : '12' }));
  stream.respond({ ':status': 200, 'content-type': 'application/grpc+proto' }, { waitForTrailers: true });
  stream.end(knows ? Buffer.concat([length, running]) : undefined);
});

it('TIME_SKIPPING_UNAVAILABLE: a server that cannot move a case’s clock is said to be one', async () => {
  await new Promise<void>((resolve) => {
    older.listen(0, '127.0.0.1', resolve);
  });
  const { port } = older.address() as AddressInfo;
  const connection = Connection.lazy({ address: `127.0.0.1:${port}` });
  const moved = moveClock(new Client({ connection }), 'c-1', 60_000);
  await expect(moved).rejects.toMatchObject({ code: 'TIME_SKIPPING_UNAVAILABLE' });
  await connection.close();
  older.close();
});
