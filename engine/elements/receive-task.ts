import { Stuck } from '../stuck.ts';
import type { Enter } from './enter.ts';
import { listen } from './listen.ts';

export const enterReceive: Enter = (step, instance, element) => {
  if (element.event?.kind !== 'message') {
    throw new Stuck(
      'NO_MESSAGE',
      `接收任务“${element.name ?? element.id}”没有指定消息`,
      '为接收任务指定消息后迁移案件',
    );
  }
  listen(step, instance.id, element);
};
