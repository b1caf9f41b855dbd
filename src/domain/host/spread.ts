/**
 * In which subnets to try to launch hosts, for each of them the first choice first: the one with the fewest hosts so far, of those the earlier one.
 * `taken`: the subnets of the hosts that are there already.
 */
export function spread<Subnet extends { readonly id: string }>(
  subnets: readonly Subnet[],
  taken: readonly (string | undefined)[],
  count: number,
): readonly (readonly Subnet[])[] {
  const filled = [...taken]
  return Array.from({ length: count }, () => {
    const order = subnets.toSorted((a, b) => hostsIn(a, filled) - hostsIn(b, filled))
    filled.push(order[0]?.id)
    return order
  })
}

function hostsIn({ id }: { readonly id: string }, filled: readonly (string | undefined)[]): number {
  return filled.filter((subnet) => subnet === id).length
}
