"""Pairs made of frames and what fills them, 300 each way: one filling says something else, or the same in another form.

Each line of a table is filled into every frame of its kind, so that the words of a guard are met in many sentences.
"""

from __future__ import annotations

from itertools import product

CLAUSES = (
    "The mayor said that the council {} in the spring, whatever the crews of the boats may say",
    "Ask anybody on the quay: the owners of the mill {} in the spring, and their lawyers know it",
    "It is in every paper that the two sisters {} in the spring, long before the storm came",
    "I have told the inquiry that my neighbours {} in the spring, when the herring was late",
    "There is a letter which says that the ministers {} in the spring, against the advice of the engineers",
)
"""A verb phrase of several people."""

NOUNS = (
    "It was {} that the committee wrote to the harbour board before the bridge was opened",
    "The harbour board heard from {} before the bridge was opened to the lorries of the mill",
    "A letter from {} lay on the table of the inquiry for a year before it was read",
    "We spoke to {} about the lifeboats and the price of ice before the winter",
    "The ferry was kept waiting for {} while the band played on the pier",
)
"""A noun phrase."""

PLACES = (
    "Most of the crew was born {} the county and learned to sail before they could read",
    "The new school will be built {} the old walls, where the market used to be",
    "They found the missing boat {} the harbour on the morning after the storm",
    "My grandmother lived {} the valley for as long as the mine was open to visitors",
    "No family that lives {} the town has to pay for the water of the lake",
)
"""A preposition of place."""

OTHER_VERBS = (
    ("pay the winter fee", "do not pay the winter fee"),
    ("had paid the winter fee", "had never paid the winter fee"),
    ("paid the winter fee", "failed to pay the winter fee"),
    ("could see the light", "could hardly see the light"),
    ("will sell the lighthouse", "will not sell the lighthouse"),
    ("will sell the lighthouse", "won't sell the lighthouse"),
    ("can mend the pumps", "cant mend the pumps"),
    ("voted with the consent of the crews", "voted without the consent of the crews"),
    ("asked for more money", "asked for less money"),
    ("may close the school", "must close the school"),
    ("will close the school", "might close the school"),
    ("always told the truth", "sometimes told the truth"),
    ("often came to the meetings", "rarely came to the meetings"),
    ("still own the quay", "no longer own the quay"),
    ("were able to read the report", "were unable to read the report"),
    ("trusted everybody", "trusted nobody"),
    ("raised the toll twice", "raised the toll three times"),
    ("met every week", "met every month"),
    ("were paid weekly", "were paid yearly"),
    ("supported the strike", "opposed the strike"),
    ("lost a third of the catch", "lost two thirds of the catch"),
    ("came at half past six", "came at half past seven"),
    ("won the vote nine to two", "won the vote two to nine"),
    ("believed everything", "believed nothing"),
    ("spoke the truth", "refused to speak the truth"),
    ("built the wall", "destroyed the wall"),
    ("arrived before the storm", "arrived after the storm"),
    ("found the plan legal", "found the plan illegal"),
    ("lost 1.5 million crowns", "lost 15 million crowns"),
    ("paid 200 crowns", "paid 200 euros"),
    ("met every day", "met every year"),
    ("voted for the plan", "voted against the plan"),
    ("were far from happy", "were happy"),
    ("doubled the toll", "trebled the toll"),
    ("lent us the money", "borrowed the money"),
    ("kept their promises", "broke their promises"),
    ("overpaid the pilots", "underpaid the pilots"),
    ("had the money", "lacked the money"),
    ("paid the winter fee", "forgot to pay the winter fee"),
    ("moved into the mill", "moved out of the mill"),
    ("grew richer", "grew poorer"),
    ("hid the report", "published the report"),
)

OTHER_NOUNS = (
    ("both candidates", "one of the candidates"),
    ("all of the captains", "some of the captains"),
    ("most of the captains", "a few of the captains"),
    ("everybody in the village", "somebody in the village"),
    ("every teacher in the town", "no teacher in the town"),
    ("many of the widows", "few of the widows"),
    ("half of the pilots", "a quarter of the pilots"),
    ("the majority of the members", "a minority of the members"),
    ("both of the engineers", "neither of the engineers"),
    ("hundreds of fishermen", "thousands of fishermen"),
    ("a dozen farmers", "20 farmers"),
    ("Ida Brandt", "Per Holm"),
    ("people in northern Kolvik", "people in southern Kolvik"),
    ("the first of the pilots", "the last of the pilots"),
    ("young men of the island", "old men of the island"),
    ("rich families", "poor families"),
    ("each of the members", "one of the members"),
    ("a lot of people", "few people"),
    ("the Kolvik Courier", "the Harrow Courier"),
    ("the richest families", "the poorest families"),
    ("the largest mill", "the smallest mill"),
    ("the happiest of the pilots", "the saddest of the pilots"),
    ("the upper village", "the lower village"),
    ("the eldest sister", "the youngest sister"),
)

