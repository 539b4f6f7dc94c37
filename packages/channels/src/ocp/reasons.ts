import type { ReasonText } from '../outcome/reason-text.ts'

export const ocpReasons = {
  'left-to-clear': {
    sentence: {
      'zh-CN':
        '没有发送：OCP 没有上报恢复的接口。告警不再重复上报后，由 OCP 按告警项的设置自行清除。',
      'zh-TW':
        '沒有傳送：OCP 沒有回報恢復的介面。警報不再重複回報後，由 OCP 依警報項目的設定自行清除。',
      en: 'Nothing was sent: OCP has no call for the end of an alarm. It clears the alarm by its own settings once nothing more is reported.',
    },
    advice: {
      'zh-CN': '无需处理。若 OCP 里的告警迟迟不消失，请在 OCP 调短该告警项的清除时间。',
      'zh-TW': '不必處理。若 OCP 中的警報遲遲不消失，請在 OCP 縮短該警報項目的清除時間。',
      en: 'Nothing to do. If the alarm stays in OCP for too long, shorten the time after which OCP clears that item.',
    },
  },
  'cluster-accepts': {
    sentence: {
      'zh-CN': '连接和认证成功，可以读取告警。',
      'zh-TW': '連線和認證成功，可以讀取警報。',
      en: 'The cluster can be reached, accepts the credentials and lets alarms be read.',
    },
    advice: { 'zh-CN': '无需处理。', 'zh-TW': '不必處理。', en: 'Nothing to do.' },
  },
  'cluster-missing': {
    sentence: {
      'zh-CN': '通道所用的 OCP 集群没有关联，或设置不完整。',
      'zh-TW': '通道所用的 OCP 叢集沒有關聯，或設定不完整。',
      en: 'The OCP cluster of this channel is not associated, or its settings are incomplete.',
    },
    advice: {
      'zh-CN': '打开通道，选择一个已关联的集群。',
      'zh-TW': '請開啟通道，選擇一個已關聯的叢集。',
      en: 'Open the channel and choose an associated cluster.',
    },
  },
  'cluster-sign-in-refused': {
    sentence: {
      'zh-CN': 'OCP 不认可集群的认证信息。',
      'zh-TW': 'OCP 不接受叢集的認證資訊。',
      en: 'OCP does not accept the credentials of the cluster.',
    },
    advice: {
      'zh-CN': '检查用户名密码或 AK/SK，以及用户的告警权限；使用 AK/SK 时还要校准两边的时钟。',
      'zh-TW':
        '請檢查使用者名稱和密碼或 AK/SK，以及使用者的警報權限；使用 AK/SK 時還要校正兩邊的時鐘。',
      en: 'Check user and password or the keys, and that the user may report alarms; with keys, check the clocks of both sides too.',
    },
  },
  'alarm-refused': {
    sentence: {
      'zh-CN': 'OCP 不接受这条告警。',
      'zh-TW': 'OCP 不接受這則警報。',
      en: 'OCP does not take this alarm.',
    },
    advice: {
      'zh-CN': '确认 OCP 里有对应的告警项，或修改通道的告警项映射。',
      'zh-TW': '請確認 OCP 中有對應的警報項目，或修改通道的警報項目對應。',
      en: 'Check that OCP knows the alarm item, or change the alarm items of the channel.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
