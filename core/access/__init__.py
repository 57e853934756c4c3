"""Who may come in: codes, links, consent, and the desks that hand them out."""
