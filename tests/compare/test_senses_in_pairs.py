"""What alters the sense and what does not, pair by pair, whichever of the two is asked for."""

from __future__ import annotations

import pytest

from indexer.compare import judge

ALTERED: list[tuple[str, str]] = [
    # a "not" behind an earlier sentence that begins alike
    (
        "We will raise taxes on small firms in this parliament",
        "We will build forty new hospitals and hire fifty thousand more nurses. We will not raise taxes on "
        "small firms in this parliament.",
    ),
    (
        "I regret having defended my country against people who wanted to erase it",
        "I regret every single life that was lost on both sides of the river. But I do not regret having "
        "defended my country against people who wanted to erase it",
    ),
    # a "not" beside a clause left out
    (
        "The minister signed the letter that closed the hospital in Harrow",
        "The minister, who had been told about it by her own staff in March, never signed the letter that "
        "closed the hospital",
    ),
    (
        "I will send troops to the border before the winter comes",
        "I will not, and I say this with all the weight of my office, send troops to the border before the "
        "winter comes",
    ),
    # a name that begins a sentence
    (
        "Iraq has rebuilt its missile programme in violation of the agreement",
        "Iran has rebuilt its missile programme in violation of the agreement",
    ),
    (
        "Trump will resign before the end of the year because of the trial",
        "Biden will resign before the end of the year because of the trial",
    ),
    ("Hamas fired on the convoy from the school", "Israel fired on the convoy from the school"),
    (
        "China has broken every promise that it made to the people of the island",
        "Taiwan has broken every promise that it made to the people of the island",
    ),
    (
        "Monday is the day on which we will sign the contract with the mill",
        "Friday is the day on which we will sign the contract with the mill",
    ),
    (
        "Austria will close its embassy in the city before the end of May",
        "Australia will close its embassy in the city before the end of May",
    ),
    # two names that have changed places
    ("Borduria attacked Ruritania in self defence", "Ruritania attacked Borduria in self defence"),
    (
        "Israel attacked Iran and the United States knew about it all along",
        "Iran attacked Israel and the United States knew about it all along",
    ),
    (
        "He told Anna that Peter had stolen the money from the safe",
        "He told Peter that Anna had stolen the money from the safe",
    ),
    # a "not" in another clause
    (
        "I do not support the decision, but I support the way it was announced",
        "I support the decision, but I do not support the way it was announced",
    ),
    (
        "Men are not equal and women are equal before the law of this land",
        "Men are equal and women are not equal before the law of this land",
    ),
    (
        "He resigned because he was not ill but in love with the job",
        "He did not resign because he was ill but in love with the job",
    ),
    (
        "I asked him to leave, I did not ask him to stay in the house",
        "I did not ask him to leave, I asked him to stay in the house",
    ),
    # a "not" that denies the whole
    (
        "the school will be closed before the winter because of the roof",
        "It is simply not true that the school will be closed before the winter because of the roof",
    ),
    ("we will be leaving Harrow in my lifetime", "I don't think that we will be leaving Harrow in my lifetime"),
    (
        "the vaccine causes heart problems in healthy adults",
        "There is no evidence that the vaccine causes heart problems in healthy adults",
    ),
    ("the school will be closed before the winter", "I never said the school will be closed before the winter"),
    (
        "everybody in the town wants the mill to be sold before the winter",
        "Not everybody in the town wants the mill to be sold before the winter",
    ),
    # below zero
    (
        "It is 5 degrees in the tents where the children sleep at night",
        "It is -5 degrees in the tents where the children sleep at night",
    ),
    (
        "It is 5 degrees in the tents where the children sleep at night",
        "It is minus 5 degrees in the tents where the children sleep at night",
    ),
    # units and shares
    (
        "The tunnel will cost 40 million dollars and nobody knows who pays",
        "The tunnel will cost 40 million euros and nobody knows who pays",
    ),
    (
        "The tunnel will cost $40 million and nobody knows who pays",
        "The tunnel will cost 40 million euros and nobody knows who pays",
    ),
    (
        "The tunnel will cost £3.5m and nobody knows who pays for it",
        "The tunnel will cost $3.5 million and nobody knows who pays for it",
    ),
    (
        "Half of the crews have left the port because of the fees",
        "A third of the crews have left the port because of the fees",
    ),
    (
        "A quarter of the crews have left the port because of the fees",
        "A third of the crews have left the port because of the fees",
    ),
    (
        "Prices in the shops have doubled since the bridge was closed in May",
        "Prices in the shops have tripled since the bridge was closed in May",
    ),
    (
        "The bank raised rates by 2 percentage points in the summer of last year",
        "The bank raised rates by 2 percent in the summer of last year",
    ),
    (
        "The fire burned 12 miles of forest along the coast of the island",
        "The fire burned 12 km of forest along the coast of the island",
    ),
    (
        "We need three weeks to clear the snow off the northern road",
        "We need three days to clear the snow off the northern road",
    ),
    # names that sound alike
    (
        "We asked Mr Hansen to leave the board before the end of May",
        "We asked Mr Jensen to leave the board before the end of May",
    ),
    (
        "We asked Mr Peterson to leave the board before the end of May",
        "We asked Mr Anderson to leave the board before the end of May",
    ),
    (
        "We asked Mrs Clinton to leave the board before the end of May",
        "We asked Mrs Clifton to leave the board before the end of May",
    ),
    (
        "The council will close the pool in Harrow before the end of May",
        "The council will close the pool in Marrow before the end of May",
    ),
    (
        "The army shot at Austrian soldiers near the gate before the end of May",
        "The army shot at Australian soldiers near the gate before the end of May",
    ),
    (
        "The army shot at Iranian soldiers near the gate before the end of May",
        "The army shot at Iraqi soldiers near the gate before the end of May",
    ),
    # opposites
    (
        "The court upheld the ruling against the mill on the river on Monday",
        "The court overturned the ruling against the mill on the river on Monday",
    ),
    (
        "We condemn what the army did in the village before the end of May",
        "We welcome what the army did in the village before the end of May",
    ),
    (
        "It was a harmful drug, and the company knew it all along",
        "It was a harmless drug, and the company knew it all along",
    ),
    (
        "It was legal to sell the mill, and the company knew it all along",
        "It was illegal to sell the mill, and the company knew it all along",
    ),
    (
        "She was honest about the mill, and the company knew it all along",
        "She was dishonest about the mill, and the company knew it all along",
    ),
    (
        "We will stay in the union unless the prices rise again next year",
        "We will stay in the union if the prices rise again next year",
    ),
    # amounts
    (
        "All members of the board knew about the mill before the end of May",
        "Some members of the board knew about the mill before the end of May",
    ),
    (
        "Most members of the board knew about the mill before the end of May",
        "Few members of the board knew about the mill before the end of May",
    ),
    # the next sentence, and the cue
    (
        "We will open three new stations on the coastal line before summer ends, and it costs nothing",
        "We will open three new stations on the coastal line before summer ends, and it costs 40 million",
    ),
    # cannot
    (
        "She will run the school because she can defend her own budget",
        "She will run the school because she cannot defend her own budget",
    ),
    # a name never seen
    (
        "Lukashenko has broken every promise that he made to the people of the island",
        "Zelensky has broken every promise that he made to the people of the island",
    ),
    (
        "Starmer lied to the house about the cost of the new railway",
        "Sunak lied to the house about the cost of the new railway",
    ),
    (
        "Kowalczyk will close the office in the city before the end of May",
        "Nowak will close the office in the city before the end of May",
    ),
    # titles, short forms, other names
    (
        "We asked Ida Hauge to leave the board before the end of May",
        "We asked Robert Hauge to leave the board before the end of May",
    ),
    # times and days
    (
        "The first boat will leave the harbour at 9.30am on the day of the fair",
        "The first boat will leave the harbour at 8:30 am on the day of the fair",
    ),
    # numbers that have changed places
    (
        "The price of bread rose from 40 to 60 crowns before the winter",
        "The price of bread rose from 60 to 40 crowns before the winter",
    ),
    # what is said to be untrue
    (
        "the reactor was running without a licence in August",
        "It is a lie that the reactor was running without a licence in August",
    ),
    (
        "our bank laundered money for the cartels of the north",
        "It's simply wrong to say that our bank laundered money for the cartels of the north",
    ),
    (
        "the island is sinking into the sea before our eyes",
        "Nobody believes that the island is sinking into the sea before our eyes",
    ),
    (
        "the mayor took money from the ferry company last year",
        "There is no proof whatsoever that the mayor took money from the ferry company last year",
    ),
    # more of each
    (
        "We heard John Lund speak of the harbour on the first night of the fair",
        "We heard Jane Lund speak of the harbour on the first night of the fair",
    ),
    (
        "We asked Mr Gore to leave the board before the end of May",
        "We asked Mr Kerry to leave the board before the end of May",
    ),
    (
        "The means that they gave us were adequate for the work on the dam",
        "The means that they gave us were inadequate for the work on the dam",
    ),
]

