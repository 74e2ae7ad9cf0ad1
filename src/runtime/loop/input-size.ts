/** Bytes or characters from which on an input is large: what takes so many takes tenths of a millisecond. */
export const largeSize = 65_536

/** How large what a call works on is: bytes, characters, or a number as it stands; 0 when unknown. */
export function inputSize(input: unknown): number {
  if (typeof input === 'string') return input.length
  if (typeof input === 'number') return input
  if (typeof input !== 'object' || input === null) return 0
  const { byteLength } = input as { byteLength?: unknown }
  if (typeof byteLength === 'number') return byteLength
  return Array.isArray(input) ? sumOfSizes(input) : 0
}

/** Longer lists are taken as large without looking at all that is in them. */
const maximumLooks = 64

function sumOfSizes(list: readonly unknown[]): number {
  if (list.length > maximumLooks) return Infinity
  let sum = 0
  for (const part of list) sum += (part as { byteLength?: number } | null)?.byteLength ?? 0
  return sum
}
