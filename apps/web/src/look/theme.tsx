import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { keep, kept } from '../parts/kept.ts';

export type Look = 'auto' | 'light' | 'dark';

interface Looking {
  readonly look: Look;
  readonly dark: boolean;
  readonly choose: (look: Look) => void;
}

const LookContext = createContext<Looking>({ look: 'auto', dark: false, choose: () => undefined });
export const useLook = (): Looking => useContext(LookContext);

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const lookOf = (text: string | null): Look => (text === 'light' || text === 'dark' ? text : 'auto');

/** Light, dark or as the system has it. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [look, setLook] = useState(() => lookOf(kept('look')));
  const [system, setSystem] = useState(systemIsDark.matches);
  useEffect(() => {
    const follow = () => setSystem(systemIsDark.matches);
    systemIsDark.addEventListener('change', follow);
    return () => systemIsDark.removeEventListener('change', follow);
  }, []);
  const dark = look === 'auto' ? system : look === 'dark';
  useEffect(() => {
    document.documentElement.dataset['look'] = dark ? 'dark' : 'light';
  }, [dark]);
  const looking = useMemo(() => {
    const choose = (next: Look) => {
      keep('look', next);
      setLook(next);
    };
    return { look, dark, choose };
  }, [look, dark]);
  return <LookContext value={looking}>{children}</LookContext>;
}
