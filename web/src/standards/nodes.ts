// The frozen nodes of which every rule is made, as they stand in an exported standard. Their meaning, unknown
// included, is the table in docs/algorithms/standards.md.

/** A value of a rule or an answer; null is unknown. Numbers are whole. */
export type Value = boolean | number | string | null;

export type Operator = "<" | "<=" | ">" | ">=" | "==" | "!=";

export interface Branch {
  readonly when: Node;
  readonly then: Node;
}

export type Node =
  | { readonly node: "constant"; readonly value: boolean | number | string }
  | { readonly node: "parameter"; readonly name: string }
  | { readonly node: "absent"; readonly concept: string }
  | { readonly node: "field"; readonly name: string }
  | { readonly node: "member_field"; readonly name: string }
  | { readonly node: "ref"; readonly name: string }
  | { readonly node: "compare"; readonly op: Operator; readonly left: Node; readonly right: Node }
  | { readonly node: "one_of"; readonly term: Node; readonly options: readonly string[] }
  | { readonly node: "age_at_least"; readonly term: Node; readonly years: Node }
  | { readonly node: "not"; readonly term: Node }
  | { readonly node: "and"; readonly terms: readonly Node[] }
  | { readonly node: "or"; readonly terms: readonly Node[] }
  | { readonly node: "at_least"; readonly count: Node; readonly terms: readonly Node[] }
  | { readonly node: "count_true"; readonly terms: readonly Node[] }
  | { readonly node: "any"; readonly where: Node }
  | { readonly node: "all"; readonly where: Node }
  | { readonly node: "count"; readonly where: Node }
  | { readonly node: "add"; readonly terms: readonly Node[] }
  | { readonly node: "multiply"; readonly terms: readonly Node[] }
  | { readonly node: "case"; readonly branches: readonly Branch[]; readonly otherwise: Node }
  | { readonly node: "first_known"; readonly terms: readonly Node[] };

export type Kind = Node["node"];

export type Of<K extends Kind> = Extract<Node, { readonly node: K }>;

/** The nodes directly below, in order. */
export function parts(node: Node): readonly Node[] {
  switch (node.node) {
    case "compare":
      return [node.left, node.right];
    case "age_at_least":
      return [node.term, node.years];
    case "at_least":
      return [node.count, ...node.terms];
    case "case":
      return [...node.branches.flatMap((branch) => [branch.when, branch.then]), node.otherwise];
    case "one_of":
    case "not":
      return [node.term];
    case "any":
    case "all":
    case "count":
      return [node.where];
    case "and":
    case "or":
    case "count_true":
    case "add":
    case "multiply":
    case "first_known":
      return node.terms;
    default:
      return [];
  }
}
