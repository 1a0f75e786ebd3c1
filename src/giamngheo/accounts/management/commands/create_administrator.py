"""`giamngheo manage create_administrator NAME "FULL NAME" [--unit CODE]`: the first account of an installation."""

from __future__ import annotations

from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.actions import create_user, grant
from giamngheo.accounts.roles import Role
from giamngheo.territory.queries import unit_on


class Command(BaseCommand):
    """Makes an administrator; asks for the password, which is never an argument (others can read a command line)."""

    help = "Create an administrator of a unit, or of the whole country."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("full_name")
        parser.add_argument("--unit", help="code of the province or commune of today; the whole country when absent")

    def handle(self, *args: Any, **options: Any) -> None:
        unit = None
        if options["unit"] and (unit := unit_on(options["unit"], timezone.localdate())) is None:
            raise CommandError(f"No unit {options['unit']} today.")
        password = getpass()
        try:
            with transaction.atomic():
                user = create_user(
                    username=options["username"], full_name=options["full_name"], password=password, by=None
                )
                grant(user=user, role=Role.ADMINISTRATOR, unit=unit, by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{user.username}: administrator of {unit or 'the whole country'}")
