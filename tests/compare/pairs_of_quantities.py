"""Pairs with another score, count or sum, whose sense is altered, and one in two forms."""

ALTERED = [
    ("The council voted nine to two to close the northern quay", "The council voted 2-9 to close the northern quay"),
    ("The council voted nine to two to close the northern quay", "The council voted 9-3 to close the northern quay"),
    ("A dozen fishermen have gone away this year", "20 fishermen have gone away this year"),
    ("Half a million people have gone away this year", "A million people have gone away this year"),
    ("Half a million people have gone away this year", "50,000 people have gone away this year"),
    ("The wall moved 3.5 centimetres in a single night", "The wall moved 2½ centimetres in a single night"),
    ("They won the final two-nil in the last minute", "They won the final 2-1 in the last minute"),
    ("We lost 1.5 million crowns on the bridge in May", "We lost 15 million crowns on the bridge in May"),
    ("We lost 1.5 million crowns on the bridge in May", "We lost 1.5 billion crowns on the bridge in May"),
    ("The team won two to one in the end of the game", "The team won one to two in the end of the game"),
    ("We need three and a half years for the new pier", "We need 4.5 years for the new pier"),
    ("Paid by half a million members of the union each year", "Paid by a million members of the union each year"),
    ("He says the judges voted seven to five for the plan", "He says the judges voted 5-7 for the plan"),
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
        "2 June is the day on which the cattle are driven up to the high meadows",
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
    ("The council voted nine to two to close the northern quay", "The council voted 9-2 to close the northern quay"),
    ("The council voted nine to two to close the northern quay", "The council voted 9–2 to close the northern quay"),
    ("The council voted nine to two to close the northern quay", "The council voted 9 to 2 to close the northern quay"),
    (
        "The council voted nine votes to two to close the northern quay",
        "The council voted by 9 votes to 2 to close the northern quay",
    ),
    ("The odds are fifty-fifty at the very best today", "The odds are 50-50 at the very best today"),
    ("A dozen fishermen have gone away this year", "12 fishermen have gone away this year"),
    ("Half a million people have gone away this year", "500,000 people have gone away this year"),
    ("Half a dozen boats have gone away this year", "Six boats have gone away this year"),
    ("The wall moved 3.5 centimetres in a single night", "The wall moved 3½ centimetres in a single night"),
    (
        "He came here in nineteen eighty-four with nothing but a coat and the keys of a lighthouse",
        "He came here in 1984 with nothing but a coat and the keys of a lighthouse",
    ),
    ("The line opens again on the first of May", "The line opens again on May 1"),
    ("They won the final two-nil in the last minute", "They won the final 2-0 in the last minute"),
    ("Between five and ten boats are lost each year", "Between 5 and 10 boats are lost each year"),
    ("Five to ten boats are lost each year in the sound", "5-10 boats are lost each year in the sound"),
    ("We paid 2,000 crowns to every household then", "We paid two thousand crowns to every household then"),
    ("We lost 1.5 million crowns on the bridge in May", "We lost one and a half million crowns on the bridge in May"),
    ("We lost 1.5 million crowns on the bridge in May", "We lost 1.5m crowns on the bridge in May"),
    ("The vote was 51 to 49 for the new harbour", "The vote was 51-49 for the new harbour"),
    ("The twenty-first of June is the longest day here", "June 21 is the longest day here"),
    ("He is a sixteen-year-old boy from the island", "He is a 16-year-old boy from the island"),
    ("The budget grew two-and-a-half times in a year", "The budget grew 2.5 times in a year"),
    ("He has twice lost the vote in this house", "He has lost the vote in this house two times"),
    ("We need three and a half years for the new pier", "We need 3.5 years for the new pier"),
    ("They have closed half a dozen schools on the coast", "They have closed 6 schools on the coast"),
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
        "The chances of a dry harvest are 50:50 and nobody should sell his hay yet",
    ),
    (
        "The chances of a dry harvest are fifty-fifty and nobody should sell his hay yet",
        "The chances of a dry harvest are fifty/fifty and nobody should sell his hay yet",
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
