import { createClusterOperation } from './create.ts'
import { deleteClusterOperation } from './delete.ts'
import { getClusterOperation } from './get.ts'
import { listClustersOperation } from './list.ts'
import { testClusterOperation } from './test.ts'
import { updateClusterOperation } from './update.ts'

export const clusterOperations = [
  listClustersOperation,
  createClusterOperation,
  testClusterOperation,
  getClusterOperation,
  updateClusterOperation,
  deleteClusterOperation,
]
