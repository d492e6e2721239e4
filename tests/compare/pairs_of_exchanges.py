"""Pairs in which words have changed places, and pairs in another order that say the same."""

ALTERED = [
    (
        "Holt warned Berge about the brakes, and Berge drove off in the rain",
        "Berge warned Holt about the brakes, and Berge drove off in the rain",
    ),
    (
        "They say that feeding the crew is more important than painting the boat on this coast",
        "They say that painting the boat is more important than feeding the crew on this coast",
    ),
    (
        "The committee found that the minister lied to the house and that the clerk told the truth",
        "The committee found that the clerk lied to the house and that the minister told the truth",
    ),
    (
        "Safety is more important to this company than profit, and it always was",
        "Profit is more important to this company than safety, and it always was",
    ),
    (
        "The teachers were better prepared than the inspectors on that morning",
        "The inspectors were better prepared than the teachers on that morning",
    ),
    (
        "Brandt hired Holm in the spring and dismissed him in the autumn",
        "Holm hired Brandt in the spring and dismissed him in the autumn",
    ),
    (
        "We did it for the children, not for the money, and we would do it again",
        "We did it for the money, not for the children, and we would do it again",
    ),
    (
        "The river runs from the lake to the sea, whatever the maps may say",
        "The river runs from the sea to the lake, whatever the maps may say",
    ),
    (
        "It is the poor who pay for the mistakes of the rich in this town",
        "It is the rich who pay for the mistakes of the poor in this town",
    ),
    ("The dog bit the postman before the gate was closed", "The postman bit the dog before the gate was closed"),
    (
        "I trust the police and I fear the crowd when it is dark",
        "I fear the police and I trust the crowd when it is dark",
    ),
    ("The law protects tenants from their landlords", "The law protects landlords from their tenants"),
    (
        "We shall win this if the young stay at home and the old turn out",
        "We shall win this if the old stay at home and the young turn out",
    ),
    ("My sister pushed my brother off the jetty and laughed", "My brother pushed my sister off the jetty and laughed"),
    (
        "The bank owes the parish nine thousand crowns since the flood",
        "The parish owes the bank nine thousand crowns since the flood",
    ),
    (
        "I was born in Hamar and I shall die in Tynset, God willing",
        "I was born in Tynset and I shall die in Hamar, God willing",
    ),
    (
        "We can afford the pool but we cannot afford the school",
        "We can afford the school but we cannot afford the pool",
    ),
    ("The vaccine is more dangerous than the disease", "The disease is more dangerous than the vaccine"),
    ("He paid his workers before he paid himself", "He paid himself before he paid his workers"),
    ("It was the Danes who attacked the Swedes in that year", "It was the Swedes who attacked the Danes in that year"),
    ("We export more timber than we import", "We import more timber than we export"),
    (
        "The minister lied to the house and the clerk told the truth about the letter",
        "The clerk lied to the house and the minister told the truth about the letter",
    ),
    (
        "We send the coal from mill to quarry to keep the boats busy all winter",
        "We send the coal from quarry to mill to keep the boats busy all winter",
    ),
]

KEPT = [
    (
        "It rains on the rich and on the poor, but the rich own umbrellas",
        "It rains on the poor and on the rich, but the rich own umbrellas",
    ),
    (
        "Whether it is early or late, cheap or expensive, we shall take the ferry",
        "Whether it is late or early, expensive or cheap, we shall take the ferry",
    ),
    (
        "It’s not that I don’t trust him, but the figures are his own",
        "It is not that I do not trust him but the figures are his own",
    ),
    (
        "Aren’t we all tired of waiting for an answer from the capital",
        "Are we not all tired of waiting for an answer from the capital",
    ),
    (
        "I can’t but admire the courage of the men on that boat",
        "I cannot but admire the courage of the men on that boat",
    ),
    (
        "The mayor and the bishop were both against the new road",
        "Both the mayor and the bishop were against the new road",
    ),
    ("I saw Ada and Jens on the pier before the storm came", "I saw Jens and Ada on the pier before the storm came"),
    ("They want to build it in Oslo or in Bergen, not here", "They want to build it in Bergen or in Oslo, not here"),
    (
        "The roads are in poor condition, they always have been",
        "The roads are in poor condition and they always have been",
    ),
    ("The union has not ruled out a strike before the summer", "The union hasn’t ruled out a strike before the summer"),
    (
        "This isn’t about left or right, it’s about right and wrong",
        "This is not about left or right. It is about right and wrong",
    ),
    ("Two thirds of the boats have never paid the fee", "Two-thirds of the boats have never paid the fee"),
    ("We owe it to our parents and our children", "We owe it to our children and our parents"),
    ("The bread, the milk and the eggs were gone by noon", "The milk, the bread and the eggs were gone by noon"),
    ("When the bell rang we were already in the boat", "We were already in the boat when the bell rang"),
    ("To be honest, I never liked the man", "I never liked the man, to be honest"),
    ("In May we lost the crop and in June the barn", "We lost the crop in May and the barn in June"),
    ("He isn’t stupid, he’s lazy", "He is not stupid. He is lazy."),
    ("I would not, could not and did not sign that paper", "I would not and could not and did not sign that paper"),
    ("I couldn’t agree more with the bishop on this", "I could not agree more with the bishop on this"),
    (
        "What we need is more doctors, more nurses and more beds",
        "What we need is more nurses, more doctors and more beds",
    ),
    (
        "Those who lose should bravely concede, those who win should humbly celebrate",
        "Those who win should humbly celebrate, those who lose should bravely concede",
    ),
    (
        "The boats are late and the crews are angry on this coast",
        "The crews are angry and the boats are late on this coast",
    ),
    (
        "We have the same roads, the same ferries and the same schools as they have",
        "We have the same schools, the same roads and the same ferries as they have",
    ),
    (
        "The boats that leave before dawn are late and the crews that leave before dawn are angry",
        "The crews that leave before dawn are angry and the boats that leave before dawn are late",
    ),
]
