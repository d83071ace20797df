export const values = {
  secrecy: {
    label: '密级',
    names: {
      public: '公开',
      internal: '内部',
      'work-secret': '工作秘密',
      secret: '秘密',
      confidential: '机密',
      'top-secret': '绝密',
    } as Readonly<Record<string, string>>,
  },
  value: { empty: '（空）', yes: '是', no: '否', items: (count: number) => `${count} 项` },
};
