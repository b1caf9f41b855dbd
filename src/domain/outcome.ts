/** What a run did; the output `outcome`. `refused`, `failed` and `cancelled` are red. */
export type Outcome =
  | 'deployed'
  | 'unchanged'
  | 'rolled-back'
  | 'restarted'
  | 'reported'
  | 'planned'
  | 'destroyed'
  | 'frozen'
  | 'unfrozen'
  | 'refused'
  | 'failed'
  | 'cancelled'
