"""Course plans (КТП): which one serves a journal page, what of it is delivered, and how it is kept."""
