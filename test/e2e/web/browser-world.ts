import type { Browser, Page } from 'playwright-core';
import type { FieldSchema } from '../../../apps/web/src/task/form-schema.ts';
import { signInAt } from '../../../apps/local/demo/signed-in.ts';
import { HttpWorld } from '../../../scenarios/http-world.ts';
import type { Fields } from '../../../scenarios/scenario.ts';
import type { Order, Refused, TaskSeen } from '../../../scenarios/world.ts';
import { signIn, visit } from './browser.ts';
import type { Visit } from './browser.ts';
import { fillIn } from './filling.ts';
import { handleAtUnit } from './unit-handling.ts';

interface Place {
  readonly browser: Browser;
  readonly base: string;
  readonly password: string;
  /** The account that handles a task. */
  readonly holderOf: (task: TaskSeen) => string;
  /** A trial stands in nobody's list: its steps are opened from the case. */
  readonly trial?: boolean;
}

interface Directory {
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
}

/** Plays a scenario with its steps handled in the browser, each by the person whose it is; the rest goes over HTTP. */
export class BrowserWorld extends HttpWorld {
  readonly #place: Place;
  readonly #visits = new Map<string, Visit>();
  /** Who comes to the portal of the supervised units after signing in. */
  readonly #ofUnits = new Set<string>();
  #directory: Directory | undefined;

  constructor(place: Place) {
    super({ signedIn: signInAt(place.base, place.password), holderOf: place.holderOf });
    this.#place = place;
  }

  /** What must not happen on any page, of all people. */
  get troubles(): readonly string[] {
    return [...this.#visits.values()].flatMap(({ troubles }) => troubles);
  }

  override async act(order: Order): Promise<Refused | null> {
    const { operation, on, body } = order;
    if (operation !== 'complete' || on === 'all' || !('task' in on)) return super.act(order);
    await this.#handle(on.task as TaskSeen, body);
    return null;
  }

  /** The page of a person, signed in at the first use. */
  async pageOf(user: string): Promise<Page> {
    const known = this.#visits.get(user);
    if (known) return known.page;
    const made = await visit(this.#place.browser, this.#place.base, { width: 1440, dark: false });
    this.#visits.set(user, made);
    await signIn(made.page, user, this.#place.password);
    if (new URL(made.page.url()).pathname.startsWith('/unit')) this.#ofUnits.add(user);
    return made.page;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#visits.values()].map(({ close }) => close()));
  }

  /** Found in the list, filled in, looked at, confirmed. */
  async #handle(task: TaskSeen, { outcome, variables = {} }: Fields): Promise<void> {
    const user = this.#place.holderOf(task);
    const page = await this.pageOf(user);
    if (this.#ofUnits.has(user)) {
      const [schema, nameOf] = [await this.#formOf(page, task), await this.#names(page)];
      return handleAtUnit({ page, nameOf }, { taskId: task.id, schema, outcome, variables: variables as Fields });
    }
    await this.#open(page, task);
    await page.waitForURL(`**/tasks/${task.id}`);
    const submit = page.locator('.outcome-bar').getByRole('button', { name: /^提交/ });
    await submit.waitFor();
    if (typeof outcome === 'string')
      await page
        .getByRole('group', { name: /^办理结果/ })
        .getByLabel(outcome, { exact: true })
        .check();
    const schema = await this.#formOf(page, task);
    await fillIn({ page, nameOf: await this.#names(page) }, schema, variables as Fields);
    await submit.click();
    const confirmation = page.getByRole('dialog');
    await confirmation.getByRole('heading', { name: '接下来' }).waitFor();
    const confirm = confirmation.getByRole('button', { name: /^提交/ });
    await confirm.and(page.locator(':not([aria-disabled=true])')).click();
    await page.waitForURL(/\/work/);
  }

  async #open(page: Page, { id, caseId, assignee }: TaskSeen): Promise<void> {
    if (this.#place.trial) {
      await page.goto(`/cases/${caseId}/overview`);
      return page.locator(`.now-line a[href$="/tasks/${id}"]`).click();
    }
    await page.goto(`/work?scope=${assignee === null ? 'group' : 'mine'}`);
    return page.locator(`tr[data-task="${id}"]`).getByRole('link', { name: /办理/ }).first().click();
  }

  async #formOf(page: Page, { form, id }: TaskSeen): Promise<FieldSchema> {
    if (form === null) return {};
    const { formVersion } = await answer<{ formVersion: number }>(page, `/api/tasks/${id}`);
    return answer<FieldSchema>(page, `/api/forms/${form}/versions/${formVersion}`);
  }

  async #names(page: Page): Promise<(id: string) => string> {
    this.#directory ??= await answer<Directory>(page, '/api/directory');
    const names = new Map(this.#directory.agencies.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id;
  }
}

async function answer<Answer>(page: Page, path: string): Promise<Answer> {
  return (await (await page.request.get(path)).json()) as Answer;
}
