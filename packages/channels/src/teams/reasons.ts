import type { ReasonText } from '../outcome/reason-text.ts'

export const teamsReasons = {
  queued: {
    sentence: {
      'zh-CN': 'Teams 已受理，稍后由工作流发布；之后的失败不会告知这里。',
      'zh-TW': 'Teams 已受理，稍後由工作流程發布；之後的失敗不會通知這裡。',
      en: 'Teams took it, and its workflow will post it; of a later failure nothing is told here.',
    },
    advice: {
      'zh-CN': '没有看到消息时，请查看工作流的运行记录。',
      'zh-TW': '沒有看到訊息時，請查看工作流程的執行記錄。',
      en: 'If no message appears, look at the runs of the workflow.',
    },
  },
  'queued-shortened': {
    sentence: {
      'zh-CN': '消息超出长度限制，缩短后 Teams 已受理。',
      'zh-TW': '訊息超出長度限制，縮短後 Teams 已受理。',
      en: 'The message exceeded the limit of length; shortened, Teams took it.',
    },
    advice: {
      'zh-CN': '完整内容请在告警页查看。',
      'zh-TW': '完整內容請在警報頁面查看。',
      en: 'The alert’s page shows the whole text.',
    },
  },
  'flow-refused': {
    sentence: {
      'zh-CN': '工作流不认可地址里的签名。',
      'zh-TW': '工作流程不接受位址中的簽章。',
      en: 'The workflow does not accept the signature in the address.',
    },
    advice: {
      'zh-CN': '在工作流里重新复制完整地址，并确认触发器允许任何人调用。',
      'zh-TW': '請在工作流程中重新複製完整位址，並確認觸發程序允許任何人呼叫。',
      en: 'Copy the whole address again, and check that anyone may trigger the workflow.',
    },
  },
  'flow-missing': {
    sentence: {
      'zh-CN': '工作流已停用或被删除。',
      'zh-TW': '工作流程已停用或被刪除。',
      en: 'The workflow is turned off or was deleted.',
    },
    advice: {
      'zh-CN': '启用或重建工作流；所有者离职也会使它停用。',
      'zh-TW': '請啟用或重建工作流程；擁有者離職也會使它停用。',
      en: 'Turn it on or make it anew; it also ends when its owner leaves.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
