import { fillRobot } from '../harness/channel-form.ts'
import { expect, test } from '../harness/journey.ts'
import { robotSecrets } from '../harness/robots.ts'

test('a robot with a wrong secret is shown the verdict and the remedy, and is not saved unless knowingly', async ({
  page,
  api,
  robot,
}) => {
  await page.goto('/settings/channels/new?kind=dingtalk')
  await fillRobot(page, { name: 'DBA_group', robot, signingSecret: 'SEC-of-another-robot' })

  await test.step('the test shows what the provider said and what to do', async () => {
    await page.getByRole('button', { name: 'Test connection' }).click()
    await expect(page.getByText('The test message was not delivered.')).toBeVisible()
    await expect(page.getByText('310000 sign not match')).toBeVisible()
    await expect(page.getByText('What to do')).toBeVisible()
    expect(robot.messages()).toHaveLength(0)
  })

  await test.step('saving is not offered, and the API refuses it as well', async () => {
    await expect(page.getByRole('button', { name: 'Add channel' })).toBeHidden()
    const refusal = await api.tryPost('/channels', {
      name: 'DBA_group',
      kind: 'dingtalk',
      config: { baseUrl: robot.url },
      secrets: { ...robotSecrets, signingSecret: 'SEC-of-another-robot' },
    })
    expect(refusal.status).toBe(422)
    expect(await refusal.json()).toMatchObject({ errors: [{ path: 'saveUntested' }] })
  })

  await test.step('after the remedy the same form is tested and saved', async () => {
    await page.getByLabel('Signing secret').fill(robotSecrets.signingSecret)
    await expect(page.getByText('Settings changed since this test.')).toBeVisible()
    await page.getByRole('button', { name: 'Test again' }).click()
    await expect(page.getByText('The test message was delivered.')).toBeVisible()
    expect(robot.messages()).toHaveLength(1)
    await page.getByRole('button', { name: 'Add channel' }).click()
    await expect(page).toHaveURL(/\/settings\/channels$/)
  })

  await test.step('who saves without a test is named in the audit', async () => {
    await page.goto('/settings/channels/new?kind=dingtalk')
    await fillRobot(page, { name: 'night_group', robot })
    await page.getByRole('button', { name: 'Save without a test' }).click()
    await expect(page).toHaveURL(/\/settings\/channels$/)
    await page.goto('/audit')
    await page.getByRole('row').filter({ hasText: 'night_group' }).getByRole('link').first().click()
    const changes = page.getByRole('table', { name: 'Changes' })
    await expect(changes.getByRole('row').filter({ hasText: 'tested' })).toContainText(/false|no/i)
  })
})
