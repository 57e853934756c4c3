"""From an outbox row to a phone: policy, rendering, channel, worker, and the schedule of ticks."""

import os

# python-telegram-bot asks for this before it gives waiting times as timedelta, and warns without it.
os.environ.setdefault("PTB_TIMEDELTA", "1")
