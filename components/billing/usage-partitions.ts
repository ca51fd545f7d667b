/**
 * How the stream sorts an event, in jq: by the source that EventBridge has held the sender's role to, and by the day
 * on which EventBridge took it; neither is what the event says of itself.
 */
const partitionQuery = '{tenant: .source, day: (.time | split("T")[0])}';

/** Where a sorted event goes, and where one that could not be. */
export const usagePrefix = "events/tenant=!{partitionKeyFromQuery:tenant}/day=!{partitionKeyFromQuery:day}/";
export const usageErrorPrefix = "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/";

/** Sorting, and a line's end after each event (EventBridge sends none). */
export const usageProcessors = [
  {
    type: "MetadataExtraction",
    parameters: [
      { parameterName: "JsonParsingEngine", parameterValue: "JQ-1.6" },
      { parameterName: "MetadataExtractionQuery", parameterValue: partitionQuery },
    ],
  },
  { type: "AppendDelimiterToRecord", parameters: [] },
];
