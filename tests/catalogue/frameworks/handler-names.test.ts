import { expect, test } from 'vitest'
import { blockingCallRule } from '../../../src/findings/blocking-call-rule.js'
import { findingsIn } from '../../analysis/marked-files.js'

/** Types of handlers, and how a report names a function of one of them. */
const names: readonly (readonly [module: string, name: string, types: string])[] = [
  ['@netlify/functions', 'function', 'Handler'],
  ['bullmq', 'job', 'Processor'],
  ['kafkajs', 'Kafka message', 'EachBatchHandler EachMessageHandler'],
  [
    'aws-lambda',
    'Lambda handler',
    `ALBHandler APIGatewayAuthorizerHandler APIGatewayAuthorizerWithContextHandler APIGatewayProxyHandler
    APIGatewayProxyHandlerV2 APIGatewayProxyHandlerV2WithIAMAuthorizer APIGatewayProxyHandlerV2WithJWTAuthorizer
    APIGatewayProxyHandlerV2WithLambdaAuthorizer APIGatewayProxyWebsocketHandlerV2
    APIGatewayProxyWithCognitoAuthorizerHandler APIGatewayProxyWithLambdaAuthorizerHandler
    APIGatewayRequestAuthorizerHandler APIGatewayRequestAuthorizerHandlerV2 APIGatewayTokenAuthorizerHandler
    AppSyncAuthorizerHandler AppSyncBatchResolverHandler AppSyncResolverHandler CdkCustomResourceHandler
    CloudFormationCustomResourceHandler CloudFrontRequestHandler CloudFrontResponseHandler CloudWatchLogsHandler
    CodePipelineHandler CognitoUserPoolTriggerHandler ConnectContactFlowHandler CustomMessageTriggerHandler
    DynamoDBStreamHandler EventBridgeHandler FirehoseTransformationHandler Handler IoTHandler KinesisStreamHandler
    LambdaFunctionURLHandler LexHandler LexV2Handler MSKHandler PostConfirmationTriggerHandler
    PreSignUpTriggerHandler PreTokenGenerationTriggerHandler ProxyHandler S3BatchHandler S3Handler SESHandler
    SNSHandler SQSHandler ScheduledHandler SecretsManagerRotationHandler SelfManagedKafkaHandler StreamifyHandler`,
  ],
]

test.each(names)('what is of a type of %s is called a %s', (module, name, text) => {
  const types = text.split(/\s+/)
  const code = `import { statSync } from 'node:fs'
import type { ${types.join(', ')} } from '${module}'
${types.map((type) => `export const as${type}: ${type} = async () => { statSync('menu') }`).join('\n')}`
  const found = findingsIn(blockingCallRule, { 'src/handlers.ts': code })
  expect(found.map(({ data }) => data['entry'])).toEqual(types.map(() => name))
})
