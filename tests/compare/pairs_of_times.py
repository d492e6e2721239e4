"""Pairs with another time of day, whose sense is altered, and one in two forms."""

ALTERED = [
    ("The doors open at half past six in the evening", "The doors open at 7.30pm in the evening"),
    ("The doors open at half past six in the evening", "The doors open at 6pm in the evening"),
    ("The doors open at half past seven in the evening", "The doors open at half past six in the evening"),
    ("The doors open at noon on the first day of May", "The doors open at 1pm on the first day of May"),
    ("The doors open at seven o'clock in the evening", "The doors open at 8pm in the evening"),
    (
        "The strike began at five minutes to eight on Monday when the crews had read the letter",
        "The strike began at 8.55am on Monday when the crews had read the letter",
    ),
    ("The strike began at a quarter past eight on Monday", "The strike began at a quarter to eight on Monday"),
    (
        "Half past three is the hour at which the bakers of the lower town go home to sleep",
        "Half past four is the hour at which the bakers of the lower town go home to sleep",
    ),
    (
        "Half past three is the hour at which the bakers of the lower town go home to sleep",
        "A quarter past three is the hour at which the bakers of the lower town go home to sleep",
    ),
    (
        "Half past three is the hour at which the bakers of the lower town go home to sleep",
        "4.30am is the hour at which the bakers of the lower town go home to sleep",
    ),
]

KEPT = [
    ("The doors open at half past six in the evening", "The doors open at 6.30pm in the evening"),
    ("The doors open at half past six in the evening", "The doors open at 6.30 in the evening"),
    ("The doors open at half past six in the evening", "The doors open at 18:30 in the evening"),
    (
        "The doors open at a quarter to seven in the evening as the old clock on the tower has been mended",
        "The doors open at 6:45pm in the evening as the old clock on the tower has been mended",
    ),
    ("The doors open at seven o'clock in the evening", "The doors open at 7pm in the evening"),
    ("The doors open at seven in the evening for all", "The doors open at 7 p.m. in the evening for all"),
    ("The doors open at noon on the first day of May", "The doors open at 12pm on the first day of May"),
    (
        "The doors open at ten past nine every day as the old clock on the tower has been mended",
        "The doors open at 9.10am every day as the old clock on the tower has been mended",
    ),
    (
        "The train leaves at five past midnight and nobody on the island has ever missed it",
        "The train leaves at 12.05am and nobody on the island has ever missed it",
    ),
    ("The court sat from ten to noon on the second day", "The court sat from 10 to 12pm on the second day"),
    (
        "The strike began at five minutes to eight on Monday when the crews had read the letter",
        "The strike began at 7.55am on Monday when the crews had read the letter",
    ),
    (
        "Half past three is the hour at which the bakers of the lower town go home to sleep",
        "3:30 a.m. is the hour at which the bakers of the lower town go home to sleep",
    ),
    (
        "Half past three is the hour at which the bakers of the lower town go home to sleep",
        "3.30 is the hour at which the bakers of the lower town go home to sleep",
    ),
    (
        "Half past three is the hour at which the bakers of the lower town go home to sleep",
        "Half three is the hour at which the bakers of the lower town go home to sleep",
    ),
    (
        "Half past three is the hour at which the bakers of the lower town go home to sleep",
        "3.30am is the hour at which the bakers of the lower town go home to sleep",
    ),
    (
        "Half past three is the hour at which the bakers of the lower town go home to sleep",
        "15:30 is the hour at which the bakers of the lower town go home to sleep",
    ),
]
