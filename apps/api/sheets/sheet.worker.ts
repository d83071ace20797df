import { parentPort, workerData } from 'node:worker_threads';
import { csvRows } from './csv.ts';
import { SheetFault } from './sheet.types.ts';
import type { ReadReply, ReadRequest } from './sheet.types.ts';
import { isZip, xlsxRows } from './xlsx.ts';

/** One file a thread: whatever a file does to it ends with it. */
async function reply({ bytes, rowLimit }: ReadRequest): Promise<ReadReply> {
  try {
    return { rows: isZip(bytes) ? await xlsxRows(bytes, rowLimit) : csvRows(bytes, rowLimit) };
  } catch (error) {
    if (error instanceof SheetFault) return { code: error.code, message: error.message };
    throw error;
  }
}

parentPort?.postMessage(await reply(workerData as ReadRequest));
