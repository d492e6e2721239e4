"""The answer in one sentence of at most thirty words, and the parts that it is made of."""

from __future__ import annotations

from indexer.check.answer_records import Answer, HeadlineParts, Outcome
from indexer.check.dates import dated_alike, earliest
from indexer.check.records import Agreement, DateBasis, PrintedAs, Report, Verdict
from indexer.check.senses import describe_briefly
from indexer.check.sentences.phrases import asserting_as_much, on, outlet, says_as_much, searched, shortened, when
from indexer.check.speakers import merge_names
from indexer.compare.judge import FEWEST_WORDS
from indexer.in_words import counted, together
from indexer.model import Stance

MOST_WORDS = 30

_NAME_WORDS, _OUTLET_WORDS = 4, 5
"""Words of a name and of an outlet that a headline has room for."""

DISTINCTIVE = 12
"""Words from which on nobody says a text by chance: if several speakers are named for it, the reports disagree."""

_HOW = {
    Outcome.SENSE_ALTERED: "Printed in another sense",
    Outcome.PARTLY_PRINTED: "Only partly printed",
    Outcome.WORDING_DIFFERS: "Printed in slightly different words",
    Outcome.WORD_FOR_WORD: "Word for word",
    Outcome.IN_OTHER_WORDS: "Printed in other words",
    Outcome.SUGGESTED: "Not printed in these words",
    Outcome.NOT_IN_ARCHIVE: "Not found",
}

_NOT_ASSERTED = {
    Stance.DENIED: "but only as denied, disputed or not said",
    Stance.ASKED: "but only as a question to somebody",
}

_WITHIN = {PrintedAs.QUOTE: "within a longer quote", PrintedAs.PARAPHRASE: "within a longer passage"}

_ORDINALS = ("first", "second", "third", "fourth")


def headline(answer: Answer) -> str:
    """The sentence for an answer of which all else is known."""
    if answer.outcome is Outcome.JOINED:
        return f"{_joined(answer)}."
    if answer.outcome is Outcome.PARTLY_PRINTED and answer.printed_parts:
        return f"{_partly(answer)}."
    if answer.best is None:
        return f"{_not_found(answer)}."
    return f"{_found(answer, answer.best)}."


def headline_parts(answer: Answer) -> HeadlineParts:
    """How, who, when and where; what is not known is None."""
    sources = _sources(answer)
    if answer.best is None and sources:
        return HeadlineParts(_how(answer), _name(sources[0]), _when(sources[0]), outlet(sources[0]))
    if answer.best is None:
        return HeadlineParts(_how(answer), where=searched(answer.coverage))
    first = _first(answer, answer.best)
    dated = when(first.dated) if first.dated is not None else None
    within = _within(answer)
    how = f"{_how(answer)}, {within}" if within else _how(answer)
    return HeadlineParts(how, _who(answer, answer.best), dated, outlet(first))


def is_stock(answer: Answer) -> bool:
    """Whether a text is too common to ask who said it: a stock phrase that is not so long that nobody says it twice."""
    return answer.stock and not (answer.conflict and answer.words >= DISTINCTIVE)


def _how(answer: Answer) -> str:
    outcome = answer.outcome
    if outcome is Outcome.JOINED:
        return f"{_number(len(_sources(answer)))} quotes joined"
    if outcome is Outcome.NOTHING_TO_COMPARE:
        return "Too short to tell" if answer.verdict is Verdict.TOO_SHORT else "Not in English"
    if outcome is Outcome.OTHER_SPEAKER:
        outcome = Outcome.WORDING_DIFFERS if answer.verdict is Verdict.CHANGED else Outcome.WORD_FOR_WORD
    how = _HOW[outcome]
    return f"Probably {how[0].lower()}{how[1:]}" if answer.probable else how


