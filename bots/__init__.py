"""The two front doors: thin handlers and pure screens. Only this package and the sandbox know aiogram."""
