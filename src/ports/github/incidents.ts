import type { Incident } from '../../domain/metrics/outages.ts'

/** Issues of the repository that report incidents. */
export interface Incidents {
  /** Issues with the label that were opened, closed or changed since a time, in milliseconds since the epoch. Throws if GitHub does not answer. */
  labelled(label: string, since: number): Promise<readonly Incident[]>
}
