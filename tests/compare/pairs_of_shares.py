"""Pairs with another share, whose sense is altered, and one in two forms."""

ALTERED = [
    ("Two thirds of the boats in the harbour pay", "3/4 of the boats in the harbour pay"),
    ("Two thirds of the boats in the harbour pay", "One third of the boats in the harbour pay"),
    ("A third of the boats in the harbour pay", "1/4 of the boats in the harbour pay"),
    ("Half of the boats in the harbour pay for it", "1/3 of the boats in the harbour pay for it"),
    ("The odds are fifty-fifty at the very best today", "The odds are 60/40 at the very best today"),
    ("About a third of the village has left the island", "About two thirds of the village has left the island"),
    ("A quarter of the boats pay for the harbour", "Half of the boats pay for the harbour"),
    (
        "About two thirds of the crews have left the port this year",
        "About 76 per cent of the crews have left the port this year",
    ),
    (
        "Half of the pupils at the island school come by boat",
        "Forty per cent of the pupils at the island school come by boat",
    ),
    (
        "Two thirds of the houses on this street have stood empty since the mine was shut",
        "One third of the houses on this street have stood empty since the mine was shut",
    ),
    (
        "Two thirds of the houses on this street have stood empty since the mine was shut",
        "3/4 of the houses on this street have stood empty since the mine was shut",
    ),
    (
        "Two thirds of the houses on this street have stood empty since the mine was shut",
        "One in three of the houses on this street have stood empty since the mine was shut",
    ),
    (
        "The chances of a dry harvest are fifty-fifty and nobody should sell his hay yet",
        "The chances of a dry harvest are 40/60 and nobody should sell his hay yet",
    ),
    (
        "The first of June is the day on which the cattle are driven up to the high meadows",
        "The third of June is the day on which the cattle are driven up to the high meadows",
    ),
    (
        "40 per cent of the letters to this office are never answered by anybody at all",
        "14 per cent of the letters to this office are never answered by anybody at all",
    ),
    (
        "40 per cent of the letters to this office are never answered by anybody at all",
        "Three in ten of the letters to this office are never answered by anybody at all",
    ),
    (
        "40 per cent of the letters to this office are never answered by anybody at all",
        "40 of the letters to this office are never answered by anybody at all",
    ),
]

KEPT = [
    ("Two thirds of the boats in the harbour pay", "2/3 of the boats in the harbour pay"),
    ("Two-thirds of the boats in the harbour pay", "⅔ of the boats in the harbour pay"),
    ("A third of the boats in the harbour pay", "1/3 of the boats in the harbour pay"),
    ("A third of the boats in the harbour pay", "One third of the boats in the harbour pay"),
    ("Three quarters of the boats in the harbour pay", "3/4 of the boats in the harbour pay"),
    ("Half of the boats in the harbour pay for it", "1/2 of the boats in the harbour pay for it"),
    ("The odds are fifty-fifty at the very best today", "The odds are 50/50 at the very best today"),
    (
        "The wall moved 3 1/2 centimetres in a single night",
        "The wall moved three and a half centimetres in a single night",
    ),
    ("Some 40 per cent of the pupils come by boat", "Some 40% of the pupils come by boat"),
    ("It is a 24/7 operation and nobody gets any sleep", "It is a 24-7 operation and nobody gets any sleep"),
    (
        "A quarter of a million people have left the islands since the herring went away for good",
        "250,000 people have left the islands since the herring went away for good",
    ),
    (
        "About two thirds of the crews have left the port this year",
        "About 67 per cent of the crews have left the port this year",
    ),
    ("Half of the pupils at the island school come by boat", "50% of the pupils at the island school come by boat"),
    ("The trial was held in the first half of the year", "The trial was held in the 1st half of the year"),
    ("A tenth of the catch was thrown back into the sea", "10 per cent of the catch was thrown back into the sea"),
    (
        "Two thirds of the houses on this street have stood empty since the mine was shut",
        "Two-thirds of the houses on this street have stood empty since the mine was shut",
    ),
    (
        "Two thirds of the houses on this street have stood empty since the mine was shut",
        "⅔ of the houses on this street have stood empty since the mine was shut",
    ),
    (
        "Two thirds of the houses on this street have stood empty since the mine was shut",
        "2/3 of the houses on this street have stood empty since the mine was shut",
    ),
    (
        "Two thirds of the houses on this street have stood empty since the mine was shut",
        "67 per cent of the houses on this street have stood empty since the mine was shut",
    ),
    (
        "Two thirds of the houses on this street have stood empty since the mine was shut",
        "Two out of three of the houses on this street have stood empty since the mine was shut",
    ),
    (
        "Two thirds of the houses on this street have stood empty since the mine was shut",
        "Two in three of the houses on this street have stood empty since the mine was shut",
    ),
    (
        "The chances of a dry harvest are fifty-fifty and nobody should sell his hay yet",
        "The chances of a dry harvest are 50/50 and nobody should sell his hay yet",
    ),
    (
        "40 per cent of the letters to this office are never answered by anybody at all",
        "40% of the letters to this office are never answered by anybody at all",
    ),
    (
        "40 per cent of the letters to this office are never answered by anybody at all",
        "Forty percent of the letters to this office are never answered by anybody at all",
    ),
    (
        "40 per cent of the letters to this office are never answered by anybody at all",
        "40pc of the letters to this office are never answered by anybody at all",
    ),
    (
        "40 per cent of the letters to this office are never answered by anybody at all",
        "Four in ten of the letters to this office are never answered by anybody at all",
    ),
    (
        "40 per cent of the letters to this office are never answered by anybody at all",
        "Two fifths of the letters to this office are never answered by anybody at all",
    ),
]
