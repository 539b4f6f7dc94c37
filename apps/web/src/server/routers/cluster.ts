import {
  createCluster,
  deleteCluster,
  requestClusterTest,
  updateCluster,
} from '@highwater/db/commands'
import { getChannelTest, getCluster, listClusters } from '@highwater/db/queries'
import { changes, readsOne, router, shows } from '../trpc.ts'

export const clusterRouter = router({
  list: shows(listClusters),
  get: readsOne(getCluster),
  create: changes(createCluster),
  update: changes(updateCluster),
  remove: changes(deleteCluster),
  test: changes(requestClusterTest),
  testResult: readsOne(getChannelTest),
})
