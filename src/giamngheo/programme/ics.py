"""A calendar as RFC 5545 text: all-day events, escaped, folded at 75 octets, lines ended CR LF. No database.

All our days are days, not hours: VALUE=DATE needs no time zone, and lies on the same day everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

PRODUCT = "-//Giam Ngheo//giamngheo//VI"
_LONGEST = 75  # octets of a line, its CR LF not counted
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127))


class CalendarEvent(NamedTuple):
    """One all-day event. `uid` stays the same for ever, `sequence` grows with every change."""

    uid: str
    on: date
    summary: str
    changed_at: datetime
    description: str = ""
    url: str = ""
    sequence: int = 0
    cancelled: bool = False


def escaped(text: str) -> str:
    """A TEXT value (3.3.11): backslash, semicolon, comma, line ends; control characters have no place in one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def escaped_url(text: str) -> str:
    """A URI value has no escapes; what cannot stand in one is left out."""
    return "".join(text.split()).translate(_CONTROLS)


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, never within a character (3.1)."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST:
            pieces.append(piece)
            piece, size = "", 1  # the blank that begins a continued line
        piece, size = piece + character, size + octets
    return "\r\n ".join([*pieces, piece])


def calendar(name: str, events: Iterable[CalendarEvent]) -> bytes:
    """The whole file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for event in events:
        lines += _event(event)
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def _event(event: CalendarEvent) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{event.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}"  # the first day it is over
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    if event.url:
        yield f"URL:{escaped_url(event.url)}"
    yield "STATUS:CANCELLED" if event.cancelled else "STATUS:CONFIRMED"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
