import { beeQueueJobs, bullJobs, bullmqJobs } from './offloaders/job-queues.js'
import { childProcess, cluster, globalChannels, processMessages, workerThreads } from './offloaders/node-workers.js'
import {
  jestWorkers,
  parcelWorkers,
  poolifier,
  workerFarm,
  workerNodes,
  workerpool,
} from './offloaders/process-pools.js'
import { childProcessPrograms, crossSpawn, execa, tinyexec, zx } from './offloaders/programs.js'
import { comlink, threads } from './offloaders/remote-objects.js'
import {
  bree,
  greenlet,
  inlineWorker,
  isoworker,
  multithreading,
  parallelJs,
  tinyWorker,
  webWorker,
  workerThread,
  workly,
} from './offloaders/shipped-functions.js'
import { makeSynchronous, syncThreads, synckit } from './offloaders/synchronous.js'
import {
  bthreads,
  microjob,
  nanothreads,
  nodeWorkerThreadsPool,
  piscina,
  tinypool,
  workerThreadsPool,
} from './offloaders/thread-pools.js'
import type { ModuleEntry } from './types.js'

/** Where work leaves the thread, and what it is handed to. */
export const offloaders: readonly ModuleEntry[] = [
  workerThreads,
  globalChannels,
  childProcess,
  cluster,
  processMessages,
  piscina,
  tinypool,
  nodeWorkerThreadsPool,
  workerThreadsPool,
  microjob,
  nanothreads,
  bthreads,
  workerpool,
  jestWorkers,
  workerFarm,
  workerNodes,
  parcelWorkers,
  poolifier,
  threads,
  comlink,
  multithreading,
  isoworker,
  parallelJs,
  tinyWorker,
  webWorker,
  bree,
  greenlet,
  workly,
  inlineWorker,
  workerThread,
  synckit,
  syncThreads,
  makeSynchronous,
  bullmqJobs,
  bullJobs,
  beeQueueJobs,
  childProcessPrograms,
  execa,
  crossSpawn,
  tinyexec,
  zx,
]
