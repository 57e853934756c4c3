sessions-open = Мои телефоны и PIN
