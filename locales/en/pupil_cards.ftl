contacts-open = Our contacts
