"""`giamngheo alerts`: ask every rule about every commune, and send the day's digest. Run it every morning; a second run
finds nothing new and sends nothing.

What is new goes to those who may handle it: with a mail server (GIAMNGHEO_EMAIL_HOST) to each who gave an address,
else it stands on their page of alerts and is printed here.
Exit codes: 0 done, 1 some letters were refused, 2 no such commune, 130 stopped.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from giamngheo.config.commands import setup_django
from giamngheo.config.commands.letters import send

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.monitoring.models import Alert


def main(arguments: Sequence[str]) -> int:
    """Find, then tell."""
    parser = argparse.ArgumentParser(prog="giamngheo alerts", description="Tìm cảnh báo / find alerts")
    parser.add_argument("--commune", default="", help="mã xã, mặc định mọi xã / one commune by code")
    parser.add_argument("--data-dir", help="thư mục dữ liệu / data folder")
    options = parser.parse_args(arguments)
    if options.data_dir:
        os.environ["GIAMNGHEO_DATA_DIR"] = options.data_dir
    setup_django()
    return run(options.commune)


def run(commune: str = "") -> int:
    """The same, where Django stands already."""
    from django.utils import timezone

    from giamngheo.monitoring.alerts.actions import find_alerts
    from giamngheo.monitoring.alerts.queries import communes_watched

    today = timezone.localdate()
    units = communes_watched(today)
    if commune:
        units = units.filter(code=commune)
        if not units:
            print(f"không có xã {commune} / no commune {commune}", file=sys.stderr)
            return 2
    opened: list[Alert] = []
    gone = 0
    for unit in units:
        found = find_alerts(by=None, unit=unit, on=today)
        opened += found.opened
        gone += found.gone
    letters, refused = _tell(opened)
    for alert in opened:
        print(f"{alert.unit.name}: {_line(alert)}")
    print(
        f"{len(opened)} cảnh báo mới, {gone} đã hết, {letters} thư / {len(opened)} new, {gone} gone, {letters} letters"
    )
    if refused:
        print(f"{refused} thư không gửi được / {refused} letters refused")
    return 1 if refused else 0


def _tell(opened: Sequence[Alert]) -> tuple[int, int]:
    """Letters sent and refused: one to each person, with all that is new to them."""
    from django.conf import settings

    from giamngheo.accounts.queries import users_who_may
    from giamngheo.monitoring.alerts.rules import OF_KIND
    from giamngheo.programme.queries import address_of

    if not settings.EMAIL_HOST:
        return 0, 0
    new: dict[User, list[Alert]] = defaultdict(list)
    for alert in opened:
        for user in users_who_may(OF_KIND[alert.kind].handles, alert.unit):
            new[user].append(alert)
    sent = [
        send(user, f"Cảnh báo: {len(alerts)} việc mới", [f"- {_line(each)}" for each in alerts], "Cảnh báo")
        for user, alerts in new.items()
        if address_of(user)
    ]
    return sum(sent), len(sent) - sum(sent)


def _line(alert: Alert) -> str:
    from giamngheo.foundation.dates import format_date
    from giamngheo.monitoring.alerts.saying import spoken

    said = spoken(alert, alert.seen_on).finding.message.vi
    return f"{alert.get_kind_display()}: {said} (hạn {format_date(alert.due_on)})"
