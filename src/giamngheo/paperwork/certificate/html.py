"""Certificates for the screen: the same words, to be looked at before the file is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from giamngheo.paperwork.certificate import value as v
from giamngheo.paperwork.certificate.value import Box, Certificate
from giamngheo.paperwork.writers.html import print_css
from giamngheo.paperwork.writers.wording import printable

STYLE = Path(__file__).with_name("certificate.css")


def write_html(certificates: Sequence[Certificate], *, name: str) -> str:
    """A whole page, each certificate an article. No text of a certificate can become markup."""
    body = "\n".join(_article(each) for each in certificates)
    sheet = f"{print_css()}\n{STYLE.read_text(encoding='utf-8')}"
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_t(name)}</title>\n<style>\n{sheet}</style>\n</head>\n"
        f'<body class="od-page">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


def _t(text: str) -> str:
    return escape(printable(text))


def _article(each: Certificate) -> str:
    issuer = "".join(f"<p>{_t(line)}</p>" for line in each.issuer)
    state = "".join(f"<p>{_t(line)}</p>" for line in each.state)
    fields = "".join(
        f"<div><dt>{_t(field.label)}</dt><dd>{_t(field.value) or '<span class=gc-blank></span>'}</dd></div>"
        for field in each.fields
    )
    header = "".join(f'<th scope="col">{_t(words)}</th>' for words in each.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{_t(cell)}</td>' for cell in row)}</tr>" for row in each.people)
    notes = "".join(f"<p>{_t(line)}</p>" for line in each.notes)
    return (
        f'<article class="gc-sheet"><header class="gc-head"><div>{issuer}'
        f'<p class="gc-number">{_t(each.number)}</p></div>'
        f"<div>{state}</div></header><h1>{'<br>'.join(_t(line) for line in each.title)}</h1>"
        f'<dl class="gc-fields">{fields}</dl><h2>{_t(each.people_title)}</h2>'
        f'<div class="gc-table"><table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>'
        f'<h2>{_t(each.boxes_title)}</h2><div class="gc-years">{"".join(map(_year, each.boxes))}</div>'
        f'<footer class="gc-notes">{notes}</footer></article>'
    )


def _year(box: Box) -> str:
    ticks = "".join(
        f'<li><span class="gc-box">{v.TICK if on else ""}</span> {_t(words)}</li>' for words, on in box.ticks
    )
    numbers = "".join(f'<th scope="col">{at}</th>' for at in range(1, len(box.marks) + 1))
    marks = "".join(f"<td>{v.TICK if on else ''}</td>" for on in box.marks)
    grid = f"<table><thead><tr>{numbers}</tr></thead><tbody><tr>{marks}</tr></tbody></table>" if box.marks else ""
    authority = "".join(f"<p><strong>{_t(words)}</strong></p>" for words in box.authority)
    return (
        f'<section class="gc-year"><h3>{_t(box.heading)}</h3><ul>{ticks}</ul><p>{_t(box.caption)}</p>{grid}'
        f'<p class="gc-dated"><em>{_t(box.dated)}</em></p>{authority}'
        f'<p class="gc-signer">{_t(box.signer)}</p></section>'
    )
