import { ConfigProvider, theme } from 'antd';
import enUs from 'antd/locale/en_US.js';
import zhCn from 'antd/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { useSpeaking } from '../words/words.tsx';
import { useLook } from './theme.tsx';
import { tokens } from './tokens.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/** The component library for the pages that need it; the worklist does without and is there sooner. */
export function Library({ children }: { readonly children: ReactNode }) {
  const { language } = useSpeaking();
  const { dark } = useLook();
  const design = { ...tokens(dark), algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm };
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={{ cssVar: { key: 'ld' }, ...design }}
      locale={language === 'zh' ? zhCn : enUs}
      button={{ autoInsertSpace: false }}
      getPopupContainer={(node) => node?.closest<HTMLElement>('main, dialog') ?? document.body}
    >
      {children}
    </ConfigProvider>
  );
}
