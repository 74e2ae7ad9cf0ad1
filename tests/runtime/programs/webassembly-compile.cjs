/** A module of many functions: each adds its argument to itself a thousand times. */
function build(functions) {
  const number = (value) => {
    const bytes = []
    do {
      bytes.push((value & 127) | (value > 127 ? 128 : 0))
      value >>>= 7
    } while (value > 0)
    return bytes
  }
  const section = (id, bytes) => Buffer.concat([Buffer.from([id, ...number(bytes.length)]), bytes])
  const body = Buffer.from([0, ...Array.from({ length: 1000 }, () => [0x20, 0, 0x20, 0, 0x6a, 0x21, 0]).flat(), 0x20, 0, 0x0b])
  const code = Buffer.concat([Buffer.from(number(body.length)), body])
  return Buffer.concat([
    Buffer.from('0061736d01000000', 'hex'),
    section(1, Buffer.from([1, 0x60, 1, 0x7f, 1, 0x7f])),
    section(3, Buffer.from([...number(functions), ...Array.from({ length: functions }, () => 0)])),
    section(10, Buffer.concat([Buffer.from(number(functions)), ...Array.from({ length: functions }, () => code)])),
  ])
}

const bytes = build(800) // prepares

setTimeout(() => {
  const before = process.cpuUsage()
  for (;;) {
    const { user } = process.cpuUsage(before)
    if (user > 900_000) return
    for (let count = 0; count < 20; count += 1) new WebAssembly.Module(bytes) // guilty
  }
}, 600)
