/** The faults of contacts, rotas and mail to people, in Chinese. */
export const personFaults: Readonly<Record<string, string>> = {
  'Write the userId of the DingTalk directory: letters and digits, no spaces.':
    '请填写钉钉通讯录中的 userId：字母和数字，不含空格。',
  'Write a Feishu open_id: it starts with ou_.': '请填写飞书 open_id，以 ou_ 开头。',
  'Write the account of the WeCom directory: letters and digits, no spaces.':
    '请填写企业微信通讯录中的账号：字母和数字，不含空格。',
  'Name at least one person.': '请至少选择一个人。',
  'Name each only once.': '每项只能选择一次。',
  'Write a day such as 2026-01-31.': '请填写日期，例如 2026-01-31。',
  'Use an hour of the day, 0–23.': '请填写 0–23 之间的整点。',
  'Use the name of a time zone, such as Asia/Shanghai.': '请填写时区名称，例如 Asia/Shanghai。',
  'There is no such account, or it is closed.': '该账号不存在或已停用。',
  'Choose an e-mail channel of the whole installation.': '请选择一个属于整个系统的邮件通道。',
  'No channel carries mail to people yet. An administrator names one under People.':
    '尚未指定发送个人邮件的通道，请管理员在“人员”页面指定。',
  'There is no such robot yet. Save it before you try it.': '还没有这个机器人，请先保存再测试。',
}
