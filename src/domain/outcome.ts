/** What a run did; the output `outcome`. `status` reports, `destroy` destroys; `refused`, `failed` and `cancelled` are red. */
export type Outcome = 'deployed' | 'unchanged' | 'rolled-back' | 'reported' | 'destroyed' | 'refused' | 'failed' | 'cancelled'
