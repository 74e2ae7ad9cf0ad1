// A thread that takes files one by one, as long as there are any, and says what they give.
import { type MessagePort, workerData } from 'node:worker_threads'
import { judgeFile } from './judged-file.js'
import { type JudgeTask, SENT, TAKEN } from './judge-files.js'

const { files, counts, port } = workerData as JudgeTask & { port: MessagePort }

for (let at = Atomics.add(counts, TAKEN, 1); at < files.length; at = Atomics.add(counts, TAKEN, 1)) {
  const file = files[at]
  if (file === undefined) break
  port.postMessage([at, JSON.stringify(judgeFile(file))])
  Atomics.add(counts, SENT, 1)
  Atomics.notify(counts, SENT)
}
port.close()
