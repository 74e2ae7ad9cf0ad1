import type { ApiFacts, ModuleEntry, ParameterRole, Registration } from '../types.js'

const onRequest: readonly ParameterRole[] = ['request', 'response']

const azureFunction = (parameters: readonly ParameterRole[]): ApiFacts => ({
  registration: {
    handlers: [
      { type: 'at', positions: [1] },
      { type: 'properties', position: 1, properties: ['handler'] },
    ],
    parameters,
    label: { type: 'event', noun: 'function', argument: 0 },
  },
})

const azureHook = (roles: Pick<Registration, 'parameters' | 'phase'>): ApiFacts => ({
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    label: { type: 'text', text: 'hook' },
    ...roles,
  },
})

const all = (prefix: string, names: readonly string[], facts: ApiFacts): ModuleEntry['exports'] =>
  Object.fromEntries(names.map((name) => [`${prefix}${name}`, facts]))

/** The programming model of version 4. */
export const azureFunctions: ModuleEntry = {
  framework: 'Azure Functions',
  specifiers: ['@azure/functions'],
  exports: {
    ...all(
      'app.',
      ['http', 'get', 'put', 'post', 'patch', 'deleteRequest'],
      azureFunction(['request', 'context']),
    ),
    ...all(
      'app.',
      [
        'timer',
        'storageBlob',
        'storageQueue',
        'serviceBusQueue',
        'serviceBusTopic',
        'eventHub',
        'eventGrid',
        'cosmosDB',
        'sql',
        'mySql',
        'webPubSub',
        'mcpTool',
        'mcpResource',
        'mcpPrompt',
        'connectorTrigger',
        'generic',
      ],
      azureFunction(['data', 'context']),
    ),
    ...all('app.hook.', ['preInvocation', 'postInvocation'], azureHook({ parameters: ['context'] })),
    ...all('app.hook.', ['appStart', 'appTerminate'], azureHook({ parameters: [], phase: 'startup' })),
  },
  requestTypes: { HttpRequest: 'request', InvocationContext: 'context' },
  handlerTypes: { HttpHandler: ['request', 'context'], TimerHandler: ['data', 'context'] },
}

const named = (parameters: readonly ParameterRole[]): ApiFacts => ({
  registration: {
    handlers: [{ type: 'at', positions: [1] }],
    parameters,
    label: { type: 'event', noun: 'function', argument: 0 },
  },
})

/** Versions 3 to 5. */
export const googleFunctions: ModuleEntry = {
  framework: 'Google Cloud Functions Framework',
  specifiers: ['@google-cloud/functions-framework'],
  exports: { http: named(onRequest), cloudEvent: named(['data']) },
  requestTypes: { Request: 'request', Response: 'response' },
  handlerTypes: { CloudEventFunction: ['data'], EventFunction: ['data'], HttpFunction: onRequest },
}

const firebase = (parameters: readonly ParameterRole[]): ApiFacts => ({
  registration: {
    handlers: [{ type: 'last' }],
    parameters,
    label: { type: 'kept', noun: 'function' },
  },
})

const firebaseHttps: ModuleEntry['exports'] = {
  onCall: firebase(['data']),
  onCallGenkit: firebase(['data']),
  onRequest: firebase(onRequest),
}

const firebaseEvents = {
  alerts: ['onAlertPublished'],
  database: ['onValueCreated', 'onValueDeleted', 'onValueUpdated', 'onValueWritten'],
  eventarc: ['onCustomEventPublished'],
  firestore: [
    'onDocumentCreated',
    'onDocumentCreatedWithAuthContext',
    'onDocumentDeleted',
    'onDocumentDeletedWithAuthContext',
    'onDocumentUpdated',
    'onDocumentUpdatedWithAuthContext',
    'onDocumentWritten',
    'onDocumentWrittenWithAuthContext',
  ],
  identity: ['beforeEmailSent', 'beforeSmsSent', 'beforeUserCreated', 'beforeUserSignedIn'],
  pubsub: ['onMessagePublished'],
  remoteConfig: ['onConfigUpdated'],
  scheduler: ['onSchedule'],
  storage: [
    'onObjectArchived',
    'onObjectDeleted',
    'onObjectFinalized',
    'onObjectMetadataUpdated',
  ],
  tasks: ['onTaskDispatched'],
  testLab: ['onTestMatrixCompleted'],
} as const

const firebaseModule = (name: string, exports: ModuleEntry['exports']): ModuleEntry => ({
  specifiers: [`firebase-functions/v2/${name}`, `firebase-functions/${name}`],
  exports,
})

/** The second generation, in versions 4 to 7. */
export const firebaseFunctions: readonly ModuleEntry[] = [
  {
    framework: 'Firebase Functions',
    specifiers: ['firebase-functions/v2', 'firebase-functions'],
    exports: {
      ...Object.fromEntries(
        Object.entries(firebaseHttps).map(([name, facts]) => [`https.${name}`, facts]),
      ),
      ...Object.fromEntries(
        Object.entries(firebaseEvents).flatMap(([name, callees]) =>
          callees.map((callee) => [`${name}.${callee}`, firebase(['data'])]),
        ),
      ),
    },
  },
  { ...firebaseModule('https', firebaseHttps), requestTypes: { Request: 'request' } },
  ...Object.entries(firebaseEvents).map(([name, callees]) =>
    firebaseModule(name, all('', callees, firebase(['data']))),
  ),
]
