"""The page of a lesson: topic, kind, tasks, use of ICT, remarks (J1)."""
