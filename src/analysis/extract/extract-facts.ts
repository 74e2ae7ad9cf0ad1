import type { TSESTree } from '@typescript-eslint/utils'
import type { FileFacts } from '../facts.js'
import { withinStack } from '../nesting-error.js'
import { recordAmbientFunction, recordInterface } from './ambient.js'
import { dependsOnCount, leavesWhenBusy } from './bounds.js'
import { isBranch, isProcessEnd, mayLeave } from './branches.js'
import { elementOf, recordAccess, recordCall } from './calls.js'
import { applyCompiledDecorators, isDecorating, recordCompiledDecorators } from './compiled-decorators.js'
import { recordAdditions, recordCollection } from './collections.js'
import { recordClass } from './classes.js'
import { FileBuilder, type ParsedSource } from './file-builder.js'
import { contextOf, directivesOf, recordFunction } from './functions.js'
import { missingCall, missingClass, missingFunction, missingObject } from './missing-facts.js'
import { emptyWhenTrue, fills, isFilledElsewhere, keptByEarlyReturn, type Memo, memoOf, placeOf } from './memo.js'
import {
  recordCompiledExport,
  recordDefaultExport,
  recordExportAll,
  recordImport,
  recordImportEquals,
  recordNamedExports,
} from './modules.js'
import { noteDestructured, noteMember } from './member-uses.js'
import { isNode, isOnlyType } from './nodes.js'
import { recordArray, recordObject } from './objects.js'
import { assign, loopTarget } from './patterns.js'
import { omittedAfter, omittedIn, withOmitted } from './omissions.js'
import { referenceTo, typeReferenceTo, unknown } from './references.js'
import { noteResults } from './results.js'
import { recordAgain, recordLoop } from './waits.js'

export type { ParsedSource } from './file-builder.js'

/** Turns the tree of one file into facts, in one traversal; throws a NestingError for one too deep. */
export function extractFacts(source: ParsedSource): FileFacts {
  return withinStack(() => new Walker(source).extract())
}

class Walker {
  readonly #file: FileBuilder

  constructor(source: ParsedSource) {
    this.#file = new FileBuilder(source)
  }

  extract(): FileFacts {
    const file = this.#file
    const { ast, text } = file.source
    file.enter(ast, true, null)
    this.#visitStatements(ast.body, ast)
    file.leave()
    file.functions.set(ast, {
      ...missingFunction,
      form: 'module',
      range: file.positions.rangeOf(ast),
      ...directivesOf(ast.body),
    })
    const functions = file.functions.rows(() => missingFunction)
    const classes = file.classes.rows(() => missingClass)
    return {
      file: file.source.file,
      ...applyCompiledDecorators(classes, functions, file),
      calls: file.calls.rows(() => missingCall),
      variables: file.bindings.variables,
      objects: file.objects.rows(() => missingObject),
      propertyWrites: file.propertyWrites,
      exports: file.exports,
      imports: [...file.imports],
      globals: file.bindings.globals,
      hashbang: text.startsWith('#!'),
      ...(text.includes('event-loop/no-') ? { namesRule: true as const } : {}),
      ...(file.waits.length === 0 ? {} : { waits: file.waits }),
    }
  }

