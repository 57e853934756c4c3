shelf-open = Документы
help-open = Помощь
