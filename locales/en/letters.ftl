class-desk-letters = Letters to parents
