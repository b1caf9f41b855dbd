/** US dollars for people: `$3.65`, `$20`. Cents matter only in small amounts. */
export function dollars(amount: number): string {
  return amount < 10 ? `$${amount.toFixed(2)}` : `$${Math.round(amount)}`
}
