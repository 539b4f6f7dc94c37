/** The registry of kinds: one line for each. Pure, so that browsers can read it. */
export { dingtalk } from '../dingtalk/kind.ts'
export { email } from '../email/kind.ts'
export { feishu } from '../feishu/kind.ts'
export { slack } from '../slack/kind.ts'
export { telegram } from '../telegram/kind.ts'
export { webhook } from '../webhook/kind.ts'
export { wecomApp } from '../wecom-app/kind.ts'
export { wecomRobot } from '../wecom-robot/kind.ts'
