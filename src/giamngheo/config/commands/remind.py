"""`giamngheo remind`: say once what is due. Run it every morning, or twice a day: nothing is ever said twice.

With a mail server (GIAMNGHEO_EMAIL_HOST) each person who gave an address gets one letter with all that is new to them;
without one, and for everybody else, reminders stand on their page of things to do and are printed here.
Exit codes: 0 done, 1 some letters were refused, 130 stopped.
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from giamngheo.config.commands import setup_django
from giamngheo.config.commands.letters import send

if TYPE_CHECKING:
    from giamngheo.programme.models import Reminder


def main(arguments: Sequence[str]) -> int:
    """Write the day's reminders down, then send what can be sent."""
    parser = argparse.ArgumentParser(prog="giamngheo remind", description="Nhắc việc đến hạn / remind of deadlines")
    parser.add_argument("--data-dir", help="thư mục dữ liệu / data folder")
    options = parser.parse_args(arguments)
    if options.data_dir:
        os.environ["GIAMNGHEO_DATA_DIR"] = options.data_dir
    setup_django()
    return run()


def run() -> int:
    """The same, where Django stands already."""
    from django.conf import settings
    from django.utils import timezone

    from giamngheo.programme.actions import mail_failed, remind
    from giamngheo.programme.models import Channel

    made = remind(by=None, on=timezone.localdate(), mail=bool(settings.EMAIL_HOST))
    letters: dict[int, list[Reminder]] = defaultdict(list)
    for each in made:
        if each.channel == Channel.MAIL:
            letters[each.user_id].append(each)
    refused = [each for reminders in letters.values() if not _sent(reminders) for each in reminders]
    if refused:
        mail_failed(by=None, reminders=refused)
    _print(made, len(letters), len(refused))
    return 1 if refused else 0


def _sent(reminders: Sequence[Reminder]) -> bool:
    """One letter to one person."""
    lines = [_line(each) for each in reminders]
    return send(reminders[0].user, f"Nhắc việc: {len(reminders)} việc", lines, "Việc cần làm")


def _line(each: Reminder) -> str:
    from giamngheo.foundation.dates import format_date

    return f"- {each.get_kind_display()}: {each.task.title} (hạn {format_date(each.due_on)}, {each.task.post.name})"


def _print(made: Sequence[Reminder], letters: int, refused: int) -> None:
    for each in made:
        print(f"{each.user.get_username()}: {_line(each)[2:]}")
    print(f"{len(made)} nhắc việc mới, {letters} thư / {len(made)} new reminders, {letters} letters")
    if refused:
        print(f"{refused} nhắc việc không gửi thư được / {refused} could not be mailed")
