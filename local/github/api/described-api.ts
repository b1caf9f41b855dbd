/** GitHub's API as its own description has it (api.json, which names its source): every request and every answer is checked against it. */
import { OpenAPIBackend } from 'openapi-backend'
import type { Context, Document } from 'openapi-backend'
import type { Answer, Operations } from './answer.ts'
import description from './api.json' with { type: 'json' }

export async function describedApi(operations: Operations): Promise<OpenAPIBackend> {
  const api = new OpenAPIBackend({
    definition: description as unknown as Document,
    quick: true,
    ajvOpts: { strict: false, validateFormats: false },
  })
  const checked = (answer: Operations[string]) => async (context: Context) => {
    const given = await answer(context.request)
    // The text of a file has no schema.
    const { errors } = given.raw ? {} : api.validateResponse(given.body, context.operation, given.status)
    if (errors) throw new Error(`not an answer of GitHub's: ${JSON.stringify(errors)}`)
    return given
  }
  api.register(Object.fromEntries(Object.entries(operations).map(([name, answer]) => [name, checked(answer)])))
  api.register({
    validationFail: ({ validation }: Context): Answer => ({ status: 422, body: { message: JSON.stringify(validation.errors) } }),
    notFound: (): Answer => ({ status: 404, body: { message: 'Not Found' } }),
  })
  await api.init()
  return api
}
