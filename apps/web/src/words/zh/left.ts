export const left = {
  left: {
    title: '您未提交的内容',
    attach: '作为批注附上',
    attached: '已作为批注附上',
  },
};
