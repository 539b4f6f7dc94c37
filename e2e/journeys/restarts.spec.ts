import { minutes } from '@highwater/core'
import { breach, createChannel, createProject, report } from '../harness/api.ts'
import { expect, test } from '../harness/journey.ts'
import { chooseFrom } from '../harness/menu.ts'
import { keepToasts } from '../harness/toasts.ts'

test('a killed worker is noticed on the page, and its successor sends what was due', async ({
  page,
  api,
  stack,
  robot,
}) => {
  await createChannel(api, 'DBA_group', robot)
  await createProject(api, 'pay_orders', { expectedIntervalSeconds: 600 })
  await report({ api, stack }, 'pay_orders', 1)
  await page.goto('/')
  await expect(page.getByText('All quiet')).toBeVisible()

  await stack.worker.kill()
  await breach({ api, stack }, 'pay_orders')
  await stack.clock.advance(minutes(2))
  await page.reload()
  // Its age goes on growing, and this may not be the first minute of it.
  await expect(page.getByText(/Alerts have not been evaluated for [2-9] min/)).toBeVisible()
  expect(robot.messages()).toHaveLength(0)

  await stack.worker.start()
  await robot.waitForMessage(({ text }) => text.includes('pay_orders'))
  await expect(page.getByRole('listitem').filter({ hasText: 'pay_orders' })).toBeVisible()
})

test('whoever balances the load hears what is well, and what is not once no worker works', async ({
  request,
  stack,
}) => {
  const ask = async (path: string) => {
    const answer = await request.get(`/api/health/${path}`)
    return { status: answer.status(), body: await answer.json() }
  }
  const well = { database: 'ok', migrations: 'ok', worker: 'ok' }
  await expect.poll(() => ask('ready')).toEqual({ status: 200, body: { checks: well } })
  await stack.worker.kill()
  await stack.clock.advance(minutes(2))
  const checks = { ...well, worker: 'failing' }
  // The database may still finish what the worker asked for with its last breath.
  await expect.poll(() => ask('ready')).toEqual({ status: 503, body: { checks } })
  expect(await ask('live')).toMatchObject({ status: 200 })
  await stack.worker.start()
  await expect.poll(() => ask('ready')).toEqual({ status: 200, body: { checks: well } })
})

test('while the web server is away the open page says so, and afterwards it is live again', async ({
  page,
  api,
  stack,
}) => {
  await createProject(api, 'pay_orders')
  await page.goto('/')
  const dot = page.getByTitle(
    /News reach this page|The connection is lost|Connecting to the stream/,
  )
  await expect(dot).toContainText('Live')
  await stack.web.kill()
  await expect(dot).toContainText('Not live', { timeout: 15_000 })
  await stack.web.start()
  await expect(dot).toContainText(/^Live/, { timeout: 20_000 })
  await breach({ api, stack }, 'pay_orders')
  await expect(page.getByRole('listitem').filter({ hasText: 'pay_orders' })).toBeVisible()
})

test('a form that is sent while the web server is away keeps what was typed and says what happened', async ({
  page,
  stack,
}) => {
  await page.goto('/projects/new')
  const projectName = page.getByLabel('Name', { exact: true })
  await projectName.fill('pay_orders')
  await stack.web.kill()
  await page.getByRole('button', { name: 'Add project' }).click()
  await expect(page.getByText('The server did not answer')).toBeVisible()
  await expect(projectName).toHaveValue('pay_orders')
  await stack.web.start()
  await page.getByRole('button', { name: 'Add project' }).click()
  await expect(page.getByRole('heading', { name: 'pay_orders', level: 1 })).toBeVisible()

  await page.goto('/settings/groups/new')
  const groupName = page.getByLabel('Name', { exact: true })
  await groupName.fill('on call')
  await stack.web.kill()
  await page.getByRole('button', { name: 'Create the alert group' }).click()
  await expect(page.getByText('The server did not answer')).toBeVisible()
  await expect(groupName).toHaveValue('on call')
})

test('what is pressed beside a form while no answer comes takes nothing that is typed in it', async ({
  page,
}) => {
  await page.goto('/projects/new')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('pay_orders')
  await page.context().setOffline(true)
  const told = page.getByRole('listitem').filter({ hasText: 'your choice may not be kept' })
  await chooseFrom(page.getByRole('button', { name: 'Theme' }), 'Dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(told).toHaveCount(1)
  await keepToasts(page)
  await page.getByRole('button', { name: 'Collapse the sidebar' }).click()
  await page.getByRole('button', { name: '切换到中文' }).click()
  await expect(told).toHaveCount(2)
  await chooseFrom(page.getByRole('button', { name: /Account of/ }), 'Sign out')
  await expect(page.getByRole('listitem').filter({ hasText: 'No connection' })).toBeVisible()
  await expect(name).toHaveValue('pay_orders')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '切换到中文' }).click()
  await expect(page.getByRole('heading', { name: '添加项目', level: 1 })).toBeVisible()
})
