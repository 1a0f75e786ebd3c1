"""Indicators of dimension Thông tin."""

from giamngheo.standards import nodes as n

_SHARED = ("television", "radio", "desktop_computer", "telephone")
_PERSONAL = ("laptop", "tablet", "smartphone")

FORMULAS: dict[str, n.AnyNode] = {
    "telecom_2022": n.Not(n.Any(n.MemberField("uses_internet"))),
    "information_means_2022": n.Not(n.Or(tuple(n.Field(name) for name in (*_SHARED, *_PERSONAL)))),
}
