import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, civilDateOf } from '../../../domain/civil-date.ts';
import { axeFindings, launch, layoutFindings, picture, visit } from './browser.ts';
import { openCity, password } from './city.ts';

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;

beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launch()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
}, 60_000);

async function enter(page: Page, username: string, word = password): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(word);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

async function asPerson<Result>(
  username: string,
  act: (page: Page) => Promise<Result>,
  word?: string,
): Promise<Result> {
  const { page, troubles, close } = await visit(browser, city.base, { width: 1440, dark: false });
  await enter(page, username, word);
  const result = await act(page);
  expect(troubles).toEqual([]);
  await close();
  return result;
}

const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
const dialogOf = (page: Page) => page.getByRole('dialog');
/** Presses the button that names the act in the dialog, and waits until it has closed. */
async function carryOut(page: Page, act: string): Promise<void> {
  await dialogOf(page).getByRole('button', { name: act, exact: true }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
}

describe('somebody new', () => {
  const account = `new.clerk${process.pid}`;
  const own = '自己的口令-Aa1';
  let oneTime: string;

  it('is set up by the system administrator, who can give neither post nor password alone', async () => {
    await asPerson('sysadmin', async (page) => {
      await page.getByRole('heading', { name: /管理/ }).waitFor();
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '人员' }).click();
      await page.getByRole('button', { name: '新增人员' }).click();
      await dialogOf(page).getByLabel('姓名').fill('周新');
      await dialogOf(page).getByLabel('用户名').fill(account);
      await dialogOf(page).getByLabel('单位').selectOption('fin');
      await carryOut(page, '新增人员');
      await page.getByRole('heading', { name: '周新' }).waitFor();
      await page.getByText('尚无口令').waitFor();
      expect(await page.getByRole('button', { name: '发放一次性口令' }).count()).toBe(0);
      await page.getByRole('button', { name: '申请任职' }).click();
      await dialogOf(page).getByLabel('角色').selectOption('fin.staff');
      await dialogOf(page).getByLabel('职务名称').fill('监督科科员');
      await carryOut(page, '申请任职');
      await page.getByText('待安全保密管理员确认').waitFor();
      expect(await page.getByRole('button', { name: /^确认/ }).count()).toBe(0);
      await picture(page, 'admin-person-new');
    });
  });

  it('gets the post and a one-time password from the security administrator', async () => {
    oneTime = await asPerson('secadmin', async (page) => {
      await page.goto('/admin/requests');
      await page.getByRole('button', { name: '确认 周新' }).click();
      await dialogOf(page).getByText('监督科科员').waitFor();
      await dialogOf(page).getByRole('button', { name: /^确认/ }).click();
      await page.getByText('没有申请。').waitFor();
      await page.goto(`/admin/people/${account}`);
      expect(await page.getByRole('button', { name: '停用账号' }).count()).toBe(0);
      await page.getByRole('button', { name: '发放一次性口令' }).click();
      await carryOut(page, '发放一次性口令');
      await page.getByText('只显示这一次').waitFor();
      return page.locator('code.one-time').innerText();
    });
    expect(oneTime.length).toBeGreaterThan(8);
  });

  it('opens nothing with it but the change of password, and then the day’s work', async () => {
    await asPerson(
      account,
      async (page) => {
        await page.getByRole('heading', { name: '修改口令' }).waitFor();
        await page.goto('/work');
        await page.getByRole('heading', { name: '修改口令' }).waitFor();
        await page.getByLabel('一次性口令').fill(oneTime);
        await page.getByLabel('新口令', { exact: true }).fill('short');
        await page.getByLabel('再输一遍新口令').fill('short');
        await page.getByRole('button', { name: '修改口令' }).click();
        await page.getByText('口令应有').waitFor();
        await page.getByLabel('新口令', { exact: true }).fill(own);
        await page.getByLabel('再输一遍新口令').fill(own);
        await page.getByRole('button', { name: '修改口令' }).click();
        await page.getByRole('heading', { name: '我的待办' }).waitFor();
      },
      oneTime,
    );
  });

  it('stands in the trail, act by act, whole', async () => {
    await asPerson('auditadmin', async (page) => {
      await page.goto(`/admin/people/${account}`);
      await page.getByRole('link', { name: '查看关于周新的管理留痕' }).click();
      await page.getByRole('cell', { name: '新增人员' }).waitFor();
      await page.getByRole('button', { name: '校验完整性' }).click();
      await page.getByText('条完整无缺').waitFor();
      await picture(page, 'admin-trail');
    });
  });
});