  readonly #visit = (node: TSESTree.Node, parent: TSESTree.Node | null): void => {
    const { frame, frame: { sometimes, bounded, omitted } } = this.#file
    frame.sometimes ||= isBranch(node, parent)
    frame.omitted = withOmitted(omitted, omittedIn(node, parent, this.#file))
    frame.bounded ||= dependsOnCount(node, parent, this.#file)
    this.#visitNode(node, parent)
    frame.sometimes = sometimes
    frame.bounded = bounded
    frame.omitted = omitted
  }

  readonly #visitNode = (node: TSESTree.Node, parent: TSESTree.Node | null): void => {
    const file = this.#file
    noteResults(node, file)
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        recordFunction(node, contextOf(node, parent, file), file, () => this.#visitChildren(node))
        return
      case 'ClassDeclaration':
      case 'ClassExpression':
        recordClass(node, parent, file, this.#visit)
        return
      case 'BlockStatement':
        this.#visitStatements(node.body, node)
        return
      case 'SwitchCase':
        if (node.test) this.#visit(node.test, node)
        this.#visitStatements(node.consequent, node)
        return
      case 'IfStatement':
        this.#visitIf(node)
        return
      case 'TryStatement':
        this.#visitTry(node)
        return
      case 'VariableDeclarator':
        this.#visitDeclarator(node)
        return
      case 'AssignmentExpression':
        this.#visitAssignment(node)
        return
      case 'LogicalExpression':
        this.#visitLogical(node)
        return
      case 'ForOfStatement':
        file.frame.loops = true
        assign(loopTarget(node.left), elementOf(node.right, file), file)
        break
      case 'ForInStatement':
        file.frame.loops = true
        assign(loopTarget(node.left), unknown, file)
        break
      case 'DoWhileStatement':
      case 'ForStatement':
      case 'WhileStatement':
        file.frame.loops = true
        recordLoop(node, file)
        break
      case 'ReturnStatement':
        if (node.argument) file.frame.returns.push(referenceTo(node.argument, file))
        break
      case 'CallExpression':
        recordCall(node, file)
        recordAgain(node, file)
        recordAdditions(node, file)
        recordCompiledExport(node, file)
        recordCompiledDecorators(node, file)
        break
      case 'NewExpression':
        recordCall(node, file)
        recordCollection(node, file)
        break
      case 'TaggedTemplateExpression':
        recordCall(node, file)
        break
      case 'MemberExpression':
        this.#visitMember(node, parent)
        break
      case 'Identifier':
        file.capture(node)
        return
      case 'ObjectExpression':
        recordObject(node, file)
        break
      case 'ArrayExpression':
        recordArray(node, file)
        break
      case 'ImportDeclaration':
        recordImport(node, file)
        return
      case 'TSImportEqualsDeclaration':
        recordImportEquals(node, file)
        return
      case 'ExportNamedDeclaration':
        recordNamedExports(node, file)
        break
      case 'ExportDefaultDeclaration':
      case 'TSExportAssignment':
        recordDefaultExport(node, file)
        break
      case 'ExportAllDeclaration':
        recordExportAll(node, file)
        return
      case 'TSInterfaceDeclaration':
        recordInterface(node, file)
        return
      case 'TSDeclareFunction':
        recordAmbientFunction(node, file)
        return
      case 'TSTypeAliasDeclaration':
        file.bindings.annotate(node.id, typeReferenceTo(node.typeAnnotation, file))
        return
      default:
        if (isOnlyType(node)) return
    }
    this.#visitChildren(node)
  }

  #visitChildren(node: TSESTree.Node): void {
    const keys = this.#file.source.visitorKeys[node.type] ?? []
    for (const key of keys) {
      // What they hold runs around the class, which visits them.
      if (key === 'decorators') continue
      const child = (node as unknown as Record<string, unknown>)[key]
      // Long chains of calls are deep trees, and the stack has no room for a frame more each.
      if (isNode(child)) (isBranch(child, node) ? this.#visit : this.#visitNode)(child, node)
      else if (Array.isArray(child)) {
        for (const item of child) if (isNode(item)) (isBranch(item, node) ? this.#visit : this.#visitNode)(item, node)
      }
    }
  }

  #visitStatements(statements: readonly TSESTree.Node[], parent: TSESTree.Node): void {
    const { frame } = this.#file
    const { memo, endsProcess, sometimes, bounded, omitted } = frame
    frame.endsProcess ||= statements.some(isProcessEnd)
    statements.forEach((statement, index) => {
      this.#visit(statement, parent)
      frame.sometimes ||= mayLeave(statement)
      frame.omitted = withOmitted(frame.omitted, omittedAfter(statement, this.#file))
      frame.bounded ||= leavesWhenBusy(statement, statements.slice(index + 1), this.#file)
      const kept = keptByEarlyReturn(statement, this.#file)
      if (kept === null) return
      if (statements.slice(index + 1).some((next) => fills(next, kept, this.#file))) {
        frame.memo ??= memoOf(kept)
      }
    })
    Object.assign(frame, { memo, endsProcess, sometimes, bounded, omitted })
  }

  #visitIf(node: TSESTree.IfStatement): void {
    this.#visit(node.test, node)
    const place = emptyWhenTrue(node.test, this.#file)
    const file = this.#file
    const isElsewhere = (): boolean => mayLeave(node) && isFilledElsewhere(place ?? '', file)
    const keeps = place !== null && (fills(node.consequent, place, file) || isElsewhere())
    this.#visitMemoised(node.consequent, node, keeps ? memoOf(place, node.test) : null)
    if (node.alternate) this.#visit(node.alternate, node)
  }

  #visitMemoised(node: TSESTree.Node, parent: TSESTree.Node, memo: Memo | null): void {
    const { frame } = this.#file
    const before = frame.memo
    frame.memo ??= memo
    this.#visit(node, parent)
    frame.memo = before
  }

  #visitTry(node: TSESTree.TryStatement): void {
    const { frame } = this.#file
    const { block, handler, finalizer } = node
    const before = frame.caught
    frame.caught ||= handler !== null
    this.#visit(block, node)
    frame.caught = before
    if (handler) this.#visit(handler, node)
    if (finalizer) this.#visit(finalizer, node)
  }

  #visitDeclarator(node: TSESTree.VariableDeclarator): void {
    const file = this.#file
    if (node.init) {
      assign(node.id, referenceTo(node.init, file), file)
      noteDestructured(node.init, node.id, file)
    } else if (node.id.type === 'Identifier') {
      const type = typeReferenceTo(node.id.typeAnnotation?.typeAnnotation, file)
      file.bindings.annotate(node.id, type)
    }
    this.#visitChildren(node)
  }

  #visitAssignment(node: TSESTree.AssignmentExpression): void {
    const file = this.#file
    const assigns = ['=', '||=', '??=', '&&='].includes(node.operator)
    if (assigns && !isDecorating(node)) assign(node.left, referenceTo(node.right, file), file)
    noteDestructured(node.right, node.left, file)
    if (node.left.type === 'MemberExpression') {
      recordAccess(node.left, 'set', file)
      noteMember(node.left, file)
      this.#visitChildren(node.left)
    } else {
      this.#visit(node.left, node)
    }
    const keeps = node.operator === '||=' || node.operator === '??='
    const place = keeps ? placeOf(node.left, file) : null
    this.#visitMemoised(node.right, node, place === null ? null : memoOf(place))
  }

  /** `kept || (kept = load())` and `kept ?? load()` where the result is stored in `kept`. */
  #visitLogical(node: TSESTree.LogicalExpression): void {
    this.#visit(node.left, node)
    const place = node.operator === '&&' ? null : placeOf(node.left, this.#file)
    const keeps = place !== null && fills(node.right, place, this.#file)
    this.#visitMemoised(node.right, node, keeps ? memoOf(place) : null)
  }

  #visitMember(node: TSESTree.MemberExpression, parent: TSESTree.Node | null): void {
    const file = this.#file
    noteMember(node, file)
    const called = parent?.type === 'CallExpression' && parent.callee === node
    if (!called) recordAccess(node, 'get', file)
  }
}
