"""Pairs with other or exchanged names, whose sense is altered, and their look-alikes."""

ALTERED = [
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
    (
        "We heard John Lund speak of the harbour on the first night of the fair",
        "We heard Jane Lund speak of the harbour on the first night of the fair",
    ),
    (
        "We asked Mr Gore to leave the board before the end of May",
        "We asked Mr Kerry to leave the board before the end of May",
    ),
]

KEPT = [
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
]
