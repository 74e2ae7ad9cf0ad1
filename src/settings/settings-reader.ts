import { NamePattern } from '../analysis/declared/name-pattern.js'

/** Reads the properties of one object, and names what is wrong with them. */
export class SettingsReader {
  readonly #place: string
  readonly #values: Readonly<Record<string, unknown>>

  constructor(place: string, values: unknown) {
    this.#place = place
    if (typeof values !== 'object' || values === null || Array.isArray(values)) {
      throw new Error(`${place} is ${shown(values)}; it takes an object.`)
    }
    this.#values = values as Readonly<Record<string, unknown>>
  }

  wrong(name: string, wanted: string): Error {
    const place = name === '' ? this.#place : `${this.#place}.${name}`
    return new Error(`${place} is ${shown(name === '' ? this.#values : this.value(name))}; ${wanted}.`)
  }

  accept(names: readonly string[]): void {
    const quoted = names.map((name) => `\`${name}\``)
    const listed = `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
    for (const name of Object.keys(this.#values)) {
      if (!names.includes(name)) throw this.wrong(name, `what it takes there is ${listed}`)
    }
  }

  value(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined
  }

  within(name: string): SettingsReader {
    return new SettingsReader(`${this.#place}.${name}`, this.value(name))
  }

  text(name: string, what = 'a text'): string | undefined {
    const value = this.value(name)
    if (value === undefined || (typeof value === 'string' && value !== '')) return value
    throw this.wrong(name, `it takes ${what}`)
  }

  required(name: string): string {
    const value = this.text(name)
    if (value === undefined) throw this.wrong('', `it needs a \`${name}\``)
    return value
  }

  /** A name that can name something. */
  name(place: string, text: string): string {
    try {
      return new NamePattern(text).text
    } catch (error) {
      throw this.wrong(place, (error as Error).message.replace(/\.$/, ''))
    }
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    const chosen = choices.find((choice) => choice === value)
    if (chosen === undefined) throw this.wrong(name, `it takes ${listOf(choices)}`)
    return chosen
  }

  texts<T extends string>(name: string, choices?: readonly T[]): readonly T[] {
    const value = this.value(name) ?? []
    const isText = (item: unknown): item is T =>
      typeof item === 'string' && (choices === undefined || choices.includes(item as T))
    if (Array.isArray(value) && value.every(isText)) return value
    const wanted = choices === undefined ? 'texts' : `any of ${listOf(choices)}`
    throw this.wrong(name, `it takes a list of ${wanted}`)
  }

  position(name: string): number | undefined {
    const value = this.value(name)
    if (value === undefined || isPosition(value)) return value
    throw this.wrong(name, 'it takes the position of an argument, from 0')
  }

  positions(name: string): readonly number[] | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    if (Array.isArray(value) && value.length > 0 && value.every(isPosition)) return value
    throw this.wrong(name, 'it takes a list of positions of arguments, from 0')
  }

  list(name: string): readonly SettingsReader[] {
    const value = this.value(name) ?? []
    if (!Array.isArray(value)) throw this.wrong(name, 'it takes a list of objects')
    return value.map((item, at) => new SettingsReader(`${this.#place}.${name}[${at}]`, item))
  }
}

function isPosition(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0
}

function listOf(choices: readonly string[]): string {
  const quoted = choices.map((choice) => JSON.stringify(choice))
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
