"""Pairs written without a look at the code: opposites and their degrees, and what only looks so."""

ALTERED = [
    ("Nobody in this valley believes that the dam is safe", "Everybody in this valley believes that the dam is safe"),
    (
        "There is nothing in the report that the public should worry about",
        "There is much in the report that the public should worry about",
    ),
    ("The new drug is likely to harm children under five", "The new drug is unlikely to harm children under five"),
    (
        "It is possible to cross the sound on foot in a cold winter",
        "It is impossible to cross the sound on foot in a cold winter",
    ),
    ("I have seldom met a man who worked as hard as he did", "I have often met a man who worked as hard as he did"),
    (
        "The tax will be paid by every household with more than two cars",
        "The tax will be paid by every household with fewer than two cars",
    ),
    (
        "At least nine people knew of the letter before it was sent",
        "At most nine people knew of the letter before it was sent",
    ),
    (
        "The price of bread will rise by five per cent in the new year",
        "The price of bread will fall by five per cent in the new year",
    ),
    (
        "We have stopped counting the boats that leave without a licence",
        "We have started counting the boats that leave without a licence",
    ),
    (
        "She is a friend of the union and she has said so in every speech",
        "She is an enemy of the union and she has said so in every speech",
    ),
    (
        "The bridge can carry ten lorries at once without any danger",
        "The bridge can carry ten lorries at once with some danger",
    ),
    (
        "I agree with the bishop about the school and the graveyard",
        "I disagree with the bishop about the school and the graveyard",
    ),
    (
        "The contract allows us to fish inside the twelve-mile limit",
        "The contract forbids us to fish inside the twelve-mile limit",
    ),
    (
        "The vote was fair and the count was open to everybody",
        "The vote was unfair and the count was open to everybody",
    ),
    (
        "He will accept the verdict of the court, whatever it may be",
        "He will reject the verdict of the court, whatever it may be",
    ),
    ("They came after the meeting and took the chairs away", "They came before the meeting and took the chairs away"),
    (
        "With her help the town has paid its debts in ten years",
        "Without her help the town has paid its debts in ten years",
    ),
    (
        "The minister knew about the leak when she signed the paper",
        "The minister knew nothing about the leak when she signed the paper",
    ),
    ("The old road is dangerous in winter and in heavy rain", "The old road is harmless in winter and in heavy rain"),
    (
        "This is the last time that we ask the council for help",
        "This is the first time that we ask the council for help",
    ),
    ("The workers demanded higher wages and shorter hours", "The workers demanded lower wages and longer hours"),
    ("I am sure that the money will come back to the fund", "I am not sure that the money will come back to the fund"),
    (
        "He was acquitted of all charges after a trial of nine days",
        "He was convicted of all charges after a trial of nine days",
    ),
    ("The hospital had too many nurses on that night", "The hospital had too few nurses on that night"),
    ("Rents have doubled since the mine was opened again", "Rents have halved since the mine was opened again"),
    (
        "We were told to stay in our houses until the siren stopped",
        "We were told to leave our houses until the siren stopped",
    ),
    ("It was an accident and nobody is to blame for it", "It was no accident and somebody is to blame for it"),
    (
        "I voted for the budget because it helps the small farms",
        "I voted against the budget because it helps the small farms",
    ),
    ("The ship was carrying 120 tonnes of grain to the port", "The ship was carrying 210 tonnes of grain to the port"),
    ("Our debt is smaller than it was when I took office", "Our debt is greater than it was when I took office"),
    ("The winters are milder now than they were in my youth", "The winters are harsher now than they were in my youth"),
    (
        "He spoke calmly to the crowd from the balcony of the hotel",
        "He spoke angrily to the crowd from the balcony of the hotel",
    ),
    (
        "The company hid the results of the test from the public",
        "The company published the results of the test for the public",
    ),
    ("We are ahead of our plan and below our budget", "We are behind our plan and above our budget"),
    ("The peace has made the islands prosperous", "The peace has made the islands wretched"),
    ("She is the strongest candidate that the party has had", "She is the weakest candidate that the party has had"),
    (
        "Nothing would make me happier than to see him in that chair",
        "Nothing would make me sadder than to see him in that chair",
    ),
    ("Thousands of people came to the square in the rain", "Dozens of people came to the square in the rain"),
    (
        "The fund has 3.5 million crowns and it will be spent by May",
        "The fund has 3.5 billion crowns and it will be spent by May",
    ),
    ("I neither sold the land nor signed the letter", "I both sold the land and signed the letter"),
    ("The doctors say that he is out of danger", "The doctors say that he is in danger"),
    ("We can no longer wait for an answer from the capital", "We can still wait for an answer from the capital"),
    (
        "It would be wrong to close the school before the summer",
        "It would be right to close the school before the summer",
    ),
    (
        "There has never been a better time to buy a house on this street",
        "There has never been a worse time to buy a house on this street",
    ),
    (
        "It takes less courage to speak than to keep silent in that room",
        "It takes more courage to speak than to keep silent in that room",
    ),
    ("Hardly anybody on the board had read the contract", "Nearly everybody on the board had read the contract"),
    ("Nobody can say that we were not warned about the slope", "Nobody can say that we were warned about the slope"),
    ("The ambulance came within ten minutes of the call", "The ambulance came within two hours of the call"),
    ("I have no regrets about the sale of the mill", "I have many regrets about the sale of the mill"),
    (
        "The rules are the same for the rich and for the poor",
        "The rules are not the same for the rich and for the poor",
    ),
    ("He said that he would come, and he came", "He said that he would come, and he did not come"),
    (
        "You will find few people in Hamar who speak well of him",
        "You will find many people in Hamar who speak well of him",
    ),
    ("The strike begins on the 4th of May at noon", "The strike begins on the 14th of May at noon"),
    ("They broke the law and they knew it at the time", "They kept the law and they knew it at the time"),
    ("What she did was legal but it was wrong", "What she did was illegal but it was right"),
    ("The old captain was sober on the night of the wreck", "The old captain was drunk on the night of the wreck"),
    ("Our hospital has the shortest queues in the country", "Our hospital has the longest queues in the country"),
    ("I would vote for him again tomorrow, and gladly", "I would never vote for him again, and gladly"),
    ("The tunnel is deep enough for the new trains", "The tunnel is not deep enough for the new trains"),
    ("Most of the money went to the victims of the slide", "Little of the money went to the victims of the slide"),
    (
        "Everything in that article is true, from the first word to the last",
        "Nothing in that article is true, from the first word to the last",
    ),
    (
        "She resigned of her own free will and with a good conscience",
        "She resigned against her own will and with a bad conscience",
    ),
]

