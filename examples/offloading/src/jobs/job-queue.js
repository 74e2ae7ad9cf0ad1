import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export class QueueFullError extends Error {}

const states = ['waiting', 'active', 'completed', 'failed']

/** Jobs as files of a folder, which the processes that add them share with those that work them off. */
export class JobQueue {
  #folder
  #maxWaiting
  #ready

  constructor(folder, { maxWaiting }) {
    this.#folder = folder
    this.#maxWaiting = maxWaiting
    this.#ready = Promise.all(states.map((state) => mkdir(join(folder, state), { recursive: true })))
  }

  /** Keeps a job and gives its id. */
  async add(name, data) {
    await this.#ready
    const waiting = await readdir(join(this.#folder, 'waiting'))
    if (waiting.length >= this.#maxWaiting) throw new QueueFullError('Too many jobs wait.')
    // By their names, the oldest job comes first.
    const id = `${Date.now()}-${randomUUID()}`
    await this.#write('waiting', id, { name, data })
    return id
  }

  /** What has become of a job; null when there is none of this id. */
  async get(id) {
    if (!/^[\w-]+$/.test(id)) return null
    for (const state of states) {
      const job = await this.#read(state, id)
      if (job !== null) return { state, ...job }
    }
    return null
  }

  /** Takes the oldest job, of which no other process gets hold; null when none waits. */
  async take() {
    await this.#ready
    const files = (await readdir(join(this.#folder, 'waiting'))).filter((file) => file.endsWith('.json'))
    for (const file of files.sort()) {
      try {
        await rename(join(this.#folder, 'waiting', file), join(this.#folder, 'active', file))
      } catch (error) {
        if (error.code === 'ENOENT') continue
        throw error
      }
      const id = file.slice(0, -'.json'.length)
      return { id, ...(await this.#read('active', id)) }
    }
    return null
  }

  /** Says how a job that was taken has ended. */
  async finish(id, state, result) {
    const job = await this.#read('active', id)
    await this.#write('active', id, { ...job, ...result })
    await rename(this.#path('active', id), this.#path(state, id))
  }

  #path(state, id) {
    return join(this.#folder, state, `${id}.json`)
  }

  async #read(state, id) {
    try {
      return JSON.parse(await readFile(this.#path(state, id), 'utf8'))
    } catch (error) {
      if (error.code === 'ENOENT') return null
      throw error
    }
  }

  /** A file that is half written has another name. */
  async #write(state, id, job) {
    const partial = join(this.#folder, state, `${id}.partial`)
    await writeFile(partial, JSON.stringify(job))
    await rename(partial, this.#path(state, id))
  }
}
