import { chineseChannelFaults } from '@highwater/channels/catalog'
import { personFaults } from './person-faults.ts'
import { signInFaults } from './sign-in-faults.ts'

/** The faults that the rules tell, in Chinese. A fault that is missing here reads as a plain sentence. */
export const chineseFaults: Readonly<Record<string, string>> = {
  ...chineseChannelFaults,
  ...signInFaults,
  'Use 1–50 characters: Chinese, letters, digits or underscore.':
    '请使用 1–50 个字符：中文、字母、数字或下划线。',
  'The webhook is missing.': '请填写 Webhook。',
  'Write a mobile number: digits only.': '请填写手机号，只能包含数字。',
  'Write a whole address that starts with http:// or https://.':
    '请填写以 http:// 或 https:// 开头的完整地址。',
  'Take user and password out of the address.': '地址中不能包含用户名和密码。',
  'Take query and fragment out of the gateway address.':
    '网关地址中不能包含查询参数（?）和片段（#）。',
  'Write an e-mail address such as dba@example.com.': '请填写邮箱地址，例如 dba@example.com。',
  'The host is missing.': '请填写主机。',
  'Write a host name or an address, without scheme and port.':
    '请填写主机名或地址，不含协议和端口。',
  'Write one host name or address, without scheme and port.':
    '请填写一个主机名或地址，不含协议和端口。',
  'The address is missing.': '请填写地址。',
  'The database is missing.': '请填写数据库。',
  'The user is missing.': '请填写用户。',
  'Use at most 63 bytes.': '最多 63 个字节。',
  'Use 1–65535.': '请填写 1–65535。',
  'Paste the CA certificate in PEM form.': '请粘贴 PEM 格式的 CA 证书。',
  'Use at most 200 names.': '最多 200 个名称。',
  'Use 1–20 characters without spaces.': '请使用 1–20 个字符，不含空格。',
  'Say for which tag, which department, or both.': '请填写标签或选择部门，至少一项。',
  'There is a rule for this tag and department already. Change that one.':
    '该标签和部门已有规则，请修改那条规则。',
  'A channel cannot be its own fallback.': '通道不能以自身作为备用通道。',
  'Choose another channel that exists as the fallback.': '备用通道不存在，请另选一个。',
  'That channel itself falls back to this one, if by others. Choose another.':
    '该通道直接或间接地以本通道为备用，请另选一个。',
  'Give it a name.': '请填写名称。',
  'Write a headline.': '请填写标题。',
  'A headline is one line.': '标题只能有一行。',
  'Write at least one line.': '请至少填写一行。',
  'Choose at least one of them.': '请至少选择一项。',
  'These settings name another receiver: type this secret again.':
    '接收方地址已变更，请重新填写此项。',
  'Give at least one level a channel, an alert group or a person.':
    '请至少为一个级别选择通道、告警组或人员。',
  'Use 1–1440 minutes.': '请填写 1–1440 分钟。',
  'Use at most 5 steps.': '最多 5 步。',
  'Give the step a channel, an alert group or a person.': '请为这一步选择通道、告警组或人员。',
  ...personFaults,
  'Each step must come later than the one before it.': '每一步都必须晚于前一步。',
  'Use 1–10000 messages.': '请填写 1–10000 条。',
  'There is no such channel, or it belongs to another department.':
    '该通道不存在，或属于其他部门。',
  'There is no such alert group, or it belongs to another department.':
    '该告警组不存在，或属于其他部门。',
  "A department's subscription hears of no other department.": '部门的订阅不能包含其他部门。',
  'Use a time of day from 00:00 to 23:59.': '请填写 00:00 到 23:59 之间的时间。',
  'Use the name of a time zone such as Asia/Shanghai.': '请填写时区名称，例如 Asia/Shanghai。',
  'There is no such department, or you may not see it.': '没有这个部门，或您无权查看。',
  'Give the source a name.': '请填写名称。',
  'Give the token a name.': '请填写名称。',
  'Give a name.': '请填写姓名。',
  'Leave out characters that cannot be seen, and line breaks.': '不能包含不可见字符或换行。',
  'Leave out the null character or the broken character.':
    '不能包含空字符或残缺的字符，请重新输入。',
  'Name a project or an event.': '请填写项目或选择事件。',
  'This event is about no project: leave the project out.': '该事件与项目无关，请清空项目。',
  'Use 5–3600 seconds.': '请填写 5 秒至 1 小时。',
  'Use at least 10 characters.': '至少 10 个字符。',
  'Use at least 4 different characters.': '至少包含 4 个不同的字符。',
  'The password must differ from the e-mail address.': '密码不能与邮箱相同。',
  'Give your present password.': '请填写当前密码。',
  'This is not your present password.': '当前密码不正确。',
  'Choose a password that differs from the present one.': '新密码不能与当前密码相同。',
  'No test of exactly these settings has been delivered in the last 15 minutes. Run "Test connection" and save again, or save with saveUntested: true.':
    '最近 15 分钟内没有以此配置成功送达的测试。请先测试连接，或选择不测试直接保存。',
  'Choose an end after the beginning.': '结束时间须晚于开始时间。',
  'A silence lasts at most 366 days.': '静默最长 366 天。',
  'None of these hours lies between the beginning and the end.': '开始与结束之间没有这样的时段。',
  'Use a day and time of the years 2000 to 2099, such as 2026-01-31T22:00.':
    '请填写 2000 到 2099 年之间的日期和时间。',
  'There is no such day.': '没有这一天。',
  'Use whole minutes.': '请填写整分钟。',
  'Use at least 1 minute.': '至少 1 分钟。',
  'Use at least 5 minutes.': '至少 5 分钟。',
  'Use at most one year.': '最长一年。',
  'Send either until or minutes, not both.': '结束时间与时长只能填一项。',
  'Name at least one project.': '请至少选择一个项目。',
  'Name at most 1000 projects, or use a filter.': '一次最多选择 1000 个项目，更多请用筛选条件。',
  'Name at least one message.': '请至少选择一条消息。',
  'Name at most 500 messages, or use a filter.': '一次最多选择 500 条消息，更多请用筛选条件。',
  'Name at least one tag.': '请至少填写一个标签。',
  'Use at most 7 days.': '最长 7 天。',
  'Name at most 8 tags.': '最多 8 个标签。',
  'A silence of a department reaches no other department.': '部门的静默只能用于本部门。',
  'No window follows from this rule any more. Check its days, COUNT and UNTIL.':
    '按此规则不会再有维护窗口，请检查日期、次数和截止日期。',
}
