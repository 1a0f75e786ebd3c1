"""Join the subsets of Tinos (metric-compatible with Times New Roman, OFL-1.1) into one TrueType file per style.

The registry's package holds web fonts cut into subsets; printing needs whole fonts. Written to the package as a built
file, with the font's licence beside it; never committed.
"""

import logging
import shutil
import sys
import tempfile
from pathlib import Path

from fontTools import merge
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "src" / "giamngheo" / "paperwork" / "fonts"
STYLES = {
    ("400", "normal"): "Regular",
    ("700", "normal"): "Bold",
    ("400", "italic"): "Italic",
    ("700", "italic"): "Bold Italic",
}
SUBSETS = ("latin", "latin-ext", "vietnamese")


def whole_font(source: Path, weight: str, slant: str, style: str, scratch: Path) -> TTFont:
    """One style with all its subsets, named family Tinos."""
    parts = []
    for subset in SUBSETS:
        font = TTFont(source / "files" / f"tinos-{subset}-{weight}-{slant}.woff2")
        font.flavor = None
        part = scratch / f"{subset}-{weight}-{slant}.ttf"
        font.save(part)
        parts.append(str(part))
    options = merge.Options(drop_tables=["vmtx", "vhea", "GPOS", "GSUB", "GDEF"])
    font = merge.Merger(options=options).merge(parts)
    names = {1: "Tinos", 2: style, 4: f"Tinos {style}", 6: f"Tinos-{style.replace(' ', '')}"}
    for name_id, value in names.items():
        font["name"].setName(value, name_id, 3, 1, 0x409)
    return font


def main() -> None:
    """Build the four styles into the package."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    source = Path(sys.argv[1])
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for (weight, slant), style in STYLES.items():
            font = whole_font(source, weight, slant, style, Path(scratch))
            font.save(TARGET / f"Tinos-{style.replace(' ', '')}.ttf")
    shutil.copy(source / "LICENSE", TARGET / "LICENSE-Tinos.txt")
    print(f"fonts: {len(STYLES)} styles in {TARGET.name}/")


if __name__ == "__main__":
    main()
