import js from '@eslint/js'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
// What we build, for it has to be good enough for ourselves; `npm run lint` builds it first.
import eventLoop from './dist/index.js'

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'tests/fixtures/', '**/dist/']),
  js.configs.recommended,
  eventLoop.configs['flat/recommended'],
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        setImmediate: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
  },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
  },
  {
    files: ['src/rules/**/*.ts', 'src/create-rule.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
  {
    files: ['tests/**/*.ts'],
    // Stubs of ESLint's objects in tests are too small for its types.
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
)
