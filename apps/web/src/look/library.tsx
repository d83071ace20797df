import { ConfigProvider, theme } from 'antd';
import enUs from 'antd/es/locale/en_US.js';
import zhCn from 'antd/es/locale/zh_CN.js';
import type { ComponentProps, ReactNode } from 'react';
import { useSpeaking } from '../words/words.tsx';
import type { Language } from '../words/words.tsx';
import { useLook } from './theme.tsx';
import { tokens } from './tokens.ts';

type Locale = NonNullable<ComponentProps<typeof ConfigProvider>['locale']>;

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/** The package's types speak of a module inside the module. */
const locales = { zh: zhCn, en: enUs } as unknown as Readonly<Record<Language, Locale>>;

/** The component library for the pages that need it; the worklist does without and is there sooner. */
export function Library({ children }: { readonly children: ReactNode }) {
  const { language } = useSpeaking();
  const { dark } = useLook();
  const design = { ...tokens(dark), algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm };
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={{ cssVar: { key: 'ld' }, ...design }}
      locale={locales[language]}
      button={{ autoInsertSpace: false }}
      getPopupContainer={(node) => node?.closest<HTMLElement>('main, dialog') ?? document.body}
    >
      {children}
    </ConfigProvider>
  );
}
