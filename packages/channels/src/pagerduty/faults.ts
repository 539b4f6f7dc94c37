/** The faults of these settings, in Chinese. */
export const pagerdutyFaults: Readonly<Record<string, string>> = {
  'Write the integration key: 32 letters and digits.':
    '请填写集成密钥（Integration Key）：32 位字母和数字。',
}
