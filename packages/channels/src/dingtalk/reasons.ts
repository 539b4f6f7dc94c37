import type { ReasonText } from '../outcome/reason-text.ts'

export const dingtalkReasons = {
  'signature-mismatch': {
    sentence: {
      'zh-CN': '签名不匹配。',
      'zh-TW': '簽章不相符。',
      en: 'The signature does not match.',
    },
    advice: {
      'zh-CN': '重新复制机器人的加签密钥（以 SEC 开头）。',
      'zh-TW': '請重新複製機器人的加簽金鑰（以 SEC 開頭）。',
      en: 'Copy the robot’s signing secret again; it starts with SEC.',
    },
  },
  'clock-off': {
    sentence: {
      'zh-CN': '时间戳与对方时钟相差超过一小时。',
      'zh-TW': '時間戳記與對方的時鐘相差超過一小時。',
      en: 'Our clock is more than an hour off the robot’s.',
    },
    advice: {
      'zh-CN': '校准数据库服务器的时间（NTP）。',
      'zh-TW': '請校正資料庫伺服器的時間（NTP）。',
      en: 'Set the clock of the database server right (NTP).',
    },
  },
  'security-check-failed': {
    sentence: {
      'zh-CN': '没有通过机器人的安全检查。',
      'zh-TW': '沒有通過機器人的安全檢查。',
      en: 'The robot’s security check failed.',
    },
    advice: {
      'zh-CN': '逐项核对机器人的关键词、加签和 IP 设置。',
      'zh-TW': '請逐項核對機器人的關鍵字、加簽和 IP 設定。',
      en: 'Compare keyword, signature and address list with the robot’s settings.',
    },
  },
  'robot-stopped': {
    sentence: {
      'zh-CN': '机器人已被停用。',
      'zh-TW': '機器人已停用。',
      en: 'The robot is stopped.',
    },
    advice: {
      'zh-CN': '在群设置里重新启用机器人。',
      'zh-TW': '請在群組設定中重新啟用機器人。',
      en: 'Enable it again in the settings of the group.',
    },
  },
  'robot-not-in-group': {
    sentence: {
      'zh-CN': '机器人已不在群里。',
      'zh-TW': '機器人已不在群組中。',
      en: 'The robot is no longer in the group.',
    },
    advice: {
      'zh-CN': '把机器人重新加到群里，并更新 Webhook。',
      'zh-TW': '請把機器人重新加入群組，並更新 Webhook。',
      en: 'Add it to the group again and update the webhook.',
    },
  },
  'group-dissolved': {
    sentence: { 'zh-CN': '群已解散。', 'zh-TW': '群組已解散。', en: 'The group was dissolved.' },
    advice: {
      'zh-CN': '删除这个通道，或换成别的群的机器人。',
      'zh-TW': '請刪除這個通道，或改用其他群組的機器人。',
      en: 'Delete the channel, or use the robot of another group.',
    },
  },
  'sent-without-links': {
    sentence: {
      'zh-CN': '钉钉认为链接不安全，消息已去掉链接后送达。',
      'zh-TW': '釘釘認為連結不安全，訊息已去掉連結後送達。',
      en: 'DingTalk took a link for unsafe, so the message was delivered without links.',
    },
    advice: {
      'zh-CN': '检查控制台的公开地址（HIGHWATER_URL），或在钉钉后台把它加入白名单。',
      'zh-TW': '請檢查主控台的公開位址（HIGHWATER_URL），或在釘釘管理後台把它加入允許清單。',
      en: 'Check the public address of the console (HIGHWATER_URL), or have DingTalk trust it.',
    },
  },
  'unsafe-content': {
    sentence: {
      'zh-CN': '内容被判定为不合规。',
      'zh-TW': '內容被判定為不合規定。',
      en: 'The content was judged improper.',
    },
    advice: {
      'zh-CN': '检查项目名称和错误说明里是否有敏感词或外部链接。',
      'zh-TW': '請檢查專案名稱和錯誤說明中是否有敏感字詞或外部連結。',
      en: 'Look for sensitive words or outside links in names and error texts.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
