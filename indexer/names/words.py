"""What single words of a name are: given names and their sex, titles, nations and parties, short forms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from indexer.words import entries, lines


@cache
def given_names() -> frozenset[str]:
    """All given names, folded."""
    return entries("given_names_male") | entries("given_names_female") | entries("given_names_either")


@cache
def titles() -> frozenset[str]:
    """All words that end a title before a name, folded."""
    return entries("name_titles")


def people_word(low: str, *, nations_only: bool = False) -> bool:
    """Whether a folded word is that of a nation, party or faith, in the singular or the plural."""
    low = low.rsplit("-", 1)[-1] if low not in entries("nationalities") else low
    single = low[:-1] if low[-1:] == "s" else low
    nations = entries("nationalities")
    if low in nations or single in nations:
        return True
    others = entries("parties_and_faiths")
    return not nations_only and (low in others or single in others)


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """For each given name that has short or long forms, all the forms that can stand for it."""
    table: dict[str, set[str]] = {}
    for line in lines("nicknames"):
        forms = line.split()
        for form in forms:
            table.setdefault(form, set()).update(forms)
    return {form: frozenset(forms) for form, forms in table.items()}


@cache
def given_sex(low: str) -> str:
    """The sex that a folded given name tells: "m", "f" or ""."""
    if low in entries("given_names_male"):
        return "m"
    return "f" if low in entries("given_names_female") else ""


def title_sex(title: Sequence[str]) -> str:
    """The sex that the words before a name tell: "m", "f" or ""."""
    for low in title:
        if low in entries("honorifics_male") or low in entries("role_nouns_male"):
            return "m"
        if low in entries("honorifics_female") or low in entries("role_nouns_female"):
            return "f"
    return ""
