import type { ReasonText } from '../outcome/reasons.ts'

export const dingtalkReasons = {
  'keyword-missing': {
    sentence: {
      'zh-CN': '消息里没有机器人要求的关键词。',
      en: 'The message lacks the robot’s keyword.',
    },
    advice: {
      'zh-CN': '把机器人安全设置里的关键词原样填到通道的“关键词”。',
      en: 'Copy the keyword from the robot’s security settings into the channel’s keyword.',
    },
  },
  'signature-mismatch': {
    sentence: { 'zh-CN': '签名不匹配。', en: 'The signature does not match.' },
    advice: {
      'zh-CN': '重新复制机器人的加签密钥（以 SEC 开头）。',
      en: 'Copy the robot’s signing secret again; it starts with SEC.',
    },
  },
  'clock-off': {
    sentence: {
      'zh-CN': '时间戳与对方时钟相差超过一小时。',
      en: 'Our clock is more than an hour off the robot’s.',
    },
    advice: {
      'zh-CN': '校准数据库服务器的时间（NTP）。',
      en: 'Set the clock of the database server right (NTP).',
    },
  },
  'source-address-refused': {
    sentence: {
      'zh-CN': '发送方的 IP 不在机器人的白名单里。',
      en: 'Our address is not on the robot’s list.',
    },
    advice: {
      'zh-CN': '把 worker（或代理）的出口 IP 加到机器人的安全设置里。',
      en: 'Add the outgoing address of the worker or its proxy to the robot’s security settings.',
    },
  },
  'security-check-failed': {
    sentence: { 'zh-CN': '没有通过机器人的安全检查。', en: 'The robot’s security check failed.' },
    advice: {
      'zh-CN': '逐项核对机器人的关键词、加签和 IP 设置。',
      en: 'Compare keyword, signature and address list with the robot’s settings.',
    },
  },
  'unknown-robot': {
    sentence: {
      'zh-CN': '机器人不存在或 access_token 错误。',
      en: 'There is no robot with this access_token.',
    },
    advice: {
      'zh-CN': '从机器人设置里重新复制 Webhook。',
      en: 'Copy the webhook again from the robot’s settings.',
    },
  },
  'robot-stopped': {
    sentence: { 'zh-CN': '机器人已被停用。', en: 'The robot is stopped.' },
    advice: {
      'zh-CN': '在群设置里重新启用机器人。',
      en: 'Enable it again in the settings of the group.',
    },
  },
  'robot-not-in-group': {
    sentence: { 'zh-CN': '机器人已不在群里。', en: 'The robot is no longer in the group.' },
    advice: {
      'zh-CN': '把机器人重新加到群里，并更新 Webhook。',
      en: 'Add it to the group again and update the webhook.',
    },
  },
  'group-dissolved': {
    sentence: { 'zh-CN': '群已解散。', en: 'The group was dissolved.' },
    advice: {
      'zh-CN': '删除这个通道，或换成别的群的机器人。',
      en: 'Delete the channel, or use the robot of another group.',
    },
  },
  'malformed-request': {
    sentence: {
      'zh-CN': '机器人不认可请求的格式。',
      en: 'The robot does not accept the form of the request.',
    },
    advice: {
      'zh-CN': '检查网关或代理是否改写了请求；否则请反馈给开发者。',
      en: 'Check whether a gateway or proxy changes requests; if not, please report it.',
    },
  },
  'unsafe-content': {
    sentence: { 'zh-CN': '内容被判定为不合规。', en: 'The content was judged improper.' },
    advice: {
      'zh-CN': '检查项目名称和错误说明里是否有敏感词或外部链接。',
      en: 'Look for sensitive words or outside links in names and error texts.',
    },
  },
  'unlisted-code': {
    sentence: {
      'zh-CN': '对方返回了未收录的错误码。',
      en: 'The receiver answered with a code that is not on record.',
    },
    advice: {
      'zh-CN': '按对方的说明处理，并反馈给开发者。',
      en: 'Follow the receiver’s own words, and please report the code.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
