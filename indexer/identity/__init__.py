"""Whom the names of all articles stand for: mentions to people of the archive; pure functions.

What an article resolves is a mention: a name, and all that is attributed to it there. ``resolve`` makes people of the
mentions of all articles: names that are one are joined (``evidence`` has the clues and their weights), bare surnames
go to the person who is so called around that time, and bodies are told by their words. The result is a function of the
set of mentions: the order in which articles came makes no difference. ``people`` has the records that are stored.
"""
