import { acmPredictions } from "./acm.ts";
import { apigatewayPredictions } from "./apigateway.ts";
import { appautoscalingPredictions } from "./appautoscaling.ts";
import { appconfigPredictions } from "./appconfig.ts";
import { backupPredictions } from "./backup.ts";
import { bedrockPredictions } from "./bedrock.ts";
import { chatbotPredictions } from "./chatbot.ts";
import { cloudfrontPredictions } from "./cloudfront.ts";
import { cloudtrailPredictions } from "./cloudtrail.ts";
import { cloudwatchPredictions } from "./cloudwatch.ts";
import { cognitoPredictions } from "./cognito.ts";
import { costPredictions } from "./costs.ts";
import { ec2Predictions } from "./ec2.ts";
import { eksPredictions } from "./eks.ts";
import { elasticachePredictions } from "./elasticache.ts";
import { eventsPredictions } from "./events.ts";
import { iamPredictions } from "./iam.ts";
import { kinesisPredictions } from "./kinesis.ts";
import { kmsPredictions } from "./kms.ts";
import { kubernetesPrediction } from "./kubernetes.ts";
import { lbPredictions } from "./lb.ts";
import { logDeliveryPredictions } from "./log-delivery.ts";
import { postgresqlPredictions } from "./postgresql.ts";
import { type PredictionContext, type ServicePredictions, type TypePrediction, uuidOf } from "./prediction.ts";
import { randomPredictions } from "./random.ts";
import { rdsPredictions } from "./rds.ts";
import { route53Predictions } from "./route53.ts";
import { s3Predictions } from "./s3.ts";
import { schedulerPredictions } from "./scheduler.ts";
import { secretsManagerPredictions } from "./secrets-manager.ts";
import { securityPredictions } from "./security.ts";
import { sesv2Predictions } from "./sesv2.ts";
import { snsPredictions } from "./sns.ts";
import { sqsPredictions } from "./sqs.ts";
import { wafv2Predictions } from "./wafv2.ts";

/** The one table of what the cloud makes: a new service is one new file and a line here. */
const predictions: ServicePredictions = {
  ...acmPredictions,
  ...backupPredictions,
  ...bedrockPredictions,
  ...apigatewayPredictions,
  ...appconfigPredictions,
  ...cloudfrontPredictions,
  ...cloudtrailPredictions,
  ...chatbotPredictions,
  ...cloudwatchPredictions,
  ...cognitoPredictions,
  ...ec2Predictions,
  ...eksPredictions,
  ...eventsPredictions,
  ...elasticachePredictions,
  ...appautoscalingPredictions,
  ...iamPredictions,
  ...costPredictions,
  ...kinesisPredictions,
  ...kmsPredictions,
  ...lbPredictions,
  ...logDeliveryPredictions,
  ...postgresqlPredictions,
  ...randomPredictions,
  ...rdsPredictions,
  ...route53Predictions,
  ...s3Predictions,
  ...schedulerPredictions,
  ...secretsManagerPredictions,
  ...securityPredictions,
  ...sesv2Predictions,
  ...snsPredictions,
  ...sqsPredictions,
  ...wafv2Predictions,
};

/** A provider's id is the engine's own UUID. */
const providerPrediction: TypePrediction = { id: ({ urn }) => uuidOf(urn) };

/** What the cloud makes of a resource. */
export interface Predicted {
  readonly id: string;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * Predicts id and outputs of a resource. What the table does not have is a placeholder that says so, never a guess:
 * `outputNames` are the outputs that the type has beside its inputs (`outputNamesOf`).
 */
export function predict(context: PredictionContext, outputNames: readonly string[]): Predicted {
  const prediction = predictionOf(context.type);
  const id = prediction?.id(context) || unpredicted(context, "id");
  const known = prediction?.outputs?.(context, id) ?? {};
  const outputs: Record<string, unknown> = { ...known };
  for (const name of outputNames) {
    if (!(name in outputs) && !(name in context.inputs)) {
      outputs[name] = unpredicted(context, name);
    }
  }
  return { id, outputs };
}

function predictionOf(type: string): TypePrediction | undefined {
  if (type.startsWith("kubernetes:")) return kubernetesPrediction;
  if (type.startsWith("pulumi:providers:")) return providerPrediction;
  return predictions[type];
}

function unpredicted({ type, name }: PredictionContext, property: string): string {
  return `[unpredicted: ${property} of ${type} ${name}]`;
}
