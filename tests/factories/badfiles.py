"""Files no reader should open, each made the smallest way that is still true to its kind."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.factories.wordfiles import bare_docx, para

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def old_doc(path: Path) -> Path:
    """A Word 97 file: an OLE container with a stream WordDocument."""
    path.write_bytes(OLE + bytes(2000) + "WordDocument".encode("utf-16-le") + bytes(500))
    return path


def locked_docx(path: Path) -> Path:
    """A .docx saved with a password: an OLE container with a stream EncryptedPackage."""
    path.write_bytes(OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le") + bytes(500))
    return path


def locked_pdf(path: Path) -> Path:
    """A PDF whose user password is not the empty one."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"4f" * 32 + b"> /U <" + b"55" * 32 + b"> >>",
    ]
    path.write_bytes(
        _pdf(parts, b"/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]")
    )
    return path


def scanned_pdf(path: Path) -> Path:
    """A PDF of one page without any text."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    path.write_bytes(_pdf(parts, b""))
    return path


def _pdf(objects: list[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(data))
    return data + head + table + end


def zip_bomb(path: Path) -> Path:
    """A .docx whose document.xml unpacks to a thousand times its size."""
    bare_docx(path, para("Kế hoạch"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media.xml", b" " * (30 * 1024 * 1024))
    return path


def huge_file(path: Path) -> Path:
    """300 MB that take no room on the disk."""
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(300 * 1024 * 1024)
    return path


def laughing_docx(path: Path) -> Path:
    """A .docx whose XML declares entities that would grow a billionfold."""
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{("&" + before + ";") * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    bare_docx(path, para("x"))
    declared = f"?><!DOCTYPE w:document [{entities}]>"
    return with_document(path, lambda xml: xml.replace("?>", declared, 1).replace(">x<", ">&j;<"))


def outward_docx(path: Path, target: Path) -> Path:
    """A .docx whose XML asks for another file of the machine."""
    bare_docx(path, para("x"))
    declared = f'?><!DOCTYPE w:document [<!ENTITY e SYSTEM "{target.as_uri()}">]>'
    return with_document(path, lambda xml: xml.replace("?>", declared, 1).replace(">x<", ">&e;<"))


def with_document(path: Path, change: Callable[[str], str]) -> Path:
    """The Word file with its document.xml changed."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = change(parts["word/document.xml"].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path
