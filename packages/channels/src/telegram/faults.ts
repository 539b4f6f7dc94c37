/** The faults of these settings, in Chinese. */
export const telegramFaults: Readonly<Record<string, string>> = {
  'Write a chat id such as -1001234567890, or @name.':
    '请填写会话 ID（例如 -1001234567890），或公开频道的 @名称。',
  'Write the number of the topic.': '请填写话题编号，只能包含数字。',
  'Write the whole token: digits, a colon and the rest.':
    '请填写完整的 Token：数字、冒号及其后的内容。',
}
