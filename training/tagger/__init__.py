"""How the learned tagger was made: ``python -m training.tagger`` (see its card, training/tagger.md)."""
