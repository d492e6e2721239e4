"""Pairs with a lost, added or moved "not", or an opposite, whose sense is altered, and their look-alikes."""

ALTERED = [
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
    (
        "The means that they gave us were adequate for the work on the dam",
        "The means that they gave us were inadequate for the work on the dam",
    ),
]

KEPT = [
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
    # a "not" before the verb and behind it
    (
        "I do not think the bridge is safe for lorries after the flood",
        "The bridge is not safe for lorries after the flood",
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
    (
        "The harbour will be sold before the winter comes to the island",
        "There can be no mistake, I am sure the harbour will be sold before the winter comes to the island",
    ),
    (
        "the harbour will be sold before the winter comes to the island",
        "We do not just say that the harbour will be sold before the winter comes to the island",
    ),
    (
        "Her advice on the harbour was valuable to the board all winter",
        "Her advice on the harbour was invaluable to the board all winter",
    ),
]
