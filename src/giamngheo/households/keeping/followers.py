"""Other rooms that keep facts about people are told when two are made one, and when they are parted again.

`follow` in an app's `ready`. References need nothing of it: the row of whoever was merged away stays, and
`merged.standing` says who it is now. A follower may refuse, by raising Refused; nothing is written then.
"""

from __future__ import annotations

from collections.abc import Callable

from giamngheo.households.models import Change, Person

Told = Callable[[Person, Person, Change], None]  # kept, gone, the change, inside its transaction
_FOLLOWERS: dict[str, tuple[Told, Told]] = {}


def follow(name: str, *, merging: Told, parting: Told) -> None:
    """Be told under a name of one's own; a second time replaces the first."""
    _FOLLOWERS[name] = (merging, parting)


def unfollow(name: str) -> None:
    """Be told no more."""
    _FOLLOWERS.pop(name, None)


def tell_merging(kept: Person, gone: Person, change: Change) -> None:
    """`gone` was merged into `kept`."""
    for merging, _parting in _FOLLOWERS.values():
        merging(kept, gone, change)


def tell_parting(kept: Person, gone: Person, change: Change) -> None:
    """The merger was taken back in `change`."""
    for _merging, parting in _FOLLOWERS.values():
        parting(kept, gone, change)
