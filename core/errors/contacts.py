"""Telephones, addresses and other contacts as they are typed."""

from core.errors import WordsWrong


class PhoneWrong(WordsWrong):
    """Not a telephone number."""

    code = "phone-wrong"


class EmailWrong(WordsWrong):
    """Not an e-mail address."""

    code = "email-wrong"


class HomeAddressWrong(WordsWrong):
    """Too short for an address. Facts: `limit`, the fewest characters."""

    code = "home-address-wrong"


class ContactSame(WordsWrong):
    """What is proposed stands at the school already. Facts: `value`."""

    code = "contact-same"
