export const uploads = {
  uploads: {
    progress: (name: string) => `${name} 的上传进度`,
    states: {
      sending: (percent: number) => `${percent}%`,
      waiting: (percent: number) => `连接已断开，恢复后从 ${percent}% 继续`,
      paused: (percent: number) => `已暂停，${percent}%`,
    },
    failed: '没有传上去，请重试。',
    pause: '暂停',
    resume: '继续',
  },
  viewer: {
    view: '看',
    viewing: (name: string) => `查看 ${name}`,
    download: '下载',
    enlarge: '放大查看',
    shrink: '还原',
    zoomIn: '放大',
    zoomOut: '缩小',
    page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
    notViewable: '这种文件不能在线查看，请下载。',
    noConverter: '本机没有安装 LibreOffice，不能在线查看办公文档，请下载。',
    converting: '正在转换为 PDF…',
    beginning: '只显示开头部分，全文请下载。',
    failed: '没有读到文件。',
  },
};
