/** The faults of these settings, in Chinese. */
export const dingtalkFaults: Readonly<Record<string, string>> = {
  'Write a DingTalk user id: letters and digits, no spaces.':
    '请填写钉钉用户 ID：字母和数字，不含空格。',
  'Paste the whole webhook address of the robot, or just its access_token.':
    '请粘贴机器人的完整 Webhook 地址，或只填 access_token。',
  'The address has no access_token. Copy it again from the settings of the robot.':
    '地址中没有 access_token，请从机器人设置里重新复制。',
  'The host must be oapi.dingtalk.com or oapi.dingtalk.io. For a private gateway, set the gateway address.':
    '主机须为 oapi.dingtalk.com 或 oapi.dingtalk.io；经由私有网关时请填写网关地址。',
}
