/** The registry of senders: one line for each kind. */
export { dingtalkSender } from '../dingtalk/send.ts'
export { emailSender } from '../email/send.ts'
export { feishuSender } from '../feishu/send.ts'
export { slackSender } from '../slack/send.ts'
export { telegramSender } from '../telegram/send.ts'
export { webhookSender } from '../webhook/send.ts'
export { wecomAppSender } from '../wecom-app/send.ts'
export { wecomRobotSender } from '../wecom-robot/send.ts'
