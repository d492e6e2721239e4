"""What the articles of a run say of themselves, counted: languages, readers, what they lack, what was mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.model import Article
from indexer.read import Overrides, Paths, Reject, each

_PARTICULARS = re.compile(r"'[^']*'|\"[^\"]*\"|\b\d[\d,]*\b")


@dataclass(frozen=True, slots=True)
class Readings:
    """Counts of articles.

    Args:
        articles: how many were read.
        undated, without_outlet: of how many neither a date of publication nor an outlet is known.
        languages, readers: by language, and by what read them.
        remarks: by what was mended or left open, particulars left out.
        unread: by the fields of their records that are not known.
        rejected: refused inputs, by reason; only counted where nothing else is done with them.
    """

    articles: int = 0
    undated: int = 0
    without_outlet: int = 0
    languages: Mapping[str, int] = field(default_factory=dict)
    readers: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[str, int] = field(default_factory=dict)
    unread: Mapping[str, int] = field(default_factory=dict)
    rejected: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class ReadingTally:
    """The counts of a run that goes on."""

    articles: int = 0
    undated: int = 0
    without_outlet: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    readers: Counter[str] = field(default_factory=Counter)
    remarks: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article) -> None:
        """Count one article."""
        self.articles += 1
        self.undated += article.published is None
        self.without_outlet += article.outlet is None
        self.languages[article.language] += 1
        if article.provenance is not None:
            self.readers[article.provenance.reader] += 1
            self.remarks.update({_PARTICULARS.sub("…", remark) for remark in article.provenance.remarks})
            self.unread.update(set(article.provenance.unread))

    def readings(self) -> Readings:
        """The counts as they are now."""
        return Readings(
            self.articles,
            self.undated,
            self.without_outlet,
            dict(self.languages),
            dict(self.readers),
            dict(self.remarks),
            dict(self.unread),
            dict(self.rejected),
        )


def dry_run(paths: Paths, overrides: Overrides) -> Readings:
    """Read everything under these paths and count, without extracting or storing anything."""
    tally = ReadingTally()
    for found in each(paths, overrides):
        if isinstance(found.outcome, Reject):
            tally.rejected[str(found.outcome.reason)] += 1
        else:
            tally.add(found.outcome)
    return tally.readings()
