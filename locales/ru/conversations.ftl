talk-inbox = Сообщения
talk-write = Написать
