/** What belongs together, and the one that stands for it: of those that were added before, the first. */
export class UnionFind {
  #parents = new Map<string, string>()
  #places = new Map<string, number>()

  add(member: string) {
    if (this.#parents.has(member)) return
    this.#places.set(member, this.#places.size)
    this.#parents.set(member, member)
  }

  unite(one: string, other: string) {
    this.add(one)
    this.add(other)
    const [first, second] = [this.rootOf(one), this.rootOf(other)].toSorted((a, b) => this.#places.get(a)! - this.#places.get(b)!)
    this.#parents.set(second!, first!)
  }

  rootOf(member: string): string {
    let root = member
    while (this.#parents.get(root)! !== root) root = this.#parents.get(root)!
    // Shorten the way for the next one.
    for (let at = member; at !== root;) {
      const next = this.#parents.get(at)!
      this.#parents.set(at, root)
      at = next
    }
    return root
  }

  members(): string[] {
    return [...this.#parents.keys()]
  }

  roots(): string[] {
    return this.members().filter((member) => this.rootOf(member) === member)
  }
}
