export { parameterOrderFaults } from './order.ts'
export {
  type JudgedByParameters,
  judges,
  type ParameterGroup,
  type ParameterSpec,
  type ParameterUnit,
  parameterGroupNames,
  parameterGroups,
  parameterUnits,
} from './parameter.ts'
export { isWhole, type ParameterPatch, parameterKey, parameterPatch, rangeOf } from './schema.ts'
export {
  defaultParameters,
  isParameterKey,
  type ParameterKey,
  type Parameters,
  parameterKeys,
  parametersFrom,
  parameterTable,
} from './table.ts'
