"""Finds the standard somebody names, or says which there are."""

from __future__ import annotations

from datetime import date

from giamngheo.foundation.findings import FindingError
from giamngheo.standards import findings as f
from giamngheo.standards import newest, released
from giamngheo.standards.release import Release
from giamngheo.standards.standard import Standard, resolve
from giamngheo.standards.wording import day as said


def named(asked: str) -> Release:
    """The release called "vn-2022.1", or the newest of "vn-2022"; raises FindingError LAW-NO-STANDARD."""
    for each in (*released(), *reversed(newest())):
        if asked in (each.key, each.id) and (asked == each.key or each in newest()):
            return each
    raise FindingError(f.NO_STANDARD.at(asked=asked, known=", ".join(each.id for each in newest())))


def as_of(release: Release, today: date, asked: str = "", province: str = "") -> Standard:
    """The release on the day asked; without one today, or its first day when it is not in force today.

    Raises FindingError LAW-DAY, LAW-NOT-IN-FORCE.
    """
    wanted = a_day(asked) if asked else today if release.covers(today) else release.periods[0].start
    if not release.covers(wanted):
        periods = "; ".join(f"{said(each.start)} - {said(each.end)}" for each in release.periods)
        raise FindingError(f.NOT_IN_FORCE.at(standard=release.id, day=said(wanted), periods=periods))
    return resolve(release, wanted, province)


def a_day(asked: str) -> date:
    """ "24/11/2026" or "2026-11-24"; raises FindingError LAW-DAY."""
    try:
        parts = asked.split("/")
        return date(int(parts[2]), int(parts[1]), int(parts[0])) if len(parts) == 3 else date.fromisoformat(asked)
    except ValueError:
        raise FindingError(f.DAY.at(asked=asked)) from None
