"""What a section is about by its titles: a year it reports on, aims, a year it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from giamngheo.foundation.text import bare
from giamngheo.planning.content import SectionContent


class Outline:
    """The sections of one content with their titles as printed: the tokens of a template hold years, too."""

    def __init__(self, sections: Sequence[SectionContent], year: int, titles: dict[str, str] | None = None) -> None:
        self.year = year
        self.by_key = {section.key: section for section in sections}
        self.titles = titles or {section.key: section.title for section in sections}

    def _above(self, section: SectionContent) -> list[SectionContent]:
        chain = [section]
        while chain[-1].parent:
            chain.append(self.by_key[chain[-1].parent])
        return chain

    def _chain(self, section: SectionContent) -> list[str]:
        """Titles from the section's own outwards."""
        return [self.titles[each.key] for each in self._above(section)]

    def reported_year(self, section: SectionContent) -> int | None:
        """The year a section reports on, None where it does not report."""
        if any(each.kind != "heading" for each in self._above(section)):
            return None
        titles = [bare(title) for title in self._chain(section)]
        if not any("ket qua" in title for title in titles):
            return None
        if any("ke hoach nam" in title or "muc tieu cu the" in title for title in titles):
            return None
        years = [int(year) for title in titles for year in re.findall(r"(?<!\d)(20\d\d)(?!\d)", title)]
        return next((year for year in years if year <= self.year), self.year - 1)

    def aims_here(self, section: SectionContent) -> bool:
        """Whether the texts of a section are targets."""
        if any(each.kind != "heading" for each in self._above(section)):
            return False
        title = bare(self.titles[section.key])
        only = re.sub(r"[^a-z ]", "", title).strip()
        return "muc tieu cu the" in title or "chi tieu" in title or only == "muc tieu"

    def named_year(self, section: SectionContent, caption: str) -> int | None:
        """The one year the line above a table names, else the nearest title that names one."""
        for words in (caption, *self._chain(section)):
            years = set(re.findall(r"(?<![\d.@-])(20\d\d)(?![\d-])", words))
            if len(years) == 1:
                return int(years.pop())
        return None
