/** @type {import('eslint-doc-generator').GenerateOptions} */
const config = {
  // The flat configs hold the same rules as those of the same name.
  ignoreConfig: ['flat/recommended', 'flat/strict'],
}

export default config