OTHER_PLACES = (
    ("in", "outside"),
    ("inside", "outside"),
    ("within", "beyond"),
    ("near", "far from"),
    ("above", "below"),
    ("north of", "south of"),
    ("east of", "west of"),
    ("in front of", "behind"),
    ("in", "beyond"),
)

SAME_VERBS = (
    ("can not mend the pumps", "cant mend the pumps"),
    ("will not sell the lighthouse", "wont sell the lighthouse"),
    ("do not pay the winter fee", "don't pay the winter fee"),
    ("did not pay the winter fee", "failed to pay the winter fee"),
    ("could not read the report", "were unable to read the report"),
    ("spent it on the pier and not on the pumps", "spent it on the pier instead of on the pumps"),
    ("attacked the plan and did not defend it", "attacked the plan instead of defending it"),
    ("chose the pier, not the pumps", "chose the pier rather than the pumps"),
    ("lost 40 per cent of the catch", "lost 40% of the catch"),
    ("lost two thirds of the catch", "lost 2/3 of the catch"),
    ("came at half past six", "came at 6.30pm"),
    ("won the vote nine to two", "won the vote 9-2"),
    ("raised the toll twice", "raised the toll two times"),
    ("paid two thousand crowns", "paid 2,000 crowns"),
    ("are going to sell the lighthouse", "are gonna sell the lighthouse"),
    ("have closed the school", "had closed the school"),
    ("really told the truth", "told the truth"),
    ("told the whole truth", "told the truth"),
    ("asked for a great deal of money", "asked for a lot of money"),
    ("spoke of labour and colour", "spoke of labor and color"),
    ("met on 6 January", "met on January 6th"),
    ("waited until the pumps had been mended", "waited till the pumps had been mended"),
    ("never paid the winter fee", "did never pay the winter fee"),
    ("know nobody there", "do not know anybody there"),
    ("shouldnt pay the winter fee", "should not pay the winter fee"),
    ("said theyre tired", "said they are tired"),
    ("met once a week", "met weekly"),
    ("often came to the meetings", "frequently came to the meetings"),
    ("shall close the school", "will close the school"),
    ("were not only tired", "were tired"),
    ("told nobody, nobody, of it", "told nobody of it"),
)

SAME_NOUNS = (
    ("J. Brandt", "Johanna Brandt"),
    ("F. D. Lund", "Frida Lund"),
    ("President Ida Brandt", "Ida Brandt"),
    ("the National Bridge Union", "the NBU"),
    ("every one of the captains", "all of the captains"),
    ("each of the captains", "every one of the captains"),
    ("no one in the village", "nobody in the village"),
    ("Anna Holm and Peter Lie", "Peter Lie and Anna Holm"),
    ("a dozen farmers", "twelve farmers"),
    ("half a million farmers", "500,000 farmers"),
    ("the United States", "the US"),
    ("a number of widows", "several widows"),
    ("lots of widows", "many widows"),
    ("the Mayor of Kolvik", "the mayor of Kolvik"),
    ("three and a half thousand pilots", "3,500 pilots"),
    ("50 percent of the pilots", "half of the pilots"),
    ("the widow of a pilot", "a pilot’s widow"),
    ("both of the engineers", "both engineers"),
    ("Prof. Mona Lie", "Professor Mona Lie"),
    ("several hundred pilots", "a few hundred pilots"),
    ("the first of the pilots", "the 1st of the pilots"),
    ("a third of the pilots", "one third of the pilots"),
    ("everybody in the village", "everyone in the village"),
)

SAME_PLACES = (
    ("in", "within"),
    ("in", "inside"),
    ("near", "close to"),
    ("outside", "outside of"),
    ("inside", "inside of"),
    ("north of", "to the north of"),
    ("behind", "at the back of"),
    ("in", "somewhere in"),
)


def _filled(*kinds: tuple[tuple[str, ...], tuple[tuple[str, str], ...]]) -> list[tuple[str, str]]:
    return [
        (frame.format(one), frame.format(other))
        for frames, pairs in kinds
        for frame, (one, other) in product(frames, pairs)
    ]


ALTERED = _filled((CLAUSES, OTHER_VERBS), (NOUNS, OTHER_NOUNS), (PLACES, OTHER_PLACES))
KEPT = _filled((CLAUSES, SAME_VERBS), (NOUNS, SAME_NOUNS), (PLACES, SAME_PLACES))
