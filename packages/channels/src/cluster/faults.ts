import { trustedCaFaults } from '../settings/trusted-ca.ts'

/** The faults of a cluster's settings, in Chinese. */
export const clusterFaults: Readonly<Record<string, string>> = {
  ...trustedCaFaults,
  'Write host and port only, such as 10.0.0.8:8080.': '只填写主机和端口，例如 10.0.0.8:8080。',
  'It holds letters, digits and signs only.': '只能包含字母、数字和符号。',
  'A user name has no colon.': '用户名不能包含冒号。',
  'The user is missing.': '请填写用户名。',
  'The password is missing.': '请填写密码。',
  'The access key is missing.': '请填写 AccessKey。',
  'The secret key is missing.': '请填写 SecretKey。',
}
