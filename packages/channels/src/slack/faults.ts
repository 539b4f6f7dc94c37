/** The faults of these settings, in Chinese. */
export const slackFaults: Readonly<Record<string, string>> = {
  'Write a member id such as U012AB3CD.': '请填写成员 ID，例如 U012AB3CD。',
  'Write the id of a user group such as S012AB3CD.': '请填写用户组 ID，例如 S012AB3CD。',
  'Paste the whole webhook address of the app.': '请粘贴应用的完整 Webhook 地址。',
  'The path must be /services/ and the three parts that Slack gave.':
    '路径须为 /services/ 加 Slack 给出的三段内容。',
  'The host must be hooks.slack.com or hooks.slack-gov.com. For a private gateway, set the gateway address.':
    '主机须为 hooks.slack.com 或 hooks.slack-gov.com；经由私有网关时请填写网关地址。',
}
