import { createSecretKey, type KeyObject } from 'node:crypto';
import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { logLevels } from './log.ts';
import { type Neighbour, readNeighbours } from './neighbours.ts';
import { readOrMakeSecret } from './secret-key.ts';

/** A reason not to start that the operator can act on: shown as a sentence, without a stack. */
export class StartFault extends Error {}

const wholeNumber = (value: number, minimum: number, maximum: number, description: string) =>
  Type.Integer({ default: value, minimum, maximum, description });

/** Every variable that the server reads from its environment, with its default and its meaning. */
export const variables = Type.Object({
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://',
      description:
        'the PostgreSQL 15 to 18 to work on, as postgres://…; without it an embedded one is started',
    }),
  ),
  DATA_FOLDER: Type.String({
    default: 'var/local',
    minLength: 1,
    description: 'the folder of the embedded database and of its secret key',
  }),
  HOST: Type.String({ default: '127.0.0.1', minLength: 1, description: 'the address to listen on' }),
  PORT: wholeNumber(8420, 0, 65_535, 'the TCP port to listen on; 0 takes any free one'),
  PUBLIC_ORIGIN: Type.Optional(
    Type.String({
      pattern: '^https?://[^/?#\\s]+$',
      description:
        'the origin that people see, as https://host, for links in answers; http://localhost:PORT without it',
    }),
  ),
  SECRET_KEY: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9+/]{43}=$',
      description: '32 random bytes in base64 for keyed hashes; required with DATABASE_URL',
    }),
  ),
  POOL_MAX: wholeNumber(16, 4, 200, 'database connections of this server, jobs included'),
  BODY_BYTES_MAX: wholeNumber(64 * 2 ** 20, 1_024, 2 ** 30, 'the largest request body in bytes'),
  DOCUMENT_EVENTS_MAX: wholeNumber(50_000, 1, 1_000_000, 'the most events in one captured document'),
  DIRECT_EVENTS_MAX: wholeNumber(
    1_000,
    1,
    10_000,
    'the most events that are committed before the answer; larger documents are stored and captured after it',
  ),
  LOG_LEVEL: Type.Enum(logLevels, {
    default: 'info',
    description: 'how much the log says',
  }),
  TRUST_PROXY: Type.String({
    default: '',
    pattern: '^([0-9a-fA-F.:]+(/\\d{1,3})?(,\\s*|$))*$',
    description: 'addresses or networks of proxies whose X-Forwarded-For is believed, parted by commas',
  }),
  OPERATOR_NAME: Type.String({
    default: 'Yunsu',
    minLength: 1,
    maxLength: 200,
    description: 'who runs this platform, as the description of the resolver names it',
  }),
  HOME_DIVISION: Type.String({
    default: '53',
    pattern: '^[0-9]{2}([0-9]{2}){0,2}$',
    description: 'the division (GB/T 2260, two to six digits) whose codes this platform answers for',
  }),
  NEIGHBOURS_FILE: Type.Optional(
    Type.String({
      minLength: 1,
      description: 'a JSON file that says where to ask about codes of other divisions (docs/resolver.md)',
    }),
  ),
  LINK_VISITS: Type.Enum(['on', 'off'], {
    default: 'off',
    description: 'whether this server visits once a day the addresses that codes lead to',
  }),
});

type Variables = Static<typeof variables>;

/** What the server was told, complete and checked. Frozen: nothing changes after the start. */
export type Config = Readonly<{
  /** Address of the database; absent where the embedded one is to be started. */
  databaseUrl: string | undefined;
  dataFolder: string;
  host: string;
  port: number;
  publicOrigin: string;
  /** 32 bytes for HMACs; prints nothing of itself. */
  secretKey: KeyObject;
  poolMax: number;
  bodyBytesMax: number;
  documentEventsMax: number;
  directEventsMax: number;
  logLevel: Variables['LOG_LEVEL'];
  trustProxy: readonly string[];
  operatorName: string;
  homeDivision: string;
  /** Where to ask about codes of other divisions, the longest division first. */
  neighbours: readonly Neighbour[];
  linkVisits: boolean;
}>;

/** Reads the environment, or throws one `StartFault` that names every fault in a sentence of its own. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries<TSchema>(variables.properties)) {
    const value = readVariable(schema, env[name]);
    if (value !== undefined && !Value.Check(schema, value))
      faults.push(sentence(name, schema, env[name] ?? ''));
    read[name] = value;
  }
  if (env.DATABASE_URL && !env.SECRET_KEY)
    faults.push('SECRET_KEY is required with DATABASE_URL; "openssl rand -base64 32" makes one.');
  const neighbours = readNeighbours(env.NEIGHBOURS_FILE);
  faults.push(...neighbours.faults);
  if (faults.length > 0) throw new StartFault(faults.join('\n'));
  return toConfig(read as Variables, neighbours.neighbours);
}

/** An empty variable is an absent one, as in a compose file that passes on what is not set. */
function readVariable(schema: TSchema, text: string | undefined): unknown {
  if (text === undefined || text === '') return 'default' in schema ? schema.default : undefined;
  return isWholeNumber(schema) && /^\d{1,15}$/.test(text) ? Number(text) : text;
}

const isWholeNumber = (schema: TSchema) => 'type' in schema && schema.type === 'integer';

function sentence(name: string, schema: TSchema, got: string): string {
  const rules = schema as { minimum?: number; maximum?: number; enum?: string[]; description?: string };
  const secret = name === 'SECRET_KEY' || name === 'DATABASE_URL';
  const limits = isWholeNumber(schema) ? ` (a whole number from ${rules.minimum} to ${rules.maximum})` : '';
  const choices = rules.enum ? ` (${rules.enum.join(', ')})` : '';
  const said = secret ? 'does not hold' : `is "${got}", but must say`;
  return `${name} ${said} ${rules.description}${limits}${choices}.`;
}

function toConfig(read: Variables, neighbours: readonly Neighbour[]): Config {
  const secret = read.SECRET_KEY ?? readOrMakeSecret(read.DATA_FOLDER);
  return Object.freeze({
    databaseUrl: read.DATABASE_URL,
    dataFolder: read.DATA_FOLDER,
    host: read.HOST,
    port: read.PORT,
    publicOrigin: read.PUBLIC_ORIGIN ?? `http://localhost:${read.PORT}`,
    secretKey: createSecretKey(secret, 'base64'),
    poolMax: read.POOL_MAX,
    bodyBytesMax: read.BODY_BYTES_MAX,
    documentEventsMax: read.DOCUMENT_EVENTS_MAX,
    directEventsMax: read.DIRECT_EVENTS_MAX,
    logLevel: read.LOG_LEVEL,
    trustProxy: Object.freeze(
      read.TRUST_PROXY.split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
    operatorName: read.OPERATOR_NAME,
    homeDivision: read.HOME_DIVISION,
    neighbours,
    linkVisits: read.LINK_VISITS === 'on',
  });
}
