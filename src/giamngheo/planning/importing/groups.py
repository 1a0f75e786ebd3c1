"""Numbered lines that stand side by side are of one kind: titles of sections, or items of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from giamngheo.paperwork.document import Node, NodeKind, NumberStyle
from giamngheo.planning.importing.words import is_sentence

_ITEM_STYLES = (NumberStyle.ARABIC, NumberStyle.POINT, NumberStyle.PAREN)


class Group(Enum):
    """What the siblings of a numbered line are."""

    SECTIONS = "sections"
    ITEMS = "items"  # "1. Chốt danh sách trong tháng 7." "2. Rà soát …": a numbered text, its bullets under it
    PROJECTS = "projects"  # a project is among them, or above them: a sentence here got its number by mistake


def group_headings(roots: Iterable[Node], names_project: Callable[[Node], bool]) -> dict[int, Group]:
    """The group of every heading, by `id(node)`. Items are siblings of one style without headings below them, at least
    one of which is a sentence; one title with a section below makes all of them titles."""
    groups: dict[int, Group] = {}

    def visit(children: Iterable[Node], under_project: bool) -> None:
        headings = [node for node in children if node.kind is NodeKind.HEADING]
        projects = {id(node) for node in headings if names_project(node)}
        for style in {node.style for node in headings}:
            alike = [node for node in headings if node.style is style]
            beside = under_project or any(id(node) in projects for node in alike)
            group = Group.PROJECTS if beside else _of(alike)
            groups.update({id(node): group for node in alike})
        for node in headings:
            visit(node.children, id(node) in projects)

    visit(tuple(roots), False)
    return groups


def _of(alike: list[Node]) -> Group:
    if alike[0].style not in _ITEM_STYLES:
        return Group.SECTIONS
    if any(child.kind is NodeKind.HEADING for node in alike for child in node.children):
        return Group.SECTIONS
    return Group.ITEMS if any(is_sentence(node.text) for node in alike) else Group.SECTIONS
