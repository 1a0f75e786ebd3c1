"""What every list of the office is made of: links that keep the rest of the address, and columns one may choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.functional import Promise

Asked = Mapping[str, str]  # what an address asks of a list, by name; blank: nothing


@dataclass(frozen=True, slots=True)
class Link:
    """A filter or a sort: its words, its address, whether it is the one in force."""

    title: str | Promise
    query: str
    current: bool


def query_of(asked: Asked, **changes: str) -> str:
    """The question part of an address; what is blank is left out."""
    return urlencode({name: value for name, value in {**asked, **changes}.items() if value})


def link(title: str | Promise, asked: Asked, current: bool, **changes: str) -> Link:
    """A link to the same list with something changed."""
    return Link(title, query_of(asked, **changes), current)


def asked_columns(request: HttpRequest, names: Iterable[str]) -> str:
    """The columns an address names ("cot", once or with commas), in the order of `names`; blank: all of them."""
    wanted = set(",".join(request.GET.getlist("cot")).split(","))
    return ",".join(name for name in names if name in wanted)


def shown_columns(asked: Asked, columns: Iterable[str]) -> set[str]:
    """The columns a list shows: those asked for, or all."""
    return set(asked["cot"].split(",")) if asked["cot"] else set(columns)
