type Key = 'language' | 'look' | 'keys' | 'density';

/** A setting of this browser; null where it forbids keeping any. */
export function kept(key: Key): string | null {
  return storage()?.getItem(`liandong.${key}`) ?? null;
}

export function keep(key: Key, value: string): void {
  storage()?.setItem(`liandong.${key}`, value);
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch (error) {
    console.warn('this browser keeps no settings', error);
    return null;
  }
}
