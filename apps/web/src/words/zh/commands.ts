export const commands = {
  commands: {
    title: '命令',
    field: '输入页面、视图、案号、名称或内容',
    none: '没有找到。',
    page: '页面',
  },
};