KEPT = [
    ("I do not think that the bridge is safe for lorries", "I think that the bridge is not safe for lorries"),
    ("We will never surrender the quay, never, to those people", "We will never surrender the quay to those people"),
    (
        "No, no, the money was never ours to spend in the first place",
        "No, the money was never ours to spend in the first place",
    ),
    (
        "The council voted nine to two to close the quay for the winter",
        "The council voted 9-2 to close the quay for the winter",
    ),
    ("There isn’t any reason to close the school this summer", "There is no reason to close the school this summer"),
    ("There was no one on the bridge when the ice gave way", "There was nobody on the bridge when the ice gave way"),
    (
        "I have no doubt that the ferry will sail in the spring",
        "I have no doubt whatsoever that the ferry will sail in the spring",
    ),
    ("The minister, not her deputy, signed the paper on Monday", "The minister signed the paper on Monday"),
    (
        "Neither of us knew about the letter before the trial",
        "Neither of us had known about the letter before the trial",
    ),
    (
        "He’s not coming back to this town, I can tell you that",
        "He is not coming back to this town, I can tell you that much",
    ),
    ("She won’t, she told me, sell the house to a stranger", "She will not sell the house to a stranger"),
    (
        "We lost 1.5 million on the bridge in the first half of the year",
        "We lost one and a half million on the bridge in the first half of the year",
    ),
    (
        "About 2,000 people stood in the square on that night",
        "About two thousand people stood in the square on that night",
    ),
    ("In the last ten years we have built nine schools", "In the last decade we have built nine schools"),
    ("A dozen families have left the valley since Easter", "Twelve families have left the valley since Easter"),
    ("The war of 1914 took every horse from this farm", "The 1914 war took every horse from this farm"),
    (
        "I was 17 years old when the mine was closed for good",
        "I was seventeen years old when the mine was closed for good",
    ),
    ("The odds of that are one in ten at the very best", "The odds of that are 10 per cent at the very best"),
    ("The price went from 5 to 8 crowns within a month", "The price went from five to eight crowns within a month"),
    (
        "Her office is on the 2nd floor of the old customs house",
        "Her office is on the second floor of the old customs house",
    ),
    ("At six in the evening the doors of the hall were locked", "At 6pm the doors of the hall were locked"),
    ("We were about half a mile from the shore when it sank", "We were about 0.5 miles from the shore when it sank"),
    (
        "I’d rather sell the boat than sign a paper I haven’t read",
        "I would rather sell the boat than sign a paper that I have not read",
    ),
    (
        "The boat was bought by my father in the autumn of that year",
        "My father bought the boat in the autumn of that year",
    ),
    ("We opposed the plan from the first day to the last", "We opposed the plan from the first day to the very last"),
    (
        "It is not safe to swim here when the wind is in the north",
        "It is unsafe to swim here when the wind is in the north",
    ),
    ("I disagree with her on that, and I told her so", "I do not agree with her on that, and I told her so"),
    (
        "My client is innocent and we will appeal the verdict",
        "My client is innocent and we will appeal against the verdict",
    ),
    (
        "If we don’t act now there will be no fish left in ten years",
        "Unless we act now there will be no fish left in ten years",
    ),
    (
        "Only the rich can afford to live on this side of the river",
        "It is only the rich who can afford to live on this side of the river",
    ),
    ("I am more than happy to answer questions about the fund", "I’m happy to answer questions about the fund"),
    (
        "We’ve got to get more boats on the water before the herring goes",
        "We have to get more boats on the water before the herring goes",
    ),
    (
        "Let me be clear: we are not leaving this island, not now, not ever",
        "We are not leaving this island, not now, not ever",
    ),
    ("You have to understand, nobody told us anything about the dam", "Nobody told us anything about the dam"),
    (
        "That’s not what the letter says, and he knows that it isn’t",
        "That is not what the letter says and he knows it isn’t",
    ),
    (
        "The first thing I did was to call my mother and my lawyer",
        "The first thing I did was call my mother and my lawyer",
    ),
    ("It was the best day of my life, I don’t mind telling you", "It was the best day of my life"),
    ("We have less money than we had and fewer friends", "We have less money than we had, and we have fewer friends"),
    (
        "The school is too small and too far away from the village",
        "The school is both too small and too far away from the village",
    ),
    ("There’s no way that the ferry can sail in this wind", "There is no way the ferry can sail in this wind"),
    ("He never, ever lied to me in twenty years of marriage", "He never lied to me in twenty years of marriage"),
    (
        "Not a single crown of that money was spent on the school",
        "Not one single crown of that money was spent on the school",
    ),
    ("I’m not going to answer that, I am just not going to", "I am not going to answer that"),
    ("It wasn’t me who opened the gate, it was the wind", "It was not I who opened the gate, it was the wind"),
    ("You can’t tell me that nobody saw the lorry", "You cannot tell me that no one saw the lorry"),
    ("We owe it to our children and to their children", "We owe it to our children and their children"),
    ("There were no fewer than nine dogs in the house", "There were nine dogs in the house"),
    ("They had no choice but to sell the herd", "They had no other choice but to sell the herd"),
    ("Not everyone in Hamar agrees with him on that", "Not everybody in Hamar agrees with him on that"),
    ("Don’t you ever speak to my mother like that again", "Do not ever speak to my mother like that again"),
    ("He was sixty-one when he first saw the sea", "He was 61 when he first saw the sea"),
    (
        "Between the two of us, we have read four of the nine chapters",
        "Between us two, we have read four of the nine chapters",
    ),
    (
        "A quarter of the children in this town go to bed hungry",
        "One in four of the children in this town go to bed hungry",
    ),
    ("A hundred and fifty people came to the funeral", "150 people came to the funeral"),
    ("The 2019 harvest was the best in thirty years", "The harvest of 2019 was the best in 30 years"),
    ("It was President Olsen’s idea and nobody else’s", "It was Olsen’s idea and nobody else’s"),
    ("The EU has to decide that, not we", "The European Union has to decide that, not we"),
    ("The UK and Norway signed it in the spring", "Britain and Norway signed it in the spring"),
    ("We never said that it’d be easy or cheap", "We never said it would be easy or cheap"),
    ("No one, and I mean no one, is above the law", "No one is above the law"),
    ("I’ve got nothing to hide and nothing to say", "I have nothing to hide and nothing to say"),
]
