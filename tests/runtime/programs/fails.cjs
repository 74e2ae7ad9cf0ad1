console.log('out')
console.error('err')
function fail() {
  throw new RangeError('as it should')
}
setTimeout(fail, 10)
