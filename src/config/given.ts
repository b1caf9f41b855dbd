/** How to read an input, and what follows from it. A run that gives no input a value of its own does not load this. */
import { commentOf } from './events/comment.ts'
import { previewOf } from './events/preview.ts'
import { fileInputs } from './file/file-inputs.ts'
import { readInput } from './step/values.ts'

export const given = { readInput, fileInputs, previewOf, commentOf }
export type Given = typeof given
