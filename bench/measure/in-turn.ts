/**
 * Measures every arm once per round, one after another, so that a busy minute of the machine falls
 * on all of them alike. Every other round goes backwards: no arm always follows the same one.
 */
export async function inTurn<Arm extends string>(
  rounds: number,
  arms: Readonly<Record<Arm, () => Promise<number>>>,
): Promise<Record<Arm, number[]>> {
  const names = Object.keys(arms) as Arm[]
  const figures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Arm,
    number[]
  >
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? names : names.toReversed()
    for (const name of order) figures[name].push(await arms[name]())
  }
  return figures
}
