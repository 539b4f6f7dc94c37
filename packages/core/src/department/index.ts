export { departmentFields, departmentName, departmentRoleField } from './schema.ts'
