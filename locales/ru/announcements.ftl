board-open = Объявления
class-desk-announce = Объявление классу
