"""Makes src/giamngheo/households/data/duplicate_weights.json: how often one person's two entries agree so (m), and two
people (u). Prose: docs/algorithms/duplicates.md, "Weights".

m is counted by splink on synthetic people whose second entries are known, u on pairs of them drawn at random. What is
too rare to be counted there is set below, with its reason. Run it again when a level is added: python -m
tools.duplicate_weights
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from giamngheo.households.duplicates.engine import connected, linked, settings
from giamngheo.households.duplicates.levels import COMPARISONS

OUT = Path(__file__).resolve().parent.parent / "src/giamngheo/households/data/duplicate_weights.json"
PEOPLE, SEED, PAIRS = 100_000, 101, 4e6
# u that random pairs are too few for. Six digits of a number repeat province, sex and year, which are compared already:
# only the six random ones are evidence. One in a million agrees, 54 + 5 in a million are one digit or one exchange off.
SET_U = {("number", "same"): 1e-6, ("number", "one_off"): 6e-5}
# m that the generator cannot know: two living people never bear one id, so it never plants one.
SET_M = {("number", "same"): 0.2, ("number", "one_off"): 0.7, ("number", "other"): 0.1, ("sex", "other"): 0.01}
LEAST = 1e-4  # no m below one in ten thousand: nobody knows so rare a mistake


def main() -> None:
    """Count, set, write."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giamngheo.config.settings")
    import django
    import pyarrow

    django.setup()  # the synthetic people are made like those of the demonstration
    from tests.factories.duplicates import planted, records

    found = planted(PEOPLE, SEED)
    people = records(found)
    connection = connected()
    bare_levels: dict[str, Any] = {each.name: {code: {} for code in each.codes} for each in COMPARISONS}
    linker = linked(connection, people, settings(len(people), bare_levels))
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=SEED, min_count_per_level=None)
    # splink learns m from labels; the labels are the planted pairs
    api = linker._db_api
    pairs = list(found.pairs)
    labels = api.register(
        pyarrow.table({"key_l": [a for a, _ in pairs], "key_r": [b for _, b in pairs]}), dataset_display_name="labels"
    )
    linker.training.estimate_m_from_pairwise_labels(labels)
    told = linker.misc.save_model_to_json()
    levels: dict[str, dict[str, dict[str, float]]] = {}
    for comparison, held in zip(COMPARISONS, told["comparisons"], strict=True):
        by_code = {each["label_for_charts"]: each for each in held["comparison_levels"]}
        levels[comparison.name] = {
            code: {
                "m": _rounded(SET_M.get((comparison.name, code), max(by_code[code].get("m_probability") or 0, LEAST))),
                "u": _rounded(SET_U.get((comparison.name, code), by_code[code].get("u_probability") or 1e-8)),
            }
            for code in comparison.codes
        }
    # Which way a list places its tones says nothing of whom it lists: as good as written alike.
    levels["name"]["tone_placement"] = dict(levels["name"]["same"])
    OUT.write_text(
        json.dumps({"people": PEOPLE, "seed": SEED, "levels": levels}, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    print(json.dumps(levels, indent=1))


def _rounded(number: float) -> float:
    """Two figures: more would pretend."""
    return float(f"{number:.2g}")


if __name__ == "__main__":
    main()
