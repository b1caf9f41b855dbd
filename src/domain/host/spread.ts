/**
 * The subnets for each host to launch, first choice first: the one with the fewest hosts so far, and the earlier one of several.
 * `taken`: the subnets of the existing hosts.
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
