"""`giamngheo manage sweep_files`: remove stored bytes that no row refers to; harmless at any time."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from giamngheo.documents.actions import sweep_files


class Command(BaseCommand):
    """Sweeps files left behind by imports that were rolled back."""

    help = "Xóa tệp không còn dòng nào dùng tới / remove stored bytes that no row refers to (safe at any time)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--hours", type=float, default=24.0, help="cũ hơn chừng này giờ / older than so many hours")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đếm / only count")

    def handle(self, *args: Any, **options: Any) -> None:
        older_than, dry_run = timedelta(hours=max(options["hours"], 0.0)), bool(options["dry_run"])
        swept = sweep_files(by=None, older_than=older_than, dry_run=dry_run)
        if swept.busy:
            self.stdout.write("Đang có tệp được nhập; lần sau dọn. / A file is being kept now; the next sweep will do.")
            return
        vi, en = ("sẽ xóa", "would be removed") if dry_run else ("đã xóa", "removed")
        self.stdout.write(f"{vi} {swept.files} tệp, {swept.size} byte / {swept.files} files, {swept.size} bytes {en}")
