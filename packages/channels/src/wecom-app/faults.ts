/** The faults of these settings, in Chinese. */
export const wecomAppFaults: Readonly<Record<string, string>> = {
  'Write the corp id: letters and digits, as under “My enterprise”.':
    '请填写企业 ID：字母和数字，见管理后台“我的企业”。',
  'Write the AgentId: digits only.': '请填写 AgentId，只能包含数字。',
  'Write a WeCom user id, or @all for everybody who can see the app.':
    '请填写成员的 UserID，或填 @all 发给应用可见范围内的所有人。',
  'Write the id of a department or tag: digits only.': '请填写部门或标签的 ID，只能包含数字。',
  'The secret of the application is missing.': '请填写应用的 Secret。',
  'The secret holds letters, digits and signs only.': 'Secret 只能包含字母、数字和符号。',
  'Name at least one member, department or tag.': '请至少填写一个成员、部门或标签。',
}
