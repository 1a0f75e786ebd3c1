"""What a command says when it cannot go on: a sentence in both languages and an exit code, never a trace.

Findings (FindingError) are told by the commands themselves; here ends what nobody foresaw there: a folder that may not
be written, a database that is not there, a pipe that was closed, Ctrl+C. GIAMNGHEO_DEBUG=1 shows the trace as well.
"""

from __future__ import annotations

import errno
import os
import sys

STOPPED, PIPE_CLOSED, REFUSED = 130, 141, 2


def explain(error: BaseException) -> int:
    """Tell people what happened, and return the exit code: 130 stopped, 141 nobody reads any more, 2 all else."""
    if isinstance(error, BrokenPipeError) or (isinstance(error, OSError) and error.errno == errno.EPIPE):
        return _nobody_reads()
    if os.environ.get("GIAMNGHEO_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    try:
        sys.stderr.write(_sentence(error) + "\n")
        sys.stderr.flush()
    except OSError:
        return _nobody_reads()
    return STOPPED if isinstance(error, KeyboardInterrupt) else REFUSED


def _sentence(error: BaseException) -> str:
    if isinstance(error, KeyboardInterrupt):
        return "Đã dừng. / Stopped."
    if isinstance(error, OSError):
        where = f" {error.filename}" if error.filename else ""
        why = error.strerror or type(error).__name__
        return (
            f"Không đọc hoặc ghi được{where}: {why}.\n"
            f"  Cannot read or write{where}: {why}.\n"
            "  - Xin quyền đọc và ghi thư mục đó. / Ask for the right to read and write that folder.\n"
            "  - Chọn thư mục dữ liệu khác: --data-dir THƯ_MỤC. / Use another data folder: --data-dir DIR."
        )
    if type(error).__module__.startswith(("django.db", "sqlite3", "psycopg")):
        why = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        return (
            f"Cơ sở dữ liệu không dùng được: {why}.\n"
            f"  The database cannot be used: {why}.\n"
            "  - Kiểm tra quyền ghi thư mục dữ liệu và dung lượng đĩa. / "
            "See that its folder may be written and has room.\n"
            "  - Kiểm tra GIAMNGHEO_DATABASE_URL nếu dùng PostgreSQL. / Check GIAMNGHEO_DATABASE_URL for PostgreSQL."
        )
    return (
        f"Gặp lỗi không lường trước ({type(error).__name__}); không có gì được ghi dở dang.\n"
        f"  Something unforeseen happened ({type(error).__name__}); nothing was left half-written.\n"
        "  - Thử lại. / Try again.\n"
        "  - Chạy lại với GIAMNGHEO_DEBUG=1 rồi gửi kết quả cho người quản trị. / "
        "Run it again with GIAMNGHEO_DEBUG=1 and send what it prints to the administrator."
    )


def _nobody_reads() -> int:
    """`| head -1` closed the pipe: no word more, also not from the interpreter when it flushes at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    return PIPE_CLOSED
