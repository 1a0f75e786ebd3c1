"""A tree is its own JSON, and the schema is closed."""

import msgspec
import pytest
from hypothesis import given

from giamngheo.standards import nodes as n
from giamngheo.standards import released
from giamngheo.standards.release import decode, encode
from giamngheo.standards.standard import Standard
from tests.generative.trees import standards


@given(standards())
def test_tree_comes_back_from_its_json(standard: Standard) -> None:
    for tree in standard.rules.values():
        data = n.to_json(tree)
        assert n.from_json(data) == tree
        assert n.to_json(n.from_json(data)) == data


@pytest.mark.parametrize("constant", [True, False, 0, 1, -1, 10**15, "poor"])
def test_constant_keeps_its_type(constant: bool | int | str) -> None:
    back = n.from_json(n.to_json(n.Constant(constant)))
    assert isinstance(back, n.Constant)
    assert (back.value, type(back.value)) == (constant, type(constant))


@pytest.mark.parametrize("release", released(), ids=lambda each: each.key)
def test_release_comes_back_from_its_json(release) -> None:
    assert decode(encode(release)) == release


OPEN = [
    ('{"node":"xor","terms":[]}', "Invalid value 'xor'"),
    ('{"node":"not","term":{"node":"constant","value":true},"why":1}', "unknown field `why`"),
    ('{"node":"case","branches":[{"when":{"node":"constant","value":true},"then":{"node":"constant","value":1},'
     '"else":2}],"otherwise":{"node":"constant","value":1}}', "unknown field `else`"),
    ('{"node":"not"}', "missing required field `term`"),
    ('{"term":{"node":"constant","value":true}}', "missing required field `node`"),
    ('{"node":"compare","op":"=<","left":{"node":"constant","value":1},"right":{"node":"constant","value":1}}', "'=<'"),
    ('{"node":"constant","value":1.5}', "float"),
    ('{"node":"constant","value":null}', "null"),
    ('{"node":"field","name":7}', "Expected `str`"),
    ('{"node":"and","terms":[]}', "and: no terms"),
    ('{"node":"one_of","term":{"node":"field","name":"wall"},"options":[]}', "one_of: no terms"),
    ('{"node":"case","branches":[],"otherwise":{"node":"constant","value":1}}', "case: no terms"),
    ('{"node":"at_least","count":{"node":"constant","value":1},"terms":[]}', "at_least: no terms"),
    ("7", "Expected `object`"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), OPEN)
def test_anything_else_is_refused(text: str, message: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=message):
        n.from_json(text.encode())


@pytest.mark.parametrize("kind", [n.And, n.Or, n.CountTrue, n.Add, n.Multiply, n.FirstKnown])
def test_no_terms_are_no_node(kind: type[n.Node]) -> None:
    with pytest.raises(ValueError, match="no terms"):
        kind(())  # type: ignore[call-arg]


def test_parts_are_every_node_below() -> None:
    """What `parts` forgets, nobody checks: compared with the nodes of the JSON itself."""
    for release in released():
        for tree in (entry.rule for concept in release.concepts for entry in concept.entries if entry.rule):
            assert len(n.walk(tree)) == n.to_json(tree).count(b'"node":')


@given(standards())
def test_parts_are_every_node_below_in_random_trees(standard: Standard) -> None:
    for tree in standard.rules.values():
        assert len(n.walk(tree)) == n.to_json(tree).count(b'"node":')