describe('the three kinds', () => {
  const seen = {
    sysadmin: ['people', 'agencies', 'posts', 'requests', 'deputies', 'roles', 'sessions'],
    secadmin: ['people', 'agencies', 'posts', 'requests', 'deputies', 'roles', 'sessions', 'trail'],
    auditadmin: ['people', 'agencies', 'posts', 'requests', 'deputies', 'roles', 'sessions', 'trail', 'access-log'],
  } as const;
  const all = seen.auditadmin;
  const common = [
    '/admin',
    '/admin/people/fin.staff',
    '/admin/calendars/default/2026',
    '/admin/calendars/default/2031',
    '/admin/periods',
    '/admin/periods/P02',
    '/admin/ladders/standard',
    '/me',
    '/me/password',
    '/me/deputies',
    '/help',
  ];

  it.each([
    [1440, false],
    [390, true],
  ])(
    'have pages that everybody can use, at %i pixels, dark %s',
    async (width, dark) => {
      for (const kind of ['sysadmin', 'secadmin', 'auditadmin'] as const) {
        const { page, troubles, close } = await visit(browser, city.base, { width, dark });
        await enter(page, kind);
        const findings: Record<string, readonly string[]> = {};
        for (const address of [...common, ...seen[kind].map((name) => `/admin/${name}`)]) {
          await page.goto(address);
          await page.locator('h1').first().waitFor();
          await settled(page);
          const found = [...(await axeFindings(page)), ...(await layoutFindings(page))];
          if (found.length > 0) findings[address] = found;
          await picture(page, `${kind}-${address}-${width}-${dark ? 'dark' : 'light'}`);
        }
        expect([kind, findings]).toEqual([kind, {}]);
        expect(troubles).toEqual([]);
        await close();
      }
    },
    600_000,
  );

  it.each(['sysadmin', 'secadmin', 'auditadmin'])(
    '%s is told at a page of business where to go, and nothing is asked for that would be refused',
    async (kind) => {
      await asPerson(kind, async (page) => {
        const refused: string[] = [];
        page.on('response', (answer) => {
          if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
        });
        for (const address of ['/work', '/cases/any/print', '/board', '/ledgers/finding', '/dossiers', '/platform']) {
          await page.goto(address);
          await page.getByRole('heading', { name: '这一页办理业务，管理员账号不办理业务' }).waitFor();
          await page.waitForLoadState('networkidle');
        }
        await page.getByRole('link', { name: '到管理页' }).click();
        await page.getByRole('heading', { name: /^管理 / }).waitFor();
        expect(refused).toEqual([]);
      });
    },
  );

  it.each(['sysadmin', 'secadmin', 'supervisor', 'insp.team1'] as const)(
    'learn at another’s page whose it is and where to turn: %s',
    async (user) => {
      await asPerson(user, async (page) => {
        const own: readonly string[] = user in seen ? seen[user as keyof typeof seen] : [];
        for (const name of all.filter((one) => !own.includes(one))) {
          await page.goto(`/admin/${name}`);
          await page.getByRole('heading', { name: '您无权进行此操作' }).waitFor();
          await page.getByRole('link', { name: '回到首页' }).waitFor();
          expect(await page.locator('table').count()).toBe(0);
        }
      });
    },
  );
});

describe('over HTTP', () => {
  const calls = {
    sysadmin: [
      ['POST', '/admin/people/fin.staff/reset-password'],
      ['POST', '/admin/people/fin.staff/lock'],
      ['POST', '/admin/people/fin.staff/sign-out'],
      ['GET', '/admin/trail'],
      ['GET', '/admin/trail/verification'],
      ['GET', '/admin/access-log'],
    ],
    secadmin: [
      ['POST', '/admin/people'],
      ['POST', '/admin/people/fin.staff/posts'],
      ['POST', '/admin/people/fin.staff/deactivate'],
      ['POST', '/admin/agencies'],
      ['POST', '/admin/roles'],
      ['GET', '/admin/trail/verification'],
      ['GET', '/admin/access-log'],
      ['POST', '/calendars'],
    ],
    auditadmin: [
      ['POST', '/admin/people'],
      ['POST', '/admin/people/fin.staff/lock'],
      ['POST', '/admin/people/fin.staff/reset-password'],
      ['POST', '/admin/people/fin.staff/posts'],
      ['POST', '/admin/requests'],
      ['PUT', '/periods'],
      ['POST', '/calendars'],
    ],
    'fin.staff': [
      ['GET', '/admin/people'],
      ['GET', '/admin/people/sysadmin'],
      ['GET', '/admin/sessions'],
      ['GET', '/admin/requests'],
      ['GET', '/people/audit.head/hand-over'],
      ['GET', '/admin/people/audit.head/hand-over'],
      ['PUT', '/periods'],
      ['POST', '/codec/decode'],
    ],
  } as const;

  it.each(Object.entries(calls))('%s is refused whatever belongs to another', async (user, refused) => {
    await asPerson(user, async (page) => {
      for (const [method, path] of refused) {
        const status = await page.evaluate(
          async ([how, where]) => {
            const body = how === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
            return (await fetch(`/api${where}`, { method: how, ...body })).status;
          },
          [method, path] as const,
        );
        expect([user, method, path, status]).toEqual([user, method, path, 403]);
      }
    });
  });

  it('guessed ids are met with 404 or 403, and end nobody’s session', async () => {
    await asPerson('secadmin', async (page) => {
      const sessions = await city.call<{ items: { id: string; personId: string }[] }>(
        'secadmin',
        '/admin/sessions?live=true',
      );
      const other = sessions.items.find(({ personId }) => personId !== 'secadmin');
      const statusOf = (path: string) =>
        page.evaluate(
          async (where) =>
            (
              await fetch(`/api${where}`, {
                method: 'POST',
                body: '{}',
                headers: { 'content-type': 'application/json' },
              })
            ).status,
          path,
        );
      expect(await statusOf('/admin/sessions/0000/revoke')).toBe(404);
      expect(await statusOf('/admin/requests/0/confirm')).toBe(404);
      if (other) expect(await statusOf(`/me/sessions/${other.id}/revoke`)).toBe(404);
    });
  });
});

