/** A file that is on its way, kept by this browser with its content, so that a reload loses nothing. */
export interface Pending {
  readonly id: string;
  /** Which field of which step it belongs to. */
  readonly key: string;
  readonly file: File;
}

const store = 'pending';

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('liandong.uploads', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(store, { keyPath: 'id' }));
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
  });
}

async function within<Result>(
  mode: IDBTransactionMode,
  act: (pending: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const opened = await database();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const request = act(opened.transaction(store, mode).objectStore(store));
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not kept')));
    });
  } finally {
    opened.close();
  }
}

/** A browser that keeps nothing (a private window) only forgets with a reload. */
const quietly = (work: Promise<unknown>): void =>
  void work.catch((error: unknown) => console.warn('files on their way are not kept', error));

export const keepPending = (pending: Pending): void => quietly(within('readwrite', (files) => files.put(pending)));
export const forgetPending = (id: string): void => quietly(within('readwrite', (files) => files.delete(id)));

export async function pendingOf(key: string): Promise<readonly Pending[]> {
  try {
    const all = await within<Pending[]>('readonly', (files) => files.getAll() as IDBRequest<Pending[]>);
    return all.filter((pending) => pending.key === key);
  } catch (error) {
    console.warn('files on their way are not kept', error);
    return [];
  }
}

/** Nothing of anybody is left on a machine that somebody else may use next. */
export const forgetAllPending = (): void => quietly(within('readwrite', (files) => files.clear()));
