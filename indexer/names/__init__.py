"""Whether two printed names can be one person's or organisation's.

``words`` tells what single words are (given names, titles, short forms) and ``forms`` compares the names of one
article.
"""
