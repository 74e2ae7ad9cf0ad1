import path from 'node:path'
import { isMainThread, threadId } from 'node:worker_threads'

/** What a person calls this process or thread: `server.js`, `cluster worker 2`, `worker thread 3`. */
export function watchedName(): string {
  if (!isMainThread) return `worker thread ${threadId}`
  return clusterName() ?? path.basename(process.argv[1] ?? 'node')
}

function clusterName(): string | null {
  // To load it where the program does not would make Node.js take the process for a primary.
  const { moduleLoadList = [] } = process as { moduleLoadList?: readonly string[] }
  if (!moduleLoadList.includes('NativeModule cluster')) return null
  const { worker } = process.getBuiltinModule('cluster')
  return worker ? `cluster worker ${worker.id}` : null
}
