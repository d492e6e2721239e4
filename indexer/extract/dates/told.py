"""An attribution with what is known of it before it is dated."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.model import WORDS, Act, Attribution, Speaker


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution, who speaks, and what was done with the content."""

    attribution: Attribution
    speaker: Speaker
    act: Act

    @property
    def anchor(self) -> int:
        """The offset that orders attributions: of the cue, or else the source, or else the content."""
        one = self.attribution
        return (one.cue or one.source or one.content)[0].start

    @property
    def speaker_key(self) -> str:
        """By which speakers are compared: the id, or the printed source in small letters, or ""."""
        return self.speaker.id or (self.speaker.as_printed or "").lower()

    @property
    def in_words(self) -> bool:
        """Whether something was said or written."""
        return self.act in WORDS
