"""Who looks into the journal and the diary, as counts and last-seen (A7)."""
