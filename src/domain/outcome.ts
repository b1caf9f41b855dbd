/** What a run did; the output `outcome`. `status` and `metrics` report, `plan` plans, `destroy` destroys, `freeze` and `unfreeze` let releases in or not; `refused`, `failed` and `cancelled` are red. */
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
