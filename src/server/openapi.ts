import { z } from 'zod'
import { errorCodes } from '#core/model/errors.ts'
import type { Described } from '#operations/catalogue.ts'
import { onlyReads } from './access.ts'
import { isPaged } from './paging.ts'

const pathParameters = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string)

type Schema = { properties?: Record<string, { description?: string }>; required?: string[] } & Record<
  string,
  unknown
>

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema
  return schema
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'One sentence: what, where, what to do next' },
    code: { type: 'string', enum: [...errorCodes] },
  },
}

const anyText: { description?: string } = {}

const cursor = {
  name: 'cursor',
  in: 'query',
  required: false,
  description: '`next` of the answer before; goes on where that ended, until the network changes (409)',
  schema: { type: 'string' },
}
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key again within a day gives the first answer, and nothing is done twice',
  schema: { type: 'string', maxLength: 200 },
}
const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'ETag of an answer you have; 304 when it still holds',
  schema: { type: 'string' },
}

/** The answer of a list has `next` beside what the operation gives. */
const withNext = (schema: Schema): Schema => ({
  ...schema,
  properties: {
    ...schema.properties,
    next: { description: 'Cursor of what follows; null at the end', type: ['string', 'null'] } as never,
  },
  required: [...(schema.required ?? []), 'next'],
})

function describe(declared: Described): Record<string, unknown> {
  const { method, path } = declared
  const input = schemaOf(declared.input, 'input')
  const inPath = pathParameters(path)
  const others = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name))
  const parameter = (name: string, place: 'path' | 'query', schema: { description?: string }) => {
    const { description, ...rest } = schema
    return {
      name,
      in: place,
      required: place === 'path' || (input.required ?? []).includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    }
  }
  const takesBody = method !== 'get' && method !== 'delete'
  const parameters = [
    ...inPath.map((name) => parameter(name, 'path', input.properties?.[name] ?? anyText)),
    ...(takesBody ? [] : others.map(([name, schema]) => parameter(name, 'query', schema))),
    ...(isPaged(declared) && !takesBody ? [cursor] : []),
    ...(method === 'get' ? [ifNoneMatch] : method === 'post' ? [idempotencyKey] : []),
  ]
  const example = declared.examples[0]?.input
  const output = schemaOf(declared.output, 'output')
  const result = { schema: isPaged(declared) ? withNext(output) : output }
  return {
    operationId: declared.name,
    // What it is about, for readers that group: the first word of its path.
    tags: [path.split('/')[1] ?? ''],
    summary: declared.summary,
    ...(declared.description === undefined ? {} : { description: declared.description }),
    security: declared.pageOnly === true ? [{ session: [] }] : [{ session: [] }, { token: [] }],
    'x-kith-scope': declared.pageOnly === true ? 'page' : onlyReads(declared) ? 'read' : 'write',
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(takesBody && others.length > 0
      ? {
          requestBody: {
            required: (input.required ?? []).some((name) => !inPath.includes(name)),
            content: {
              'application/json': {
                schema: {
                  ...input,
                  properties: Object.fromEntries(others),
                  required: (input.required ?? []).filter((name) => !inPath.includes(name)),
                },
                ...(example === undefined ? {} : { example }),
              },
            },
          },
        }
      : {}),
    responses: {
      '200': {
        description: declared.summary,
        ...(method === 'get' ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
        content:
          declared.gives !== undefined
            ? { 'application/octet-stream': {} }
            : {
                'application/json': result,
                ...(declared.long
                  ? {
                      'text/event-stream': {
                        schema: { type: 'string', description: 'Events progress, then result or error' },
                      },
                    }
                  : {}),
              },
      },
      ...(method === 'get' ? { '304': { description: 'What you have still holds' } } : {}),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** The one route that is no operation: what the page drops is first stored here, then imported by its path. */
const upload = {
  operationId: 'upload-file',
  summary: 'Stores a file to import next; gone once it has been imported.',
  security: [{ session: [] }],
  'x-kith-scope': 'page',
  parameters: [
    {
      name: 'batch',
      in: 'path',
      required: true,
      schema: { type: 'string' },
      description: 'Files of one drop share it',
    },
    {
      name: 'path',
      in: 'query',
      required: true,
      schema: { type: 'string' },
      description: 'Name within the drop',
    },
  ],
  requestBody: { required: true, content: { 'application/octet-stream': {} } },
  responses: {
    '200': {
      description: 'Where it lies, for import-files',
      content: {
        'application/json': {
          schema: { type: 'object', required: ['path'], properties: { path: { type: 'string' } } },
        },
      },
    },
    default: { $ref: '#/components/responses/Problem' },
  },
}

/** The OpenAPI 3.1 document of the API, made from the operations alone. */
export function openApi(operations: readonly Described[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const declared of operations) {
    const path = declared.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [declared.method]: describe(declared) }
  }
  paths['/uploads/{batch}'] = { put: upload }
  return {
    openapi: '3.1.0',
    info: { title: 'kith', version, description: 'What your network is worth, and how to raise it.' },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'kith-5178',
          description: 'Set by the page; the name ends in the port',
        },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made by kith token add or in Settings; x-kith-scope says which scope a route needs',
        },
      },
      responses: {
        Problem: {
          description: 'It did not work; `detail` says why and what to do next',
          content: { 'application/problem+json': { schema: problem } },
        },
      },
    },
  }
}
