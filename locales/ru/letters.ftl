class-desk-letters = Письма родителям
