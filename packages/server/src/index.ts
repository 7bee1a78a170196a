/** @module Shopdesk's server: the desk as a fetch handler, on Node's HTTP server, and by command. */
import './check-node.ts';
export { type BlobStore, type ByteRange, type PutOptions, type StoredBlob } from './blobs/blob-store.ts';
export { DiskBlobStore } from './blobs/disk-blob-store.ts';
export {
  defineServerFeature,
  type FeatureServer,
  type RepeatedWork,
  type RouteHandler,
  type ServerFeature,
  type ServerRoute,
  type Stop,
  type Visit,
} from './feature.ts';
export { standardServerFeatures } from './features/index.ts';
export { json } from './http/json-response.ts';
export { distrust, signatureOf, type SignedBody } from './http/webhook-signature.ts';
export { type Migration } from './store/migrate.ts';
export { defineConfig, type DeskConfig } from './cli/config.ts';
export { createSchema, type SchemaOptions, type SchemaTypes } from './graphql/schema.ts';
export { type HostContext } from './http/server-context.ts';
export { type RateLimit, type RateLimitOptions } from './http/rate-limits.ts';
export { type Authenticate } from './identity/identity.ts';
export { nodeListener, startServer, type StartedServer, type StartOptions } from './node.ts';
export { SafeSender, type Resolve, type SafeSenderOptions } from './outgoing/safe-sender.ts';
export { type DeskLimits, type DeskServerOptions } from './options.ts';
export { type AssetFolders } from './http/asset-folder.ts';
export { createDeskServer, type DeskServer } from './server.ts';
export {
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  demoEmail,
  seedDemo,
  type DemoPerson,
  type DemoSeed,
  type DemoSeedOptions,
} from './demo-seed.ts';
export { insecureSettings, type InsecureCode, type InsecureSetting, type Reach } from './insecure-settings.ts';
export { FILE_MODE, makePrivateFolder, PRIVATE_UMASK } from './private-files.ts';
export { createChatModel, type ChatModelOptions } from './model/chat-model.ts';
export { closeDataFolder } from './cli/data-folder.ts';
export { readPlace, type Place } from './cli/environment.ts';
export { terminalLocale, wordsOf, type Words } from './cli/words.ts';
