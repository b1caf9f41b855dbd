/** What a run did; the output `outcome`. `status` reports, `plan` plans, `destroy` destroys; `refused`, `failed` and `cancelled` are red. */
export type Outcome =
  | 'deployed'
  | 'unchanged'
  | 'rolled-back'
  | 'restarted'
  | 'reported'
  | 'planned'
  | 'destroyed'
  | 'refused'
  | 'failed'
  | 'cancelled'
