"""Pairs with other numbers, units or amounts, whose sense is altered, and their look-alikes."""

ALTERED = [
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
    # amounts
    (
        "All members of the board knew about the mill before the end of May",
        "Some members of the board knew about the mill before the end of May",
    ),
    (
        "Most members of the board knew about the mill before the end of May",
        "Few members of the board knew about the mill before the end of May",
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
]

KEPT = [
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
    # numbers side by side
    (
        "three new stations will open before the summer of 2027 and no one who lives in the valley will pay",
        "Three new stations will open before the summer of 2027, and nobody who lives in the valley will pay",
    ),
    (
        "Before the summer of 2027, three new stations will open on the coastal line",
        "Three new stations will open on the coastal line before the summer of 2027",
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
    (
        "We lost 20 per cent of the crews because of the fees on the quay",
        "We lost 20% of the crews because of the fees on the quay",
    ),
]
