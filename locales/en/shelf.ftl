shelf-open = Documents
help-open = Help
