"""Bytes nobody refers to are swept; never bytes that a row refers to, whatever happens at the same moment."""

import hashlib
import os
import threading
import time
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, connections, transaction

from giamngheo.audit.models import Event
from giamngheo.documents import actions, leftovers
from giamngheo.documents.actions import file_path, keep_file, sweep_files
from giamngheo.documents.models import StoredFile

pytestmark = pytest.mark.django_db
AGE = leftovers.is_old
OLD = b"bytes of an import that was rolled back"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path, monkeypatch):
    """The folder of kept files; age is told by the time of writing alone, for nobody can set the other time back."""
    settings.MEDIA_ROOT = tmp_path / "files"

    def is_old(file, older_than):
        path = file.path if isinstance(file, os.DirEntry) else file
        return os.path.exists(path) and os.stat(path).st_mtime < older_than

    monkeypatch.setattr(leftovers, "is_old", is_old)
    monkeypatch.setattr(actions, "is_old", is_old)
    return settings.MEDIA_ROOT


def lay(content=OLD, hours=48.0, name=None):
    """Bytes without a row, put there some hours ago."""
    path = file_path(hashlib.sha256(content).hexdigest())
    path.parent.mkdir(parents=True, exist_ok=True)
    path = path.with_name(name) if name else path
    path.write_bytes(content)
    back = time.time() - hours * 3600
    os.utime(path, (back, back))
    return path


@pytest.fixture
def kept(db):
    """Some file with its row, as old as the others."""
    stored = keep_file(by=None, name="a.txt", content=b"kept")
    path = file_path(stored.sha256)
    os.utime(path, (0, 0))
    return path


def test_bytes_of_a_rolled_back_import_are_swept(kept) -> None:
    with transaction.atomic():
        keep_file(by=None, name="b.txt", content=OLD)
        transaction.set_rollback(True)
    orphan = file_path(hashlib.sha256(OLD).hexdigest())
    assert orphan.exists()
    assert sweep_files(by=None).files == 0  # young
    os.utime(orphan, (0, 0))
    swept = sweep_files(by=None)
    assert (swept.files, swept.size) == (1, len(OLD))
    assert not orphan.exists()
    assert kept.read_bytes() == b"kept"
    event = Event.objects.get(action="documents.sweep_files")
    assert event.after == {"files": 1, "bytes": len(OLD), "sha256": [orphan.name]}


def test_dry_run_counts_and_removes_nothing(kept) -> None:
    orphan = lay()
    assert sweep_files(by=None, dry_run=True).files == 1
    assert orphan.exists()
    assert not Event.objects.filter(action="documents.sweep_files").exists()


def test_unfinished_parts_are_swept_and_strange_files_stay(kept, folder) -> None:
    digest = hashlib.sha256(OLD).hexdigest()
    part = lay(name=f".{digest}.{'0' * 32}")
    strange = [lay(name="ghi-chu.txt"), lay(name=digest.upper()), lay(name=digest + "0")]
    elsewhere = folder / "zz" / digest
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(b"x")
    os.utime(elsewhere, (0, 0))
    assert sweep_files(by=None).files == 1
    assert not part.exists()
    assert all(path.exists() for path in (*strange, elsewhere))


def test_database_without_any_file_sweeps_nothing() -> None:
    orphan = lay()
    assert sweep_files(by=None).files == 0
    assert orphan.exists()


def test_folder_that_is_not_there_is_swept() -> None:
    assert sweep_files(by=None).files == 0


def test_restored_backup_is_young(tmp_path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"x")
    os.utime(file, (0, 0))  # as an archive restores it
    assert not AGE(file, time.time() - 60)
    assert AGE(file, time.time() + 60)
    assert not AGE(tmp_path / "none", time.time())


def test_keeping_makes_old_bytes_young_again(kept, monkeypatch) -> None:
    """A sweep in the middle of keeping, where it hurts most: after the bytes, before the row."""
    orphan, make = lay(), StoredFile.objects.get_or_create

    def sweep_then_make(**values):
        monkeypatch.setattr(actions, "hold_to_sweep", lambda: True)  # as if there were no lock at all
        assert sweep_files(by=None).files == 0
        return make(**values)

    monkeypatch.setattr(StoredFile.objects, "get_or_create", sweep_then_make)
    keep_file(by=None, name="b.txt", content=OLD)
    assert orphan.read_bytes() == OLD


def test_sweep_looks_again_before_it_removes(kept, monkeypatch) -> None:
    """Bytes that were old when the folder was looked through, and are somebody's when their turn comes."""
    orphan = lay()

    def keep_first():
        keep_file(by=None, name="b.txt", content=OLD)
        return True

    monkeypatch.setattr(actions, "hold_to_sweep", keep_first)
    assert sweep_files(by=None).files == 0
    assert orphan.exists()


def test_file_in_use_by_another_program_is_left(kept, monkeypatch) -> None:
    orphan = lay()
    unlink = type(orphan).unlink

    def refuse(path, **options):
        if path == orphan:
            raise PermissionError
        return unlink(path, **options)

    monkeypatch.setattr(type(orphan), "unlink", refuse)
    sweep_files(by=None)
    assert orphan.exists()


def test_database_busy_for_long_is_no_failure(kept, monkeypatch) -> None:
    def locked():
        raise OperationalError("database is locked")

    orphan = lay()
    monkeypatch.setattr(actions, "hold_to_sweep", locked)
    assert sweep_files(by=None).busy
    said = StringIO()
    call_command("sweep_files", stdout=said)
    assert "lần sau dọn" in said.getvalue()
    assert orphan.exists()


def test_command_says_what_it_removed(kept) -> None:
    lay()
    said = StringIO()
    call_command("sweep_files", "--dry-run", stdout=said)
    assert "sẽ xóa 1 tệp" in said.getvalue()
    call_command("sweep_files", "--hours", "72", stdout=said)
    assert "đã xóa 0 tệp" in said.getvalue()
    call_command("sweep_files", stdout=said)
    assert f"1 files, {len(OLD)} bytes removed" in said.getvalue()


@pytest.mark.django_db(transaction=True)
def test_import_under_way_is_waited_for_by_nobody_and_loses_nothing(kept) -> None:
    """Two connections: one is keeping old bytes and has not committed; the other sweeps meanwhile."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets nobody begin beside a writer; PostgreSQL runs this")
    orphan = lay()
    keeping, go_on = threading.Event(), threading.Event()

    def keep() -> None:
        try:
            with transaction.atomic():
                keep_file(by=None, name="b.txt", content=OLD)
                os.utime(orphan, (0, 0))  # even if the clock said that they are old
                keeping.set()
                go_on.wait(20)
        finally:
            connections.close_all()

    thread = threading.Thread(target=keep)
    thread.start()
    assert keeping.wait(20)
    try:
        assert sweep_files(by=None, older_than=timedelta(0)).busy
        assert orphan.exists()
    finally:
        go_on.set()
        thread.join(20)
    assert not sweep_files(by=None).busy
    assert orphan.read_bytes() == OLD
    assert StoredFile.objects.filter(sha256=orphan.name).exists()
