"""What the check and the judge are asked, with the right answers."""
