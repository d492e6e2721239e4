"""Who may write to a store: one writer at a time, by a lease in the document of the store's state.

Elasticsearch has no transactions. In their place a writer takes a lease on that document, changes it only while nobody
else has (by its sequence number), and notes there which quotes it is about to add. The next writer finds one that died
by its lease, and removes the quotes that no article came to list.
"""
