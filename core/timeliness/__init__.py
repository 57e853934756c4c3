"""What is still to be entered, by whom and until when: reminders, «Журнал сегодня», a word to the teacher (K2)."""
