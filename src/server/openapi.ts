import { z } from 'zod'
import { errorCodes } from '#core/model/errors.ts'
import type { Operation } from '#operations/operation.ts'

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

function describe(declared: Operation): Record<string, unknown> {
  const { method, path } = declared.http
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
  ]
  const example = declared.examples[0]?.input
  const result = { schema: schemaOf(declared.output, 'output') }
  return {
    operationId: declared.name,
    summary: declared.summary,
    ...(declared.description === undefined ? {} : { description: declared.description }),
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
        content: {
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
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** The OpenAPI 3.1 document of the API, made from the operations alone. */
export function openApi(operations: readonly Operation[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const declared of operations) {
    const path = declared.http.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [declared.http.method]: describe(declared) }
  }
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
        token: { type: 'http', scheme: 'bearer' },
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
