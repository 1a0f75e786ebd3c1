// Deprivations as sentences of the law's data: what is certain, what is not known, and where it stands.

import { deprivations, type Outcome } from "./outcome.ts";
import type { Standard } from "./standard.ts";

export type Language = "vi" | "en";

export interface Explained {
  readonly indicator: string;
  readonly dimension: string;
  readonly deprived: boolean | null;
  /** What holds or does not; for an unknown one its title alone. */
  readonly sentence: string;
  /** "Điều 3, 07/2021/NĐ-CP". */
  readonly citation: string;
  /** False when the rule is only remembered, not read in the text. */
  readonly verified: boolean;
  /** Which text would give the rule, where nobody has seen it. */
  readonly absent: string | null;
}

/** Every indicator in the order of the certificate, with its sentence in `language`. */
export function explainDeprivations(standard: Standard, found: Outcome, language: Language = "vi"): Explained[] {
  return deprivations(standard, found).map(({ indicator, deprived }) => {
    const concept = standard.concepts[indicator];
    const sentence = deprived === true ? concept?.holds : deprived === false ? concept?.fails : undefined;
    const { document = "", article = "" } = concept?.citation ?? {};
    return {
      indicator,
      dimension: concept?.dimension ?? "",
      deprived,
      sentence: (sentence ?? concept?.title)?.[language] ?? indicator,
      citation: article ? `${article}, ${document}` : document,
      verified: concept?.verified ?? true,
      absent: concept?.absent?.[language] ?? null,
    };
  });
}
