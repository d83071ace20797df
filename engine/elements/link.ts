import type { Element } from '../model.ts';
import { indexOf, linkKey } from '../model-index.ts';
import type { Job, Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { placeToken } from '../tokens/move.ts';

/** The token goes on at the catching link of the same name. */
export function followLink(step: Step, { scope }: Extract<Job, { do: 'arrive' }>, element: Element): void {
  const name = element.event?.kind === 'link' ? element.event.name : '';
  const target = indexOf(step.modelOf(step.draft.instances.need(scope))).links.get(linkKey(element.scope, name));
  if (!target) throw new Stuck('NO_LINK', `链接“${name}”没有对应的接收端`, '补上接收链接后迁移案件');
  step.journal('element-left', { elementId: element.id });
  placeToken(step, scope, target.id);
}
