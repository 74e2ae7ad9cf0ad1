// (func (export "spin") (param i32) loop  local.get 0 i32.const 1 i32.sub local.tee 0 br_if 0  end)
const bytes = Buffer.from(
  '0061736d0100000001050160017f00030201000708010473' + '70696e00000a10010e00034020004101' + '6b22000d000b0b',
  'hex',
)
const { instance } = await WebAssembly.instantiate(bytes)

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) {
    instance.exports.spin(50_000_000) // guilty
  }
}, 60)
