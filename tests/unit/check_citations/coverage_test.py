"""Every kind of finding of these families has a ruling that shows it, and rulings stay silent often enough."""

import importlib

from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.rules import load

FAMILIES = {"REF": "references", "NUM": "numbering", "COMPLETE": "completeness", "NAME": "names", "FORMAT": "format"}


def _cases(folder: str):
    return importlib.import_module(f"tests.spec.{folder}.table").CASES


def test_every_code_has_a_ruling() -> None:
    load()
    for family, folder in FAMILIES.items():
        shown = {expect.code for case in _cases(folder) for expect in case.expects}
        assert {code for code in CATALOGUE.entries if code.startswith(f"{family}-")} == shown


def test_rulings_say_what_is_right_too() -> None:
    for folder in FAMILIES.values():
        assert sum(not case.expects for case in _cases(folder)) >= 2
