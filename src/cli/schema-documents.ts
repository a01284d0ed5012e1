/** The contract for consumers, as documents: JSON Schema of what is emitted, AsyncAPI of where it is emitted. */
import { z } from 'zod';
import { MentionSchema } from '../model/mention.ts';
import { EventSchema, SummarySchema } from '../model/summary.ts';
import { SUMMARY_EVENT_TYPE, SUMMARY_SCHEMA_URI, SummaryEventSchema } from '../model/summary-event.ts';

type Json = Record<string, unknown>;

const MODELS = {
  summary: SummarySchema,
  event: EventSchema,
  mention: MentionSchema,
  'summary-event': SummaryEventSchema,
} as const;

function schemaOf(name: keyof typeof MODELS): Json {
  const schema = z.toJSONSchema(MODELS[name], {
    io: 'output',
    reused: 'inline',
    override: leaveRoom,
  }) as Json;
  const { $schema, ...rest } = schema;
  return { $schema, $id: name === 'summary' ? SUMMARY_SCHEMA_URI : `urn:nashra:schema:${name}:v1`, ...rest };
}

/** Fields may be added within a version of the contract, so a reader must not refuse what it does not know. */
function leaveRoom({ jsonSchema }: { jsonSchema: { additionalProperties?: unknown } }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

/** File name → document, for docs/schema. */
export function schemaDocuments(): ReadonlyMap<string, Json> {
  const documents = new Map<string, Json>();
  for (const name of Object.keys(MODELS) as (keyof typeof MODELS)[]) {
    documents.set(`${name}.schema.json`, schemaOf(name));
  }
  documents.set('asyncapi.json', asyncApi());
  return documents;
}

/** A document as it is written to disk. */
export function schemaText(document: Json): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

const SUMMARY_REVISED: Json = {
  name: SUMMARY_EVENT_TYPE,
  title: 'A summary was revised',
  summary:
    'One revision of the summary of one governorate (or the country) on one day, in a CloudEvents 1.0 envelope. Revisions of a subject are numbered 1, 2, 3 … without gaps.',
  contentType: 'application/cloudevents+json',
  payload: { $ref: 'summary-event.schema.json' },
};

function asyncApi(): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'nashra summary events',
      version: '1.0.0',
      description:
        'Every revision of every summary, once and in order for each subject. The type ends in the version of the contract: fields are only added within v1.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: {
      stream: {
        address: '{{prefix}-summaries}:stream',
        title: 'Redis stream',
        description:
          'Each entry has the fields subject (2015-07-04/SY03), revision and event, the last being the envelope as JSON. The outer braces are part of the key: with the prefix nashra it is {nashra-summaries}:stream.',
        parameters: { prefix: { description: 'NASHRA_PREFIX of the workers', default: 'nashra' } },
        messages: { summaryRevised: { $ref: '#/components/messages/summaryRevised' } },
      },
      webhook: {
        address: null,
        title: 'Webhook',
        description:
          'POST to NASHRA_WEBHOOK_URL, in order for each subject, at least once. Any 2xx answer takes it; 5xx, 408, 425, 429 and lost connections are tried again with growing delays.',
        messages: { summaryPosted: { $ref: '#/components/messages/summaryPosted' } },
      },
    },
    operations: {
      receiveSummaries: {
        action: 'send',
        channel: { $ref: '#/channels/stream' },
        messages: [{ $ref: '#/channels/stream/messages/summaryRevised' }],
      },
      postSummaries: {
        action: 'send',
        channel: { $ref: '#/channels/webhook' },
        messages: [{ $ref: '#/channels/webhook/messages/summaryPosted' }],
      },
    },
    components: {
      messages: {
        summaryRevised: SUMMARY_REVISED,
        summaryPosted: {
          ...SUMMARY_REVISED,
          headers: {
            type: 'object',
            required: ['nashra-event-id'],
            properties: {
              'nashra-event-id': { type: 'string', description: 'Id of the event, for applying it once' },
              'nashra-signature': {
                type: 'string',
                pattern: '^t=[0-9]+,v1=[0-9a-f]{64}$',
                description: 'HMAC-SHA256 of "SECONDS.BODY" with NASHRA_WEBHOOK_SECRET, in hex',
              },
            },
          },
        },
      },
    },
  };
}
