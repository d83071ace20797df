export const company = {
  company: {
    others: (names: readonly string[]) => `${names.join('、')}也打开了此件。`,
    reassigned: (who: string) =>
      who ? `此件现由${who}办理。您填写的内容已保留。` : '此件已退回组内待签收。您填写的内容已保留。',
    ended: (who: string) => `${who ? `${who}已办结此件，或` : ''}此件的状态有变化。您填写的内容已保留。`,
    actingFor: (who: string) => `您代${who}办理，办理记录将写明两人。`,
  },
};
