/** The faults of these settings, in Chinese. */
export const feishuFaults: Readonly<Record<string, string>> = {
  'Write an open_id (ou_…) or a user_id; a robot knows no mobiles.':
    '请填写 open_id（ou_ 开头）或 user_id；群机器人不支持按手机号 @。',
  'To call everybody, switch on “mention everybody”.': '需要 @ 所有人时，请打开“@ 所有人”。',
  'Paste the whole webhook address of the robot, or just the id at its end.':
    '请粘贴机器人的完整 Webhook 地址，或只填地址末尾的 ID。',
  'This robot is of the first generation. Add a custom bot to the group and paste its address.':
    '这是旧版机器人的地址，请在群里添加自定义机器人并粘贴它的地址。',
  'The path must be /open-apis/bot/v2/hook/ and the id of the robot.':
    '路径须为 /open-apis/bot/v2/hook/ 加机器人的 ID。',
  'The host must be open.feishu.cn or open.larksuite.com. For a private gateway, set the gateway address.':
    '主机须为 open.feishu.cn 或 open.larksuite.com；经由私有网关时请填写网关地址。',
}
