/**
 * Types that hold customers' data, keys to it, backups of it or the record of what was done with it, each with what is
 * lost when one is deleted or replaced. A new component that protects or retains something adds its type here or
 * below (a test compares both lists with what the sample fleet protects).
 */
const dataBearingTypes: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "every object in it: customers' files, logs, evidence, replicas",
  "aws:rds/cluster:Cluster": "every database on the server",
  "aws:rds/instance:Instance": "every database on the server",
  "aws:dynamodb/table:Table": "every item in it",
  "aws:efs/fileSystem:FileSystem": "every file in it",
  "aws:kms/key:Key": "all that is encrypted with it, wherever it is",
  "aws:kms/replicaKey:ReplicaKey": "all that is encrypted with it in its Region",
  "aws:backup/vault:Vault": "every recovery point in it",
  "aws:cognito/userPool:UserPool": "every user's account, with the password that nobody can export",
  "aws:secretsmanager/secret:Secret": "the secret that a customer or a provider gave once",
  "aws:secretsmanager/secretVersion:SecretVersion": "the secret's value",
  "aws:cloudwatch/logGroup:LogGroup": "the record of what was done, for as long as a framework asks for it",
  "aws:cloudtrail/eventDataStore:EventDataStore": "the record of who called what",
  "aws:eks/cluster:Cluster": "every object of every tenant in the cluster, with its secrets and volumes",
  "aws:sqs/queue:Queue": "events that were not delivered yet",
  "aws:route53/zone:Zone": "the name servers that a customer's or a registrar's delegation points to",
  "kubernetes:core/v1:Secret": "the secret that a workload was given",
  "kubernetes:core/v1:PersistentVolume": "the volume's files",
  "kubernetes:core/v1:PersistentVolumeClaim": "the volume's files",
  "postgresql:index/database:Database": "every row in it",
  "postgresql:index/schema:Schema": "every table in it",
  "postgresql:index/role:Role": "the ownership of tables and the right to read them",
  "random:index/randomPassword:RandomPassword": "a password that is nowhere else",
};

/** Types that a component protects or retains although they hold no data, each with why it does. */
const protectedWithoutData: Readonly<Record<string, string>> = {
  "aws:lb/loadBalancer:LoadBalancer": "all traffic of the cell enters by it, and its name is in the edge's origin",
  "aws:rds/clusterInstance:ClusterInstance": "the data is the cluster's; without an instance nobody reaches it",
  "aws:rds/parameterGroup:ParameterGroup": "the retained server goes on with it",
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": "the retained server goes on with it",
};

/** Whether deleting or replacing a resource of this type loses something that nobody can make again. */
export const isDataBearing = (type: string): boolean => Object.hasOwn(dataBearingTypes, type);

/** What is lost with a resource of this type; undefined where nothing is. */
export const dataLostWith = (type: string): string | undefined => dataBearingTypes[type];

/** Why a type is protected although it holds no data; undefined for any other. */
export const protectedAlthoughEmpty = (type: string): string | undefined => protectedWithoutData[type];
