import type { FileFramework } from '../file-conventions.js'
import type { ApiFacts, ModuleEntry, ParameterRole } from '../types.js'
import { methodsOf } from './methods-of.js'

// An instance serves one event at a time; what blocks still delays its answer, and whatever else it does.
const parameters: readonly ParameterRole[] = ['data', 'context', 'next']
const name = 'Lambda handler'

const handlerTypes = [
  'ALBHandler',
  'APIGatewayAuthorizerHandler',
  'APIGatewayAuthorizerWithContextHandler',
  'APIGatewayProxyHandler',
  'APIGatewayProxyHandlerV2',
  'APIGatewayProxyHandlerV2WithIAMAuthorizer',
  'APIGatewayProxyHandlerV2WithJWTAuthorizer',
  'APIGatewayProxyHandlerV2WithLambdaAuthorizer',
  'APIGatewayProxyWebsocketHandlerV2',
  'APIGatewayProxyWithCognitoAuthorizerHandler',
  'APIGatewayProxyWithLambdaAuthorizerHandler',
  'APIGatewayRequestAuthorizerHandler',
  'APIGatewayRequestAuthorizerHandlerV2',
  'APIGatewayTokenAuthorizerHandler',
  'AppSyncAuthorizerHandler',
  'AppSyncBatchResolverHandler',
  'AppSyncResolverHandler',
  'CdkCustomResourceHandler',
  'CloudFormationCustomResourceHandler',
  'CloudFrontRequestHandler',
  'CloudFrontResponseHandler',
  'CloudWatchLogsHandler',
  'CodePipelineHandler',
  'CognitoUserPoolTriggerHandler',
  'ConnectContactFlowHandler',
  'CustomMessageTriggerHandler',
  'DynamoDBStreamHandler',
  'EventBridgeHandler',
  'FirehoseTransformationHandler',
  'Handler',
  'IoTHandler',
  'KinesisStreamHandler',
  'LambdaFunctionURLHandler',
  'LexHandler',
  'LexV2Handler',
  'MSKHandler',
  'PostConfirmationTriggerHandler',
  'PreSignUpTriggerHandler',
  'PreTokenGenerationTriggerHandler',
  'ProxyHandler',
  'S3BatchHandler',
  'S3Handler',
  'SESHandler',
  'SNSHandler',
  'SQSHandler',
  'ScheduledHandler',
  'SecretsManagerRotationHandler',
  'SelfManagedKafkaHandler',
  'StreamifyHandler',
] as const

const toAll = <T>(value: T): Record<string, T> =>
  Object.fromEntries(handlerTypes.map((type) => [type, value]))

/** The types of @types/aws-lambda. */
export const awsLambda: ModuleEntry = {
  framework: 'AWS Lambda',
  specifiers: ['aws-lambda'],
  exports: {},
  handlerTypes: { ...toAll(parameters), StreamifyHandler: ['data', 'response', 'context'] },
  handlerNames: toAll(name),
}

/** What says where a handler is stands in YAML or in an account, so that its looks have to do. */
export const awsLambdaFiles: FileFramework = {
  framework: 'AWS Lambda',
  packages: [
    '@types/aws-lambda',
    'aws-lambda',
    '@middy/core',
    '@aws-lambda-powertools/logger',
    '@aws-lambda-powertools/tracer',
    '@aws-lambda-powertools/metrics',
    'aws-cdk-lib',
    'serverless',
    'sst',
  ],
  files: [
    {
      path: /\.[cm]?[jt]sx?$/,
      exports: ['handler', 'lambdaHandler'],
      parameters,
      name,
      onlyIf: [{ type: 'named', parameters: [['event', 'evt']] }],
    },
    {
      // Handlers may have any name; nobody else has these two parameters.
      path: /\.[cm]?[jt]sx?$/,
      exports: ['*'],
      parameters,
      name,
      onlyIf: [
        {
          type: 'named',
          parameters: [
            ['event', 'evt'],
            ['context', 'ctx'],
          ],
        },
      ],
    },
  ],
}

const handler: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    parameters,
    label: { type: 'text', text: name },
  },
  returns: 'Middy',
}

/** Versions 3 to 6. */
export const middy: ModuleEntry = {
  framework: 'Middy',
  specifiers: ['@middy/core'],
  exports: {
    default: handler,
    'Middy.prototype.handler': handler,
    ...methodsOf('Middy', ['before', 'after', 'onError'], {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters: ['data'],
        label: { type: 'text', text: 'Lambda middleware' },
      },
      returns: 'this',
    }),
    'Middy.prototype.use': {
      registration: {
        handlers: [{ type: 'properties', position: 0, properties: ['before', 'after', 'onError'] }],
        parameters: ['data'],
        label: { type: 'text', text: 'Lambda middleware' },
      },
      returns: 'this',
    },
  },
}

/** What the runtime of Lambda puts among the globals. */
export const lambdaGlobals: ModuleEntry = {
  framework: 'AWS Lambda',
  specifiers: ['global'],
  exports: {
    'awslambda.streamifyResponse': {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters: ['data', 'response', 'context'],
        label: { type: 'text', text: name },
      },
    },
  },
}
