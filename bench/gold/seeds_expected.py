"""What a careful reader finds in the two texts: (a few words of the quote, the names that are right)."""

from __future__ import annotations

TRUMP = ("Donald Trump",)
HEGSETH = ("Pete Hegseth",)
HIGSETH = ("Betty Higseth",)
ZELENSKYY = ("Volodymyr Zelenskyy",)
ZELINSKI = ("Foludmir Zelinski", "Zelenskyy")
SHAPOVALOVA = ("Yulia Shapovalova",)
SHABOVALOVA = ("Yulia Shabovova", "Shabovalova")
GILES = ("Keir Giles",)
KREMLIN = ("The Kremlin", "the Kremlin", "Kremlin")

SPEAKERS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "000": (
        ("instantly", TRUMP),
        ("extremely productive", TRUMP),
        ("As we each agreed", TRUMP),
        ("COMMON SENSE", TRUMP),
        ("imagine very strongly", TRUMP),
        ("not-too-distant future", TRUMP),
        ("They see that Trump", SHAPOVALOVA),
        ("However nonetheless", SHAPOVALOVA),
        ("very effectively", TRUMP),
        ("make peace", TRUMP),
        ("very substantive", ZELENSKYY),
        ("We're defining our joint steps", ZELENSKYY),
        ("As President Trump stated", ZELENSKYY),
        ("let's get it", TRUMP),
        ("devastating warfare", HEGSETH),
        ("sensible evaluation of the battlefield", HEGSETH),
        ("doesn't imagine", HEGSETH),
        ("Plan B", ZELENSKYY),
        ("For all this", ZELENSKYY),
        ("quite a lot of land", TRUMP),
        ("illusory objective", HEGSETH),
        ("lengthen the warfare", HEGSETH),
        ("Crimea again diplomatically", ZELENSKYY),
        ("swap land", ZELENSKYY),
        ("unattainable", KREMLIN),
        ("non-European troops", HEGSETH),
        ("credible safety ensures", GILES),
        ("Europe should present", HEGSETH),
        ("Once we come again", ("Keith Kellogg",)),
        ("a strategy of discovering", ("Mariia Zolkina",)),
        ("rewarding an aggressor", GILES),
    ),
    "001": (
        ("immediately", TRUMP),
        ("very producer", TRUMP),
        ("President Putin used", TRUMP),
        ("We both believe", TRUMP),
        ("distant future", TRUMP),
        ("They see Trump", SHABOVALOVA),
        ("But still", SHABOVALOVA),
        ("very well", TRUMP),
        ("make peace", TRUMP),
        ("very objective", ZELINSKI),
        ("We define our common steps", ZELINSKI),
        ("accomplish it", TRUMP),
        ("devastating war only", HIGSETH),
        ("realistic evaluation of the battlefield", HIGSETH),
        ("does not believe that NATO", HIGSETH),
        ("Plan B", ZELINSKI),
        ("we need weapons", ZELINSKI),
        ("took a lot of land", TRUMP),
        ("imaginary goal", HIGSETH),
        ("not only prolong", HIGSETH),
        ("Crimea diplomatically", ZELINSKI),
        ("land swap", ZELINSKI),
        ("impossible", KREMLIN),
        ("non -European forces", HIGSETH),
        ("credible security guarantees", ("Kiir Giles",)),
        ("Europe must provide", HIGSETH),
        ("temporary ceasefire", ("Maria Zallen",)),
        ("reward of the aggressor", ("Gels",)),
    ),
}

NOBODY: dict[str, tuple[str, ...]] = {"000": (), "001": ("When we return from Munich",)}

COPIES: tuple[tuple[str, str], ...] = (
    ("instantly", "immediately"),
    ("extremely productive", "very producer"),
    ("As we each agreed", "As we agreed"),
    ("Putin even used", "Putin used the slogan"),
    ("not-too-distant future", "distant future"),
    ("They see that Trump", "They see Trump"),
    ("However nonetheless", "But still"),
    ("very effectively", "very well"),
    ("make peace", "make peace"),
    ("very substantive", "very objective"),
    ("defining our joint steps", "define our common steps"),
    ("get it achieved", "accomplish it"),
    ("solely finish this", "end this devastating"),
    ("doesn't imagine", "does not believe"),
    ("Plan B", "Plan B"),
    ("For all this", "On all of this"),
    ("quite a lot of land", "took a lot of land"),
    ("illusory objective", "imaginary goal"),
    ("lengthen the warfare", "not only prolong"),
    ("Crimea again diplomatically", "Crimea diplomatically"),
    ("swap land", "land swap"),
    ("unattainable", "impossible"),
    ("non-European troops", "non -European forces"),
    ("credible safety ensures", "credible security guarantees"),
    ("overwhelming share of future", "overwhelming share of deadly"),
    ("Once we come again", "When we return"),
    ("strategy of discovering", "finding a solution"),
    ("rewarding an aggressor", "reward of the aggressor"),
)
"""A few words of each quote between marks that both copies print as somebody's, in the first and in the second."""
