"""A calendar that other programs read: RFC 5545."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from giamngheo.programme.ics import CalendarEvent, calendar, escaped, folded

AT = datetime(2026, 11, 25, 1, 2, 3, tzinfo=UTC)


def unfolded(content: bytes) -> list[str]:
    text = content.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").split("\r\n")


def test_event_lies_on_one_whole_day() -> None:
    event = CalendarEvent("task-7@giamngheo", date(2026, 12, 31), "Hạn: nộp báo cáo; gấp, rất gấp", AT, sequence=3)
    lines = unfolded(calendar("Việc", [event]))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "DTSTAMP:20261125T010203Z" in lines
    assert r"SUMMARY:Hạn: nộp báo cáo\; gấp\, rất gấp" in lines
    assert "SEQUENCE:3" in lines


def test_words_cannot_add_a_line_of_their_own() -> None:
    event = CalendarEvent("a", date(2026, 1, 1), "x\r\nEND:VEVENT\rBEGIN:VEVENT\\", AT, url="http://a\r\nX:1")
    lines = unfolded(calendar("Việc", [event]))
    assert lines.count("END:VEVENT") == lines.count("BEGIN:VEVENT") == 1
    assert r"SUMMARY:x\nEND:VEVENT\nBEGIN:VEVENT\\" in lines


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=300))
def test_folding_loses_nothing_and_stays_within_75_octets(text: str) -> None:
    line = folded(escaped(text))
    pieces = line.split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert line.replace("\r\n ", "") == escaped(text)


def test_empty_calendar_is_whole() -> None:
    assert unfolded(calendar("", []))[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
