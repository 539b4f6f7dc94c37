import type { DingtalkFake } from '@highwater/channels/testing'
import type { Page } from '@playwright/test'
import { robotSecrets } from './robots.ts'

interface RobotFields {
  readonly name: string
  readonly robot: DingtalkFake
  readonly signingSecret?: string
}

/** Fills the open form of a DingTalk channel. */
export async function fillRobot(page: Page, fields: RobotFields): Promise<void> {
  const { name, robot, signingSecret = robotSecrets.signingSecret } = fields
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Webhook', { exact: true }).fill(robotSecrets.webhook)
  await page.getByLabel('Signing secret').fill(signingSecret)
  await page.getByLabel('Gateway address').fill(robot.url)
}
