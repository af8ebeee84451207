"""How the fonts in this folder were made: Be Vietnam Pro from npm (@fontsource/be-vietnam-pro), its Latin and Vietnamese
parts joined, without kerning, hints and the tables that drawing does not need.

    npm pack @fontsource/be-vietnam-pro@5.3.0 && tar xzf fontsource-be-vietnam-pro-5.3.0.tgz
    pip install fonttools brotli && python3 subset.py package
"""
import sys

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

for weight, name in ((400, "Regular"), (700, "Bold")):
    parts = []
    for part in ("latin", "latin-ext", "vietnamese"):
        font = TTFont(f"{sys.argv[1]}/files/be-vietnam-pro-{part}-{weight}-normal.woff2")
        font.flavor = None
        for table in ("GSUB", "GPOS", "GDEF", "STAT"):
            if table in font:
                del font[table]
        parts.append(f"{part}-{weight}.ttf")
        font.save(parts[-1])
    font = Merger().merge(parts)
    options = Options(hinting=False, layout_features=[], glyph_names=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 13, 14]
    options.drop_tables += ["OS/2", "post", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[letter for letter in font.getBestCmap() if letter >= 0x20])
    subsetter.subset(font)
    font.save(f"BeVietnamPro-{name}.ttf")
