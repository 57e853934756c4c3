sessions-open = My phones and PIN