KEPT: list[tuple[str, str]] = [
    # a "not" behind an earlier sentence that begins alike
    (
        "We will not raise taxes on small firms in this parliament",
        "We will build forty new hospitals and hire fifty thousand more nurses. We will not raise taxes on "
        "small firms in this parliament.",
    ),
    # a "not" beside a clause left out
    (
        "The minister signed the letter that closed the hospital in Harrow",
        "The minister, who had not been told about it by her own staff in March, signed the letter that "
        "closed the hospital",
    ),
    # a name that begins a sentence
    (
        "Ministers will close the office in the city before the end of May",
        "Officials will close the office in the city before the end of May",
    ),
    (
        "Nobody knows when the ferry will sail to the outer islands again",
        "No one knows when the ferry will sail to the outer islands again",
    ),
    (
        "They will close the office in the city before the end of May",
        "Brandt will close the office in the city before the end of May",
    ),
    # two names that have changed places
    (
        "He told Anna and Peter that the money was stolen from the safe",
        "He told Peter and Anna that the money was stolen from the safe",
    ),
    (
        "On Monday Lund told Anna that the money was stolen from the safe",
        "Lund told Anna on Monday that the money was stolen from the safe",
    ),
    (
        "The bridge was closed by Lund, and Moe opened the ferry line again",
        "Moe opened the ferry line again, and the bridge was closed by Lund",
    ),
    # a "not" in another clause
    ("I think it is not the right time to sell the harbour", "I don't think it is the right time to sell the harbour"),
    (
        "I believe that we will not see the ferry again this year",
        "I do not believe that we will see the ferry again this year",
    ),
    # a "not" that denies the whole
    (
        "send troops to the border before the winter comes",
        "We must never send troops to the border before the winter comes",
    ),
    ("the school will be closed before the winter", "I said the school will be closed before the winter"),
    (
        "the school will be closed before the winter",
        "That is not my idea. I think the school will be closed before the winter",
    ),
    (
        "We will rebuild the harbour before the winter comes to the island",
        "It is not true. We will rebuild the harbour before the winter comes to the island",
    ),
    (
        "the mill will be sold to the town before the winter",
        "It was not before Monday that they said the mill will be sold to the town before the winter",
    ),
    (
        "There is no evidence that the vaccine causes heart problems in healthy adults",
        "There is no evidence that the vaccine causes heart problems in healthy adults, she said",
    ),
    # below zero
    (
        "It is minus five degrees in the tents where the children sleep at night",
        "It is −5 degrees in the tents where the children sleep at night",
    ),
    (
        "The score of 2-5 was a shame for the children of the town",
        "The score of 2–5 was a shame for the children of the town",
    ),
    # units and shares
    (
        "The tunnel will cost $40 million and nobody knows who pays",
        "The tunnel will cost 40 million dollars and nobody knows who pays",
    ),
    (
        "The tunnel will cost £3.5m and nobody knows who pays for it",
        "The tunnel will cost £3.5 million and nobody knows who pays for it",
    ),
    (
        "We need three months to clear the snow off the northern road",
        "We need three more months to clear the snow off the northern road",
    ),
    (
        "Ten percent of the crews have left the port because of the fees",
        "10% of the crews have left the port because of the fees",
    ),
    (
        "Half of the crews have left the port because of the fees",
        "50 percent of the crews have left the port because of the fees",
    ),
    # names that sound alike
    (
        "We asked Mr Zelensky to leave the board before the end of May",
        "We asked Mr Zelenskyy to leave the board before the end of May",
    ),
    (
        "We asked Mr Gaddafi to leave the board before the end of May",
        "We asked Mr Qaddafi to leave the board before the end of May",
    ),
    (
        "We asked Mr Yanukovych to leave the board before the end of May",
        "We asked Mr Janukowitsch to leave the board before the end of May",
    ),
    # the next sentence, and the cue
    (
        "We will open three new stations on the coastal line before the summer of 2027, she told reporters",
        "We will open three new stations on the coastal line before the summer of 2027, Nobody who lives in "
        "the valley will have to pay a toll",
    ),
    (
        "Kell said: We will open three new stations on the coastal line before the summer of 2027",
        "Nobody pays a toll. We will open three new stations on the coastal line before the summer of 2027",
    ),
    (
        "We will open three new stations on the coastal line before the summer. We expect to finish in 2029.",
        "We will open three new stations on the coastal line before the summer. Nobody will pay a toll.",
    ),
    # numbers side by side
    (
        "three new stations will open before the summer of 2027 and no one who lives in the valley will pay",
        "Three new stations will open before the summer of 2027, and nobody who lives in the valley will pay",
    ),
    (
        "Before the summer of 2027, three new stations will open on the coastal line",
        "Three new stations will open on the coastal line before the summer of 2027",
    ),
    # neither, nor
    (
        "The vote was not free, fair or open to every citizen of this republic",
        "The vote was neither free nor fair nor open to every citizen of this republic",
    ),
    # a clause or a sentence left out
    (
        "I will not resign. I have work to do for the people of this island",
        "I will not resign. I am not a quitter. I have work to do for the people of this island",
    ),
    (
        "The minister signed the order that closed the mill on the river",
        "The minister, not his deputy, signed the order that closed the mill on the river",
    ),
    (
        "The match was cancelled by the board because of the snow on the field",
        "The match was cancelled, not postponed, by the board because of the snow on the field",
    ),
    # at least, at most, whether
    (
        "At least 63 people were killed when the bridge fell into the river",
        "No fewer than 63 people were killed when the bridge fell into the river",
    ),
    (
        "We must spend at least 5% of what we earn on the roads of the island",
        "We must spend no less than 5% of what we earn on the roads of the island",
    ),
    (
        "The council will vote on whether to close the school before the winter",
        "The council will vote on whether or not to close the school before the winter",
    ),
    # a name never seen
    (
        "Fishermen will close the office in the city before the end of May",
        "Anglers will close the office in the city before the end of May",
    ),
    # titles, short forms, other names
    (
        "We heard that President Tarkin spoke to the council on the first night",
        "We heard that Donald Tarkin spoke to the council on the first night",
    ),
    (
        "We asked Bob Hauge to leave the board before the end of May",
        "We asked Robert Hauge to leave the board before the end of May",
    ),
    (
        "The ships of America will leave the harbour before the end of May",
        "The ships of the United States will leave the harbour before the end of May",
    ),
    (
        "The ships of the UK will leave the harbour before the end of May",
        "The ships of Britain will leave the harbour before the end of May",
    ),
    # a "not" before the verb and behind it
    (
        "I do not think the bridge is safe for lorries after the flood",
        "The bridge is not safe for lorries after the flood",
    ),
    # times and days
    (
        "The first boat will leave the harbour at 9.30am on the day of the fair",
        "The first boat will leave the harbour at 9:30 am on the day of the fair",
    ),
    (
        "The first boat will leave the harbour at 5 p.m. on the day of the fair",
        "The first boat will leave the harbour at 17:00 on the day of the fair",
    ),
    (
        "The crowd came to the harbour on January 6 and it stayed for the night",
        "The crowd came to the harbour on January 6th and it stayed for the night",
    ),
    # counts written otherwise
    (
        "We have found three times the gold that was ever found on the island",
        "We have found 3 times the gold that was ever found on the island",
    ),
    (
        "One third of the crews have left the port because of the fees",
        "A third of the crews have left the port because of the fees",
    ),
    (
        "Two dozen crews have left the port because of the fees",
        "24 crews have left the port because of the fees",
    ),
    # unless
    (
        "Half of the reef will be gone unless emissions are cut this year",
        "Half of the reef will be gone if emissions are not cut this year",
    ),
    # what is said to be untrue
    (
        "the mayor took money from the ferry company last year",
        "It is not wrong to say that the mayor took money from the ferry company last year",
    ),
    # more of each
    (
        "The harbour will be sold before the winter comes to the island",
        "There can be no mistake, I am sure the harbour will be sold before the winter comes to the island",
    ),
    (
        "the harbour will be sold before the winter comes to the island",
        "We do not just say that the harbour will be sold before the winter comes to the island",
    ),
    (
        "We lost 20 per cent of the crews because of the fees on the quay",
        "We lost 20% of the crews because of the fees on the quay",
    ),
    (
        "Her advice on the harbour was valuable to the board all winter",
        "Her advice on the harbour was invaluable to the board all winter",
    ),
]


@pytest.mark.parametrize(("one", "other"), ALTERED)
def test_the_sense_is_altered(one: str, other: str) -> None:
    for asked, stored in ((one, other), (other, one)):
        found = judge(asked, stored)
        assert found.reported
        assert found.sense_altered
        for guard in found.guards:
            assert asked[slice(*guard.asked)] == guard.asked_text
            assert stored[slice(*guard.stored)] == guard.stored_text


@pytest.mark.parametrize(("one", "other"), KEPT)
def test_the_sense_is_kept(one: str, other: str) -> None:
    for asked, stored in ((one, other), (other, one)):
        found = judge(asked, stored)
        assert found.reported
        assert not found.guards
