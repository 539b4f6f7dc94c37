/** The faults of these settings, in Chinese. */
export const wecomRobotFaults: Readonly<Record<string, string>> = {
  'Write a WeCom user id: letters and digits, no spaces.':
    '请填写企业微信成员的 UserID：字母和数字，不含空格。',
  'To call everybody, switch on “mention everybody”.': '需要 @ 所有人时，请打开“@ 所有人”。',
  'Paste the whole webhook address of the robot, or just its key.':
    '请粘贴机器人的完整 Webhook 地址，或只填 key。',
  'The address has no key. Copy it again from the settings of the robot.':
    '地址中没有 key，请从机器人设置里重新复制。',
  'The host must be qyapi.weixin.qq.com. For a private gateway, set the gateway address.':
    '主机须为 qyapi.weixin.qq.com；经由私有网关时请填写网关地址。',
}
