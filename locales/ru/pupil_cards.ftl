contacts-open = Наши контакты
