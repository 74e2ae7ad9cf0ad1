import js from '@eslint/js'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
// What we build, for it has to be good enough for ourselves; `npm run lint` builds it first.
import eventLoop from './dist/index.js'

const nodeGlobals = Object.fromEntries(
  [...Object.getOwnPropertyNames(globalThis), '__filename', '__dirname'].map((name) => [
    name,
    'readonly',
  ]),
)

export default defineConfig(
  // Programs and fixtures do on purpose what the rules forbid.
  globalIgnores(['**/dist/', 'coverage/', 'tests/fixtures/', 'tests/runtime/programs/']),
  js.configs.recommended,
  eventLoop.configs['flat/recommended'],
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
  },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    // A node's type is compared with its name all over the analysis, as ESLint rules do.
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    // It wraps functions whose types it does not know, keeps their `this`, and must cost nothing.
    files: ['src/runtime/**/*.ts'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'prefer-rest-params': 'off',
    },
  },
  {
    files: ['src/rules/**/*.ts', 'src/create-rule.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
  {
    // It is there to be reported.
    files: ['examples/**'],
    rules: { 'event-loop/no-blocking-call': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    // Stubs of ESLint's objects in tests are too small for its types.
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
)
