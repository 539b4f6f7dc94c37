export { changePasswordInput, displayName, email, newPassword, setUpInput } from './schema.ts'
