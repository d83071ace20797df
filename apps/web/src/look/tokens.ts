import type { ThemeConfig } from 'antd';

const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';

const shared = { fontFamily, fontSize: 14, borderRadius: 4, motionDurationMid: '0.1s', motionDurationSlow: '0.15s' };

/** Colours of the component library that reach 4.5 : 1 for text where its own do not, and 3 : 1 for lines. */
export function tokens(dark: boolean): Pick<ThemeConfig, 'token' | 'components'> {
  return dark
    ? {
        token: {
          ...shared,
          colorPrimary: '#1668dc',
          colorLink: '#69b1ff',
          colorError: '#ff7875',
          colorErrorText: '#ff9c9a',
          colorWarning: '#ffc069',
          colorTextPlaceholder: '#a6a6a6',
          colorTextDisabled: '#9a9a9a',
          colorTextDescription: '#b3b3b3',
          colorTextTertiary: '#b3b3b3',
          colorTextQuaternary: '#a6a6a6',
          colorBorder: '#8c8c8c',
        },
        components: { Button: { dangerColor: '#1a0606' } },
      }
    : {
        token: {
          ...shared,
          colorPrimary: '#0958d9',
          colorLink: '#0958d9',
          colorError: '#cf1322',
          colorWarning: '#874d00',
          colorSuccess: '#237804',
          colorTextPlaceholder: '#6b6b6b',
          colorTextDisabled: '#6b6b6b',
          colorTextQuaternary: '#6b6b6b',
          colorTextDescription: '#595959',
          colorTextTertiary: '#595959',
          colorBorder: '#8c8c8c',
        },
      };
}
