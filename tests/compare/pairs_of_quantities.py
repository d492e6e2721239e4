"""Pairs with another score, fraction, time of day or sum, whose sense is altered, and one in two forms."""

ALTERED = [
    (
        "The council voted nine to two to close the northern quay",
        "The council voted 2-9 to close the northern quay",
    ),
    (
        "The council voted nine to two to close the northern quay",
        "The council voted 9-3 to close the northern quay",
    ),
    (
        "Two thirds of the boats in the harbour pay",
        "3/4 of the boats in the harbour pay",
    ),
    (
        "Two thirds of the boats in the harbour pay",
        "One third of the boats in the harbour pay",
    ),
    (
        "A third of the boats in the harbour pay",
        "1/4 of the boats in the harbour pay",
    ),
    (
        "Half of the boats in the harbour pay for it",
        "1/3 of the boats in the harbour pay for it",
    ),
    (
        "The doors open at half past six in the evening",
        "The doors open at 7.30pm in the evening",
    ),
    (
        "The doors open at half past six in the evening",
        "The doors open at 6pm in the evening",
    ),
    (
        "The doors open at half past seven in the evening",
        "The doors open at half past six in the evening",
    ),
    (
        "The doors open at noon on the first day of May",
        "The doors open at 1pm on the first day of May",
    ),
    (
        "The doors open at seven o'clock in the evening",
        "The doors open at 8pm in the evening",
    ),
    (
        "A dozen fishermen have gone away this year",
        "20 fishermen have gone away this year",
    ),
    (
        "Half a million people have gone away this year",
        "A million people have gone away this year",
    ),
    (
        "Half a million people have gone away this year",
        "50,000 people have gone away this year",
    ),
    (
        "The wall moved 3.5 centimetres in a single night",
        "The wall moved 2½ centimetres in a single night",
    ),
    (
        "They won the final two-nil in the last minute",
        "They won the final 2-1 in the last minute",
    ),
    (
        "We lost 1.5 million crowns on the bridge in May",
        "We lost 15 million crowns on the bridge in May",
    ),
    (
        "We lost 1.5 million crowns on the bridge in May",
        "We lost 1.5 billion crowns on the bridge in May",
    ),
    (
        "The odds are fifty-fifty at the very best today",
        "The odds are 60/40 at the very best today",
    ),
    (
        "The team won two to one in the end of the game",
        "The team won one to two in the end of the game",
    ),
    (
        "About a third of the village has left the island",
        "About two thirds of the village has left the island",
    ),
    (
        "A quarter of the boats pay for the harbour",
        "Half of the boats pay for the harbour",
    ),
    (
        "About two thirds of the crews have left the port this year",
        "About 76 per cent of the crews have left the port this year",
    ),
    (
        "Half of the pupils at the island school come by boat",
        "Forty per cent of the pupils at the island school come by boat",
    ),
    (
        "We need three and a half years for the new pier",
        "We need 4.5 years for the new pier",
    ),
    (
        "The strike began at five minutes to eight on Monday when the crews had read the letter",
        "The strike began at 8.55am on Monday when the crews had read the letter",
    ),
    (
        "The strike began at a quarter past eight on Monday",
        "The strike began at a quarter to eight on Monday",
    ),
    (
        "Paid by half a million members of the union each year",
        "Paid by a million members of the union each year",
    ),
    (
        "He says the judges voted seven to five for the plan",
        "He says the judges voted 5-7 for the plan",
    ),
    (
        "The board chose nine to two to keep the old lamp burning through the winter",
        "The board chose nine to three to keep the old lamp burning through the winter",
    ),
    (
        "The board chose nine to two to keep the old lamp burning through the winter",
        "The board chose 2-9 to keep the old lamp burning through the winter",
    ),
    (
        "The board chose nine to two to keep the old lamp burning through the winter",
        "The board chose eight to two to keep the old lamp burning through the winter",
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
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe 1.5 billion crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe 5.1 million crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe 15 million crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe two and a half million crowns to the widows of the men who went down with the boat",
    ),
    (
        "The chances of a dry harvest are fifty-fifty and nobody should sell his hay yet",
        "The chances of a dry harvest are sixty-forty and nobody should sell his hay yet",
    ),
    (
        "The chances of a dry harvest are fifty-fifty and nobody should sell his hay yet",
        "The chances of a dry harvest are 40/60 and nobody should sell his hay yet",
    ),
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
    (
        "A dozen of our teachers have left the valley since the bridge was closed",
        "Two dozen of our teachers have left the valley since the bridge was closed",
    ),
    (
        "A dozen of our teachers have left the valley since the bridge was closed",
        "Dozens of our teachers have left the valley since the bridge was closed",
    ),
    (
        "A dozen of our teachers have left the valley since the bridge was closed",
        "20 of our teachers have left the valley since the bridge was closed",
    ),
    (
        "The first of June is the day on which the cattle are driven up to the high meadows",
        "The first of July is the day on which the cattle are driven up to the high meadows",
    ),
    (
        "The first of June is the day on which the cattle are driven up to the high meadows",
        "The third of June is the day on which the cattle are driven up to the high meadows",
    ),
    (
        "The first of June is the day on which the cattle are driven up to the high meadows",
        "2 June is the day on which the cattle are driven up to the high meadows",
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
    (
        "The tower has sunk by 3.5 centimetres since the well beside it was dug last autumn",
        "The tower has sunk by 3.5 metres since the well beside it was dug last autumn",
    ),
    (
        "The tower has sunk by 3.5 centimetres since the well beside it was dug last autumn",
        "The tower has sunk by 35 centimetres since the well beside it was dug last autumn",
    ),
    (
        "The tower has sunk by 3.5 centimetres since the well beside it was dug last autumn",
        "The tower has sunk by 2½ centimetres since the well beside it was dug last autumn",
    ),
    (
        "Each of the pilots will be given 2,000 crowns for the nights on the breakwater",
        "Each of the pilots will be given 20,000 crowns for the nights on the breakwater",
    ),
    (
        "Each of the pilots will be given 2,000 crowns for the nights on the breakwater",
        "Each of the pilots will be given 2,000 dollars for the nights on the breakwater",
    ),
    (
        "Each of the pilots will be given 2,000 crowns for the nights on the breakwater",
        "Each of the pilots will be given 200 crowns for the nights on the breakwater",
    ),
]

KEPT = [
    (
        "The council voted nine to two to close the northern quay",
        "The council voted 9-2 to close the northern quay",
    ),
    (
        "The council voted nine to two to close the northern quay",
        "The council voted 9–2 to close the northern quay",
    ),
    (
        "The council voted nine to two to close the northern quay",
        "The council voted 9 to 2 to close the northern quay",
    ),
    (
        "The council voted nine votes to two to close the northern quay",
        "The council voted by 9 votes to 2 to close the northern quay",
    ),
    (
        "Two thirds of the boats in the harbour pay",
        "2/3 of the boats in the harbour pay",
    ),
    (
        "Two-thirds of the boats in the harbour pay",
        "⅔ of the boats in the harbour pay",
    ),
    (
        "A third of the boats in the harbour pay",
        "1/3 of the boats in the harbour pay",
    ),
    (
        "A third of the boats in the harbour pay",
        "One third of the boats in the harbour pay",
    ),
    (
        "Three quarters of the boats in the harbour pay",
        "3/4 of the boats in the harbour pay",
    ),
    (
        "Half of the boats in the harbour pay for it",
        "1/2 of the boats in the harbour pay for it",
    ),
    (
        "The odds are fifty-fifty at the very best today",
        "The odds are 50/50 at the very best today",
    ),
    (
        "The odds are fifty-fifty at the very best today",
        "The odds are 50-50 at the very best today",
    ),
    (
        "The doors open at half past six in the evening",
        "The doors open at 6.30pm in the evening",
    ),
    (
        "The doors open at half past six in the evening",
        "The doors open at 6.30 in the evening",
    ),
    (
        "The doors open at half past six in the evening",
        "The doors open at 18:30 in the evening",
    ),
    (
        "The doors open at a quarter to seven in the evening as the old clock on the tower has been mended",
        "The doors open at 6:45pm in the evening as the old clock on the tower has been mended",
    ),
    (
        "The doors open at seven o'clock in the evening",
        "The doors open at 7pm in the evening",
    ),
    (
        "The doors open at seven in the evening for all",
        "The doors open at 7 p.m. in the evening for all",
    ),
    (
        "The doors open at noon on the first day of May",
        "The doors open at 12pm on the first day of May",
    ),
    (
        "The doors open at ten past nine every day as the old clock on the tower has been mended",
        "The doors open at 9.10am every day as the old clock on the tower has been mended",
    ),
    (
        "A dozen fishermen have gone away this year",
        "12 fishermen have gone away this year",
    ),
    (
        "Half a million people have gone away this year",
        "500,000 people have gone away this year",
    ),
    (
        "Half a dozen boats have gone away this year",
        "Six boats have gone away this year",
    ),
    (
        "The wall moved 3.5 centimetres in a single night",
        "The wall moved 3½ centimetres in a single night",
    ),
    (
        "The wall moved 3 1/2 centimetres in a single night",
        "The wall moved three and a half centimetres in a single night",
    ),
    (
        "He came here in nineteen eighty-four with nothing but a coat and the keys of a lighthouse",
        "He came here in 1984 with nothing but a coat and the keys of a lighthouse",
    ),
    (
        "The line opens again on the first of May",
        "The line opens again on May 1",
    ),
    (
        "They won the final two-nil in the last minute",
        "They won the final 2-0 in the last minute",
    ),
    (
        "Between five and ten boats are lost each year",
        "Between 5 and 10 boats are lost each year",
    ),
    (
        "Five to ten boats are lost each year in the sound",
        "5-10 boats are lost each year in the sound",
    ),
    (
        "We paid 2,000 crowns to every household then",
        "We paid two thousand crowns to every household then",
    ),
    (
        "We lost 1.5 million crowns on the bridge in May",
        "We lost one and a half million crowns on the bridge in May",
    ),
    (
        "We lost 1.5 million crowns on the bridge in May",
        "We lost 1.5m crowns on the bridge in May",
    ),
    (
        "The vote was 51 to 49 for the new harbour",
        "The vote was 51-49 for the new harbour",
    ),
    (
        "Some 40 per cent of the pupils come by boat",
        "Some 40% of the pupils come by boat",
    ),
    (
        "It is a 24/7 operation and nobody gets any sleep",
        "It is a 24-7 operation and nobody gets any sleep",
    ),
    (
        "The twenty-first of June is the longest day here",
        "June 21 is the longest day here",
    ),
    (
        "He is a sixteen-year-old boy from the island",
        "He is a 16-year-old boy from the island",
    ),
    (
        "A quarter of a million people have left the islands since the herring went away for good",
        "250,000 people have left the islands since the herring went away for good",
    ),
    (
        "The train leaves at five past midnight and nobody on the island has ever missed it",
        "The train leaves at 12.05am and nobody on the island has ever missed it",
    ),
    (
        "The budget grew two-and-a-half times in a year",
        "The budget grew 2.5 times in a year",
    ),
    (
        "He has twice lost the vote in this house",
        "He has lost the vote in this house two times",
    ),
    (
        "About two thirds of the crews have left the port this year",
        "About 67 per cent of the crews have left the port this year",
    ),
    (
        "Half of the pupils at the island school come by boat",
        "50% of the pupils at the island school come by boat",
    ),
    (
        "The trial was held in the first half of the year",
        "The trial was held in the 1st half of the year",
    ),
    (
        "The court sat from ten to noon on the second day",
        "The court sat from 10 to 12pm on the second day",
    ),
    (
        "We need three and a half years for the new pier",
        "We need 3.5 years for the new pier",
    ),
    (
        "They have closed half a dozen schools on the coast",
        "They have closed 6 schools on the coast",
    ),
    (
        "A tenth of the catch was thrown back into the sea",
        "10 per cent of the catch was thrown back into the sea",
    ),
    (
        "The strike began at five minutes to eight on Monday when the crews had read the letter",
        "The strike began at 7.55am on Monday when the crews had read the letter",
    ),
    (
        "The board chose nine to two to keep the old lamp burning through the winter",
        "The board chose nine-two to keep the old lamp burning through the winter",
    ),
    (
        "The board chose nine to two to keep the old lamp burning through the winter",
        "The board chose 9:2 to keep the old lamp burning through the winter",
    ),
    (
        "The board chose nine to two to keep the old lamp burning through the winter",
        "The board chose 9-2 to keep the old lamp burning through the winter",
    ),
    (
        "The board chose nine to two to keep the old lamp burning through the winter",
        "The board chose 9 to 2 to keep the old lamp burning through the winter",
    ),
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
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe 1,500,000 crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe 1.5m crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe one and a half million crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe one-and-a-half million crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe a million and a half crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe one point five million crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe 1½ million crowns to the widows of the men who went down with the boat",
    ),
    (
        "They owe 1.5 million crowns to the widows of the men who went down with the boat",
        "They owe 1.5 mn crowns to the widows of the men who went down with the boat",
    ),
    (
        "The chances of a dry harvest are fifty-fifty and nobody should sell his hay yet",
        "The chances of a dry harvest are 50-50 and nobody should sell his hay yet",
    ),
    (
        "The chances of a dry harvest are fifty-fifty and nobody should sell his hay yet",
        "The chances of a dry harvest are 50/50 and nobody should sell his hay yet",
    ),
    (
        "The chances of a dry harvest are fifty-fifty and nobody should sell his hay yet",
        "The chances of a dry harvest are 50:50 and nobody should sell his hay yet",
    ),
    (
        "The chances of a dry harvest are fifty-fifty and nobody should sell his hay yet",
        "The chances of a dry harvest are fifty/fifty and nobody should sell his hay yet",
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
    (
        "A dozen of our teachers have left the valley since the bridge was closed",
        "Twelve of our teachers have left the valley since the bridge was closed",
    ),
    (
        "A dozen of our teachers have left the valley since the bridge was closed",
        "12 of our teachers have left the valley since the bridge was closed",
    ),
    (
        "A dozen of our teachers have left the valley since the bridge was closed",
        "One dozen of our teachers have left the valley since the bridge was closed",
    ),
    (
        "The first of June is the day on which the cattle are driven up to the high meadows",
        "1 June is the day on which the cattle are driven up to the high meadows",
    ),
    (
        "The first of June is the day on which the cattle are driven up to the high meadows",
        "June 1st is the day on which the cattle are driven up to the high meadows",
    ),
    (
        "The first of June is the day on which the cattle are driven up to the high meadows",
        "June the first is the day on which the cattle are driven up to the high meadows",
    ),
    (
        "The first of June is the day on which the cattle are driven up to the high meadows",
        "1st June is the day on which the cattle are driven up to the high meadows",
    ),
    (
        "The first of June is the day on which the cattle are driven up to the high meadows",
        "June 1 is the day on which the cattle are driven up to the high meadows",
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
    (
        "The tower has sunk by 3.5 centimetres since the well beside it was dug last autumn",
        "The tower has sunk by 3.5cm since the well beside it was dug last autumn",
    ),
    (
        "The tower has sunk by 3.5 centimetres since the well beside it was dug last autumn",
        "The tower has sunk by 3.5 cm since the well beside it was dug last autumn",
    ),
    (
        "The tower has sunk by 3.5 centimetres since the well beside it was dug last autumn",
        "The tower has sunk by three and a half centimetres since the well beside it was dug last autumn",
    ),
    (
        "The tower has sunk by 3.5 centimetres since the well beside it was dug last autumn",
        "The tower has sunk by three point five centimetres since the well beside it was dug last autumn",
    ),
    (
        "The tower has sunk by 3.5 centimetres since the well beside it was dug last autumn",
        "The tower has sunk by 3½ centimetres since the well beside it was dug last autumn",
    ),
    (
        "Each of the pilots will be given 2,000 crowns for the nights on the breakwater",
        "Each of the pilots will be given 2000 crowns for the nights on the breakwater",
    ),
    (
        "Each of the pilots will be given 2,000 crowns for the nights on the breakwater",
        "Each of the pilots will be given two thousand crowns for the nights on the breakwater",
    ),
    (
        "Each of the pilots will be given 2,000 crowns for the nights on the breakwater",
        "Each of the pilots will be given 2 000 crowns for the nights on the breakwater",
    ),
]
