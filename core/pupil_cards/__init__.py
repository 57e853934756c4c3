"""Pupils' cards: contacts and guardians, edited, confirmed by the class leader, proposed by families (P2)."""
