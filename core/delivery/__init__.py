"""The outbox as the sending side sees it: what is due, claimed, settled."""
