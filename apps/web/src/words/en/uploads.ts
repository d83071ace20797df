import type { uploads as Words } from '../zh/uploads.ts';

export const uploads: typeof Words = {
  uploads: {
    progress: (name) => `Progress of ${name}`,
    states: {
      sending: (percent) => `${percent}%`,
      waiting: (percent) => `The line is down; it goes on from ${percent}%`,
      paused: (percent) => `Paused at ${percent}%`,
    },
    failed: 'It was not sent, please try again.',
    pause: 'Pause',
    resume: 'Resume',
  },
  viewer: {
    view: 'View',
    viewing: (name) => `View ${name}`,
    download: 'Download',
    enlarge: 'Enlarge',
    shrink: 'Restore',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    page: (page, pages) => `Page ${page} of ${pages}`,
    notViewable: 'This kind of file cannot be viewed here, please download it.',
    noConverter: 'This machine has no LibreOffice, so office documents cannot be viewed here; please download it.',
    converting: 'Converting to PDF …',
    beginning: 'Only the beginning is shown; download it for the rest.',
    failed: 'The file could not be read.',
  },
};
