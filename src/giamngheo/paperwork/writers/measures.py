"""Measures the decree leaves to the printer: columns of header and foot, room for a signature. Millimetres."""

from __future__ import annotations

from giamngheo.paperwork import format30 as f30

TEXT_WIDTH = f30.PAGE_WIDTH.used - f30.MARGIN_LEFT.used - f30.MARGIN_RIGHT.used
LEFT_COLUMN = 66.0  # the rest, 99 mm, holds the State's name at 13 pt (95,7 mm) on one line
RIGHT_COLUMN = TEXT_WIDTH - LEFT_COLUMN
SUBJECT_WIDTH = 145.0
RECIPIENTS_COLUMN = 75.0
SIGNATURE_ROOM = 72.0  # points between post and name: a signature, and a seal of 36 mm across its left third
ADDRESSEE_LEFT, ADDRESSEE_DASH = 35.0, 20.0  # "Kính gửi:", and from there to the dashes below its colon
SLACK = 1.5  # mm by which another program may set a line longer than we measured
