/** Fake receivers for tests and benches: real servers that check, remember and misbehave. */
export {
  type AlertmanagerFake,
  type AlertmanagerFakeOptions,
  type KeptAlert,
  startAlertmanagerFake,
} from './fakes/alertmanager.ts'
export {
  type DingtalkEntry,
  type DingtalkFake,
  startDingTalkFake,
} from './fakes/dingtalk.ts'
export type { DingtalkFakeOptions, DingtalkState } from './fakes/dingtalk-rules.ts'
export {
  type FeishuFake,
  type FeishuFakeOptions,
  type FeishuState,
  startFeishuFake,
} from './fakes/feishu.ts'
export type { Answer, Misbehaviour, ReceivedRequest, TlsIdentity } from './fakes/http-fake.ts'
export {
  type OcpFake,
  type OcpFakeOptions,
  type OcpRow,
  type OcpState,
  startOcpFake,
} from './fakes/ocp.ts'
export {
  type PagerdutyFake,
  type PagerdutyFakeOptions,
  type PagerdutyIncident,
  startPagerdutyFake,
} from './fakes/pagerduty.ts'
export { type ProxyFake, type ProxyFakeOptions, startProxyFake } from './fakes/proxy.ts'
export type { Judgement, RobotEntry, RobotFake } from './fakes/robot-fake.ts'
export {
  type SlackFake,
  type SlackFakeOptions,
  type SlackState,
  startSlackFake,
} from './fakes/slack.ts'
export {
  type ReceivedMail,
  type SmtpFake,
  type SmtpFakeOptions,
  type SmtpMisbehaviour,
  startSmtpFake,
} from './fakes/smtp.ts'
export { type SocksFake, startSocksFake } from './fakes/socks.ts'
export { startTcpFake, type TcpFake } from './fakes/tcp.ts'
export {
  startTeamsFake,
  type TeamsFake,
  type TeamsFakeOptions,
  type TeamsState,
} from './fakes/teams.ts'
export {
  startTelegramFake,
  type TelegramFake,
  type TelegramFakeOptions,
  type TelegramState,
} from './fakes/telegram.ts'
export { startWebhookFake, type WebhookFake } from './fakes/webhook.ts'
export {
  startWecomAppFake,
  type WecomAppFake,
  type WecomAppFakeOptions,
  type WecomAppState,
} from './fakes/wecom-app.ts'
export {
  startWecomRobotFake,
  type WecomRobotFake,
  type WecomRobotFakeOptions,
} from './fakes/wecom-robot.ts'
export { testTlsIdentity } from './fixtures/tls-identity.ts'
export { anAlertMessage, aTestMessage } from './messages.ts'
export { type AlertmanagerPeer, startAlertmanagerPeer } from './peers/alertmanager.ts'