def _number(count: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four"}.get(count, str(count))


# --- Not found ------------------------------------------------------------------------------------


def _not_found(answer: Answer) -> str:
    where = searched(answer.coverage)
    match answer.outcome:
        case Outcome.NOTHING_TO_COMPARE if answer.verdict is Verdict.TOO_SHORT:
            few = "one word is" if answer.words == 1 else f"{answer.words} words are"
            where = where.split(",")[0]
            return f"Too short to tell: {few} found only if printed exactly so; give {FEWEST_WORDS} or more"
        case Outcome.NOTHING_TO_COMPARE:
            return "This does not read as English, and the same words were not found in " + where.split(",")[0]
        case Outcome.SUGGESTED:
            few = "one quote" if len(answer.similar or ()) == 1 else f"{len(answer.similar or ())} quotes"
            return f"Not printed in these words, but {few} may say the same in other words"
        case _:
            return f"Not found in {where}"


# --- Found ----------------------------------------------------------------------------------------


def _found(answer: Answer, best: Report) -> str:
    """The sentence, without its least clauses if it would be too long."""
    how = _how(answer)
    first = _first(answer, best)
    where = _where(answer, first)
    clauses = [
        ("where", where),
        ("who", _within_and_by(answer, best)),
        ("marks", _without_marks(answer)),
        ("stance", _NOT_ASSERTED.get(best.stance, "")),
        ("guard", f"it {describe_briefly(answer.guards[0])}" if answer.guards else ""),
    ]
    for left_out in ((), ("marks",), ("marks", "where"), ("marks", "who")):
        sentence = how
        for name, clause in clauses:
            if clause and name not in left_out:
                sentence += {"where": " ", "guard": ": "}.get(name, ", ") + clause
        if len(sentence.split()) <= MOST_WORDS:
            break
    return sentence


def _where(answer: Answer, first: Report) -> str:
    """In how many reports, and who printed the first of them when: ``in 3 reports, first in Alba on 2 March 2025``."""
    count = sum(each.stances.asserted for each in answer.variants if says_as_much(each, answer))
    place = f"in {outlet(first, _OUTLET_WORDS)}"
    if first.dated is not None:
        said = first.dated.basis is DateBasis.SAID
        place += f", which dates it to {when(first.dated)}" if said else f" {on(first.dated)}"
    return f"in {counted(count, 'report')}, first {place}" if count > 1 else place


def _first(answer: Answer, best: Report) -> Report:
    """The earliest report that says as much as the verdict; a report in other words does not lend it its date."""
    found = asserting_as_much(answer)
    if answer.earliest is not None and any(each.key == answer.earliest.report.key for each in found):
        return answer.earliest.report
    first = earliest(dated_alike(found))
    return first.report if first is not None else best


def _within(answer: Answer) -> str:
    """Where a text stands that is a part of what somebody is quoted with."""
    return _WITHIN.get(answer.printed_as or PrintedAs.TEXT, "") if answer.verdict is Verdict.PART else ""


def _words(answer: Answer, place: tuple[int, int]) -> int:
    return len(answer.text[slice(*place)].split())


def _without_marks(answer: Answer) -> str:
    return "though not between quotation marks" if answer.printed_as is PrintedAs.PARAPHRASE else ""


def _within_and_by(answer: Answer, best: Report) -> str:
    within, by = _within(answer), _attributed(answer, best)
    comma = "," if within and by.startswith("but ") else ""
    return f"{within}{comma} {by}".strip()


def _who(answer: Answer, best: Report) -> str | None:
    """Whom the words are attributed to, by name; None where nobody is."""
    names = [name for name, _ in merge_names(answer.attributions)]
    if not names and best.quote is None:
        return "the article’s own words"
    if not names and answer.probable and best.quote is not None:
        names = [name for name in (best.quote.speaker.name,) if name is not None]
    if not names:
        return None
    if is_stock(answer):
        return f"{len(names):,} speakers"
    names = [shortened(name, _NAME_WORDS) for name in names]
    if len(names) == 1:
        return together(names[0], _beside(answer))
    if len(names) > 2:
        return f"{names[0]}, {names[1]} and {len(names) - 2:,} more"
    return " and ".join(names)


def _beside(answer: Answer) -> list[str]:
    """Those whom every report that asserts the words and names a speaker names together with that one."""
    speakers = [
        each.quote.speaker for each in answer.reports if each.quote is not None and each.stance is Stance.ASSERTED
    ]
    named = [speaker.candidates for speaker in speakers if speaker.name is not None]
    first = named[0] if named else ()
    return [shortened(name, _NAME_WORDS) for name in first if all(name in others for others in named)]


def _attributed(answer: Answer, best: Report) -> str:
    who = _who(answer, best)
    if best.quote is None:
        alone = ", which name no speaker" if answer.speaker is not None else ""
        return f"in the article’s own words{alone}"
    if best.stance is not Stance.ASSERTED:
        return ""
    if who is None and answer.speaker_agrees is Agreement.UNATTRIBUTED:
        report = "the report does" if answer.reports_total <= 1 else "the reports do"
        return f"but {report} not name the speaker"
    if who is None:
        return "attributed to nobody by name"
    if is_stock(answer):
        return f"a stock phrase of {who}"
    if answer.conflict:
        first, other = [shortened(name, _NAME_WORDS) for name, _ in merge_names(answer.attributions)][:2]
        return f"attributed to {first} by some and to {other} by others"
    if answer.speaker_agrees is Agreement.DISAGREES and answer.speaker is not None:
        return f"but attributed to {who}, not to {shortened(answer.speaker, _NAME_WORDS)}"
    return f"attributed to {who}"


# --- Joined ---------------------------------------------------------------------------------------


def _sources(answer: Answer) -> list[Report]:
    """The reports of the parts of a text, each once, in order."""
    found: dict[str, Report] = {}
    for each in answer.printed_parts:
        if each.report is not None:
            found.setdefault(each.report.key, each.report)
    return list(found.values())


def _name(report: Report) -> str | None:
    return report.quote.speaker.name if report.quote is not None else None


def _when(report: Report) -> str | None:
    return when(report.dated) if report.dated is not None else None


def _partly(answer: Answer) -> str:
    """How much of a text is printed, where, and whom that is attributed to."""
    printed = sum(_words(answer, each.place) for each in answer.printed_parts if each.report is not None)
    every = printed + sum(_words(answer, each.place) for each in answer.printed_parts if each.report is None)
    source = _sources(answer)[0]
    name = _name(source)
    dated = f" {on(source.dated)}" if source.dated is not None else ""
    by = f", attributed to {shortened(name, _NAME_WORDS)}" if name is not None else ""
    return f"Only partly printed: {printed} of its {every} words, in {outlet(source, _OUTLET_WORDS)}{dated}{by}"


def _joined(answer: Answer) -> str:
    sources = _sources(answer)
    joined = f"{_number(len(sources))} quotes"
    names = [_name(each) for each in sources]
    if len(set(names)) == 1 and names[0] is not None:
        places = " and ".join(dict.fromkeys(outlet(each, 3) for each in sources[:2]))
        return f"{joined} of {shortened(names[0], _NAME_WORDS)} are joined: they stand apart in {places}"
    told = [
        f"the {which} is attributed to {shortened(name, 3)}"
        if name is not None
        else f"the {which} is in {outlet(report, 3)}"
        for which, name, report in zip(_ORDINALS, names, sources, strict=False)
    ]
    return f"{joined} are joined: {' and '.join(told[:2])}"
