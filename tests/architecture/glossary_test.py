"""One Vietnamese term, one English identifier, everywhere."""

from django.apps import apps

from tests.architecture.glossary import names_in_code, terms
from tests.architecture.source import snake


def test_every_identifier_of_the_glossary_exists() -> None:
    names = names_in_code()
    missing = [
        f"GLOSSARY.md:{term.line}: {identifier} ({term.vietnamese})"
        for term in terms()
        for identifier in sorted(term.identifiers - term.later - names)
    ]
    assert not missing, "\n".join(missing)


def test_later_marks_only_what_the_row_names() -> None:
    wrong = [f"GLOSSARY.md:{term.line}: {sorted(term.later - term.identifiers)}" for term in terms()]
    assert not [line for line in wrong if not line.endswith("[]")]


def test_every_model_is_in_the_glossary() -> None:
    known = frozenset().union(*(term.identifiers for term in terms()))
    models = [model for model in apps.get_models() if model.__module__.startswith("giamngheo.")]
    missing = [model._meta.label for model in models if snake(model.__name__) not in known]
    assert not missing, f"name these in GLOSSARY.md: {missing}"


def test_no_vietnamese_term_has_two_rows() -> None:
    seen = [term.vietnamese for term in terms()]
    assert len(seen) == len(set(seen))
