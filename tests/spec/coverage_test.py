"""Every kind of finding about figures, targets and dates has a ruling; every text speaks two languages."""

import importlib
import pkgutil
from string import Formatter

import tests.spec
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.rules import load
from tests.spec.case import Case

FAMILIES = ("ARITH-", "TARGET-", "DATE-")


def _tables() -> list[Case]:
    names = [each.name for each in pkgutil.walk_packages(tests.spec.__path__, "tests.spec.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("_test")]
    cases = [case for module in modules for case in getattr(module, "CASES", ())]
    return [case for case in cases if isinstance(case, Case)]


def test_every_kind_of_finding_has_a_ruling() -> None:
    load()
    shown = {expect.code for case in _tables() for expect in case.expects}
    wanted = {code for code in CATALOGUE.entries if code.startswith(FAMILIES)}
    assert wanted - shown == set()


def test_rulings_that_stay_silent_are_many() -> None:
    cases = _tables()
    silent = [case for case in cases if not case.expects]
    assert len(silent) >= len(cases) * 0.4


def test_both_languages_use_slots_the_other_has() -> None:
    load()
    for entry in CATALOGUE.entries.values():
        for text in (entry.title, entry.message, *entry.fixes):
            assert text.vi.strip(), entry.code
            assert text.en.strip(), entry.code
            slots = [{name for _, name, _, _ in Formatter().parse(each) if name} for each in (text.vi, text.en)]
            assert all(name.isidentifier() for each in slots for name in each), entry.code
