"""Hasty messages such as «7Б алгебра: Иванов 5; тема Дроби»: understood, previewed, written once."""
