import type { HandlerTable } from './handler-table.js'

export const awsLambda: HandlerTable = {
  'aws-lambda': `
import { ALBHandler, APIGatewayAuthorizerHandler, APIGatewayAuthorizerWithContextHandler, APIGatewayProxyHandler, APIGatewayProxyHandlerV2, APIGatewayProxyHandlerV2WithIAMAuthorizer, APIGatewayProxyHandlerV2WithJWTAuthorizer, APIGatewayProxyHandlerV2WithLambdaAuthorizer, APIGatewayProxyWebsocketHandlerV2, APIGatewayProxyWithCognitoAuthorizerHandler, APIGatewayProxyWithLambdaAuthorizerHandler, APIGatewayRequestAuthorizerHandler, APIGatewayRequestAuthorizerHandlerV2, APIGatewayTokenAuthorizerHandler, AppSyncAuthorizerHandler, AppSyncBatchResolverHandler, AppSyncResolverHandler, CdkCustomResourceHandler, CloudFormationCustomResourceHandler, CloudFrontRequestHandler, CloudFrontResponseHandler, CloudWatchLogsHandler, CodePipelineHandler, CognitoUserPoolTriggerHandler, ConnectContactFlowHandler, CustomMessageTriggerHandler, DynamoDBStreamHandler, EventBridgeHandler, FirehoseTransformationHandler, Handler, IoTHandler, KinesisStreamHandler, LambdaFunctionURLHandler, LexHandler, LexV2Handler, MSKHandler, PostConfirmationTriggerHandler, PreSignUpTriggerHandler, PreTokenGenerationTriggerHandler, ProxyHandler, S3BatchHandler, S3Handler, SESHandler, SNSHandler, SQSHandler, ScheduledHandler, SecretsManagerRotationHandler, SelfManagedKafkaHandler, StreamifyHandler } from 'aws-lambda'

export const asALBHandler: ALBHandler = $ // data context next
export const asAPIGatewayAuthorizerHandler: APIGatewayAuthorizerHandler = $ // data context next
export const asAPIGatewayAuthorizerWithContextHandler: APIGatewayAuthorizerWithContextHandler = $ // data context next
export const asAPIGatewayProxyHandler: APIGatewayProxyHandler = $ // data context next
export const asAPIGatewayProxyHandlerV2: APIGatewayProxyHandlerV2 = $ // data context next
export const asAPIGatewayProxyHandlerV2WithIAMAuthorizer: APIGatewayProxyHandlerV2WithIAMAuthorizer = $ // data context next
export const asAPIGatewayProxyHandlerV2WithJWTAuthorizer: APIGatewayProxyHandlerV2WithJWTAuthorizer = $ // data context next
export const asAPIGatewayProxyHandlerV2WithLambdaAuthorizer: APIGatewayProxyHandlerV2WithLambdaAuthorizer = $ // data context next
export const asAPIGatewayProxyWebsocketHandlerV2: APIGatewayProxyWebsocketHandlerV2 = $ // data context next
export const asAPIGatewayProxyWithCognitoAuthorizerHandler: APIGatewayProxyWithCognitoAuthorizerHandler = $ // data context next
export const asAPIGatewayProxyWithLambdaAuthorizerHandler: APIGatewayProxyWithLambdaAuthorizerHandler = $ // data context next
export const asAPIGatewayRequestAuthorizerHandler: APIGatewayRequestAuthorizerHandler = $ // data context next
export const asAPIGatewayRequestAuthorizerHandlerV2: APIGatewayRequestAuthorizerHandlerV2 = $ // data context next
export const asAPIGatewayTokenAuthorizerHandler: APIGatewayTokenAuthorizerHandler = $ // data context next
export const asAppSyncAuthorizerHandler: AppSyncAuthorizerHandler = $ // data context next
export const asAppSyncBatchResolverHandler: AppSyncBatchResolverHandler = $ // data context next
export const asAppSyncResolverHandler: AppSyncResolverHandler = $ // data context next
export const asCdkCustomResourceHandler: CdkCustomResourceHandler = $ // data context next
export const asCloudFormationCustomResourceHandler: CloudFormationCustomResourceHandler = $ // data context next
export const asCloudFrontRequestHandler: CloudFrontRequestHandler = $ // data context next
export const asCloudFrontResponseHandler: CloudFrontResponseHandler = $ // data context next
export const asCloudWatchLogsHandler: CloudWatchLogsHandler = $ // data context next
export const asCodePipelineHandler: CodePipelineHandler = $ // data context next
export const asCognitoUserPoolTriggerHandler: CognitoUserPoolTriggerHandler = $ // data context next
export const asConnectContactFlowHandler: ConnectContactFlowHandler = $ // data context next
export const asCustomMessageTriggerHandler: CustomMessageTriggerHandler = $ // data context next
export const asDynamoDBStreamHandler: DynamoDBStreamHandler = $ // data context next
export const asEventBridgeHandler: EventBridgeHandler = $ // data context next
export const asFirehoseTransformationHandler: FirehoseTransformationHandler = $ // data context next
export const asHandler: Handler = $ // data context next
export const asIoTHandler: IoTHandler = $ // data context next
export const asKinesisStreamHandler: KinesisStreamHandler = $ // data context next
export const asLambdaFunctionURLHandler: LambdaFunctionURLHandler = $ // data context next
export const asLexHandler: LexHandler = $ // data context next
export const asLexV2Handler: LexV2Handler = $ // data context next
export const asMSKHandler: MSKHandler = $ // data context next
export const asPostConfirmationTriggerHandler: PostConfirmationTriggerHandler = $ // data context next
export const asPreSignUpTriggerHandler: PreSignUpTriggerHandler = $ // data context next
export const asPreTokenGenerationTriggerHandler: PreTokenGenerationTriggerHandler = $ // data context next
export const asProxyHandler: ProxyHandler = $ // data context next
export const asS3BatchHandler: S3BatchHandler = $ // data context next
export const asS3Handler: S3Handler = $ // data context next
export const asSESHandler: SESHandler = $ // data context next
export const asSNSHandler: SNSHandler = $ // data context next
export const asSQSHandler: SQSHandler = $ // data context next
export const asScheduledHandler: ScheduledHandler = $ // data context next
export const asSecretsManagerRotationHandler: SecretsManagerRotationHandler = $ // data context next
export const asSelfManagedKafkaHandler: SelfManagedKafkaHandler = $ // data context next
export const asStreamifyHandler: StreamifyHandler = $ // data response context`,
  'global': `

awslambda.streamifyResponse($) // data response context`,
  '@middy/core': `
import core, { Middy } from '@middy/core'
const middy = new Middy()

core($) // data context next
core().handler($) // data context next
middy.handler().handler($) // data context next
middy
  .{before after onError}($) // data
  .use({ before: $, after: $, onError: $ }) // data
  .before($) // data
middy.handler($) // data context next`,
}
