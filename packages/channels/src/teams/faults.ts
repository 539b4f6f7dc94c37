/** The faults of these settings, in Chinese. */
export const teamsFaults: Readonly<Record<string, string>> = {
  'Write a sign-in name such as lilei@example.com.': '请填写登录名，例如 lilei@example.com。',
  'Write the name to be shown, without < > and &.': '请填写显示的名字，不能包含 <、> 和 &。',
  'Use at most 20 people.': '最多 20 人。',
  'Paste the whole address of the workflow, its signature included.':
    '请粘贴工作流的完整地址，包括其中的签名。',
  'The host must be one of Power Automate or Microsoft Teams. For a private gateway, set the gateway address.':
    '主机须属于 Power Automate 或 Microsoft Teams；经由私有网关时请填写网关地址。',
}
