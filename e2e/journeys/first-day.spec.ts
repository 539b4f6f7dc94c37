import { minutes, seconds } from '@highwater/core'
import { apiOf, createProject, report } from '../harness/api.ts'
import { fillRobot } from '../harness/channel-form.ts'
import { expect, test } from '../harness/journey.ts'
import { administrator } from '../harness/stack.ts'

test.use({ as: 'first visitor' })

test('on the first day a person goes from an empty page to an alert that reached the robot and ended', async ({
  page,
  stack,
  robot,
}) => {
  await test.step('the first visitor becomes the administrator', async () => {
    await page.goto('/')
    await expect(page).toHaveURL(/\/setup$/)
    await page.getByLabel('Your name').fill(administrator.name)
    await page.getByLabel('E-mail').fill(administrator.email)
    await page.getByLabel('Password').fill(administrator.password)
    await page.getByRole('button', { name: 'Create administrator' }).click()
    await expect(page.getByText('Nothing is watched yet')).toBeVisible()
  })

  const api = await test.step('makes a token, which is shown once', async () => {
    await page.goto('/system')
    await page.getByRole('button', { name: 'Create a token' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('first script')
    await dialog.getByRole('radio', { name: /Everything/ }).check()
    await dialog.getByRole('button', { name: 'Create a token' }).click()
    await expect(dialog.getByText('Copy the token now')).toBeVisible()
    const token = await dialog.locator('code').first().textContent()
    return apiOf(stack.url, token ?? '')
  })

  // Expected so seldom that moving the clock by minutes is no silence; recovery holds for four.
  const project = await test.step('makes a project with it', () =>
    createProject(api, 'pay_orders', { protectionLevel: 'low', expectedIntervalSeconds: 120 }))

  await test.step('adds a robot, tests it with a real message, and saves it', async () => {
    await page.goto('/settings/channels')
    await page.getByRole('link', { name: 'Add a channel' }).first().click()
    await page.getByRole('link', { name: 'DingTalk' }).click()
    await fillRobot(page, { name: 'DBA_group', robot })
    await page.getByRole('button', { name: 'Test connection' }).click()
    await expect(page.getByText('The test message was delivered.')).toBeVisible()
    expect(robot.messages().map(({ title }) => title)).toEqual(['Test: a message from Highwater'])
    expect(robot.messages().flatMap(({ warnings }) => warnings)).toEqual([])
    await page.getByRole('button', { name: 'Add channel' }).click()
    await expect(page.getByRole('table').getByText('DBA_group')).toBeVisible()
  })

  await test.step('protects the project at level High', async () => {
    await page.goto(`/projects/${project.id}`)
    await page
      .getByRole('button', { name: /Modify/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /High/ }).check()
    await dialog.getByRole('button', { name: 'Set level' }).click()
    await expect(dialog).toBeHidden()
    await expect
      .poll(() => api.get(`/projects/${project.id}`))
      .toMatchObject({
        protectionLevel: 'high',
      })
  })

  await page.goto('/')
  await expect(page.getByText('All quiet')).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  robot.clear()

  await test.step('a breach reaches the robot at once, and the open page by itself', async () => {
    await report({ api, stack }, 'pay_orders', 1)
    await report({ api, stack }, 'pay_orders', 412)
    const message = await robot.waitForMessage(({ text }) => text.includes('pay_orders'))
    expect(message.title).toContain('Firing: pay_orders')
    expect(message.text).toContain('412 s behind, limit 30 s')
    const row = page.getByRole('listitem').filter({ hasText: 'pay_orders' })
    await expect(row).toContainText('not acknowledged')
    await expect(row).toContainText('DBA_group delivered')
    await expect(page).toHaveTitle(/1/)
  })

  const { items } = await api.get<{ items: { id: string; shortId: string }[] }>(
    '/alerts?scope=project',
  )
  const [alert] = items
  await test.step('it is repeated once per frequency, until somebody acknowledges', async () => {
    await stack.clock.advance(minutes(3))
    await report({ api, stack }, 'pay_orders', 430)
    await robot.waitForMessage(({ title }) => title.includes('reminder 1'))
    await page.getByRole('button', { name: 'Acknowledge pay_orders' }).click()
    await expect(page.getByText(`acknowledged by ${administrator.name}`)).toBeVisible()
    await stack.clock.advance(minutes(3))
    await report({ api, stack }, 'pay_orders', 450)
    await expect
      .poll(async () => JSON.stringify(await api.get(`/alerts/${alert?.id}`)))
      .toContain('"hold_repeat"')
  })

  await test.step('when it has recovered for long enough, the robot and the page say so', async () => {
    await report({ api, stack }, 'pay_orders', 2)
    await expect(page.getByText('1 recovering')).toBeVisible()
    await stack.clock.advance(minutes(4))
    await stack.clock.advance(seconds(1))
    const message = await robot.waitForMessage(({ title }) => title.includes('Recovered'))
    expect(message.text).toContain(alert?.shortId)
    // Rows do not move while the pointer is on them.
    await page.mouse.move(0, 0)
    await expect(page.getByText('All quiet')).toBeVisible()
    // Of the project alone: the jumps may be news to the robot as well.
    const ofProject = robot.messages().filter(({ title }) => title.includes('pay_orders'))
    expect(ofProject).toHaveLength(3)
  })

  await test.step('the page of the alert tells the whole story', async () => {
    await page.goto(`/alerts/${alert?.id}`)
    const story = page.getByRole('list', { name: 'What happened' })
    await expect(story).toContainText('Fired: 6 min 52 s over a limit of 30 s')
    await expect(story).toContainText('told again')
    await expect(story).toContainText(`${administrator.name} acknowledged`)
    await expect(story).toContainText('A repeat was held back: Acknowledged')
    await expect(story).toContainText('Closed: Recovered')
    const told = page.locator('section', {
      has: page.getByRole('heading', { name: 'Who was told' }),
    })
    await expect(told).toContainText('DBA_group')
    await expect(told).toContainText('End of the alert')
  })

  await test.step('the audit shows who did what', async () => {
    await page.goto('/audit')
    const list = page.getByRole('table', { name: 'Operations' })
    for (const words of ['Alert', 'Channel', 'Project', 'API token', 'Account']) {
      await expect(list.getByRole('row').filter({ hasText: words }).first()).toBeVisible()
    }
    await expect(list.getByRole('row').filter({ hasText: 'DBA_group' }).first()).toContainText(
      administrator.name,
    )
    await expect(list.getByRole('row').filter({ hasText: 'pay_orders' }).last()).toContainText(
      'first script',
    )
  })
})