describe('rules', () => {
  it('a notice is pasted, read, looked at and applied; the year has its 休 and 班', async () => {
    await asPerson('sysadmin', async (page) => {
      await page.goto('/admin/calendars/default/2031');
      await page.getByText('暂定').first().waitFor();
      await page.goto('/admin/calendars/default/2027');
      await page.getByRole('button', { name: '导入放假通知' }).click();
      await page
        .getByLabel('通知全文')
        .fill(
          '国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月20日（周六）上班。',
        );
      await dialogOf(page).getByText('读出 2027 年').waitFor();
      await dialogOf(page).getByRole('button', { name: '放进日历草稿' }).click();
      await page.getByRole('button', { name: '预览并应用' }).click();
      await dialogOf(page).getByRole('button', { name: '先看会怎样' }).click();
      await dialogOf(page)
        .getByText(/看了 \d+ 件在办案件/)
        .waitFor({ timeout: 60_000 });
      await picture(page, 'admin-calendar-preview');
      await dialogOf(page).getByRole('button', { name: /^应用/ }).click();
      await dialogOf(page).waitFor({ state: 'detached' });
      await page.getByText('来自：国务院办公厅关于2027年部分节假日安排的通知').waitFor();
      await page.getByRole('button', { name: '2027年2月20日 班' }).waitFor();
      await picture(page, 'admin-calendar-2027');
    });
  });

  it('a year is walked by keys alone', async () => {
    await asPerson('auditadmin', async (page) => {
      await page.goto('/admin/calendars/default/2026');
      const day = page.locator('button.day[tabindex="0"]');
      await day.focus();
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-day'));
      for (const [key, reached] of [
        ['ArrowDown', '2026-01-08'],
        ['ArrowRight', '2026-01-09'],
        ['PageDown', '2026-02-09'],
        ['ArrowUp', '2026-02-02'],
        ['PageUp', '2026-01-02'],
        ['ArrowLeft', '2026-01-01'],
      ] as const) {
        await page.keyboard.press(key);
        await expect.poll(focused).toBe(reached);
      }
      await page.keyboard.press('Enter');
      await dialogOf(page).waitFor();
      expect(await dialogOf(page).getByRole('button', { name: /改为/ }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await dialogOf(page).waitFor({ state: 'detached' });
      await expect.poll(focused).toBe('2026-01-01');
    });
  });

  it('a period is changed after its effect has been seen, and says so for ever', async () => {
    await asPerson('supervisor', async (page) => {
      await page.goto('/admin/periods?q=P02');
      await page.getByRole('link', { name: '被函询人书面答复' }).click();
      await page.getByRole('button', { name: '更改期限' }).click();
      await dialogOf(page).getByLabel('数值').fill('二十');
      await dialogOf(page).getByLabel('理由').fill('统一口径');
      await dialogOf(page).getByRole('button', { name: '先看会怎样' }).click();
      await page.locator('dialog .fault:not(:empty)').first().waitFor();
      await dialogOf(page).getByLabel('数值').fill('20');
      await dialogOf(page).getByRole('button', { name: '先看会怎样' }).click();
      await dialogOf(page)
        .getByText(/看了 \d+ 件在办案件/)
        .waitFor({ timeout: 60_000 });
      await dialogOf(page).getByRole('button', { name: /^应用/ }).click();
      await dialogOf(page).waitFor({ state: 'detached' });
      await page.getByText('数值：15 → 20').waitFor();
      await page.getByText('统一口径').waitFor();
      await picture(page, 'admin-period-history');
    });
  });

  it('whom a rung tells is chosen by name, and the history says so in words', async () => {
    await asPerson('supervisor', async (page) => {
      await page.goto('/admin/ladders/clue');
      await page.getByRole('button', { name: '更改阶梯' }).click();
      const second = dialogOf(page).locator('.form-item').filter({ hasText: 'L2 告诉谁' });
      await second.getByRole('button', { name: '去掉候选人' }).click();
      await dialogOf(page).getByLabel('L2 告诉谁').fill('市委书记');
      await dialogOf(page)
        .getByRole('option', { name: /市委书记/ })
        .click();
      await second.getByRole('button', { name: '去掉市委书记' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await dialogOf(page).getByLabel('理由').fill('书记要求');
      await dialogOf(page).getByRole('button', { name: '先看会怎样' }).click();
      await dialogOf(page)
        .getByText(/看了 \d+ 件在办案件/)
        .waitFor({ timeout: 60_000 });
      await dialogOf(page).getByRole('button', { name: /^应用/ }).click();
      await dialogOf(page).waitFor({ state: 'detached' });
      await page.getByText(/^L2：.*催办（承办人、候选人、.*→ .*催办（承办人、单位负责人、.*市委书记）$/).waitFor();
      await picture(page, 'admin-ladder-history');
    });
  });
});

it('a role of one’s own is added and changed; those of the release are not', async () => {
  await asPerson('sysadmin', async (page) => {
    await page.goto('/admin/roles');
    await page.getByRole('button', { name: '新增角色' }).click();
    await dialogOf(page).getByLabel('角色代码').fill('town.head');
    await dialogOf(page).getByLabel('角色名称').fill('乡镇负责人');
    await dialogOf(page).getByLabel('可设在').fill('云川市财政局');
    await dialogOf(page)
      .getByRole('option', { name: /云川市财政局/ })
      .click();
    await carryOut(page, '新增角色');
    const row = page.getByRole('row').filter({ hasText: 'town.head' });
    await row.getByText('云川市财政局').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^更改角色/ }).count()).toBe(1);
    await row.getByRole('button', { name: '更改角色 乡镇负责人' }).click();
    await dialogOf(page).getByLabel('角色名称').fill('乡镇主要负责人');
    await dialogOf(page).getByRole('button', { name: '去掉云川市财政局' }).click();
    await carryOut(page, '更改角色 · 乡镇负责人');
    await row.getByRole('button', { name: '更改角色 乡镇主要负责人' }).waitFor();
    await row.getByText('任何单位').waitFor();
  });
});

it('what somebody has is looked at, handed over, and told item by item', async () => {
  await asPerson('insp.office', async (page) => {
    await page.goto('/admin/handover?from=insp.team1');
    await page.getByRole('heading', { name: '交给谁' }).waitFor();
    await page.getByLabel('接手人').fill('insp.team2');
    await page.getByRole('option', { name: /戚晓棠/ }).click();
    await page.getByRole('button', { name: '先看清单' }).click();
    await page.getByRole('heading', { name: /^清单/ }).waitFor();
    await picture(page, 'admin-hand-over-list');
    const act = page.getByRole('button', { name: /^交接 \d+ 件/ });
    if ((await act.count()) === 0) return;
    await act.click();
    await page.getByRole('heading', { name: '交接已办完' }).waitFor({ timeout: 60_000 });
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'admin-hand-over-done');
  });
});

it('one who goes away enters it, names a deputy, and ends it again', async () => {
  await asPerson('audit.staff', async (page) => {
    await page.goto('/me/deputies');
    await page.getByRole('button', { name: '委托代理' }).click();
    await dialogOf(page).getByLabel('代理人').fill('audit.head');
    await dialogOf(page)
      .getByRole('option', { name: /费正平/ })
      .click();
    await dialogOf(page)
      .getByLabel('最后一天')
      .fill(addDays(civilDateOf(Date.now()), 30));
    await carryOut(page, '委托代理');
    await page.getByText('生效中').waitFor();
    await page.getByRole('button', { name: /^终止代理/ }).click();
    await dialogOf(page)
      .getByRole('button', { name: /^终止代理/ })
      .click();
    await page.getByText('已终止').waitFor();
  });
});

it('each page says what it is for', async () => {
  await asPerson('sysadmin', async (page) => {
    for (const [path, title] of [
      ['/admin/people', '人员'],
      ['/admin/periods', '期限'],
      ['/me', '我的'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('button', { name: '本页说明' }).click();
      await dialogOf(page).getByRole('heading', { name: title, exact: true }).waitFor();
      await page.keyboard.press('Escape');
    }
  });
});
