sessions-open = My phones and PIN
sessions-title = <b>My phones and PIN</b>
sessions-phones = { $count ->
    [one] { $count } phone is connected:
   *[other] { $count } phones are connected:
}
sessions-here = • this one, since { DAY($since) } { CLOCK($since) }
sessions-phone = • since { DAY($since) } { CLOCK($since) }, seen { DAY($seen) } at { CLOCK($seen) }
sessions-pin-none = This phone has no PIN. With one, nobody can open the journal from your phone while you are away.
sessions-pin = A PIN is set: this phone asks for it after a pause of { $count ->
    [60] 1 hour
    [one] { $count } minute
   *[other] { $count } minutes
}.
sessions-end-none = There is a code in case a phone is lost: sent from any phone, it ends all your sessions.
sessions-end-open = A code for a lost phone was issued on { DAY($issued) }, it works until { DAY($expires) } { $year }.
sessions-end-code = { $again ->
    [yes] New lost-phone code
   *[no] Code for a lost phone
}
sessions-end-code-issued =
    The code that ends all your sessions: <code>{ $code }</code>
    It works until { DAY($expires) } { $year }, once.

    Write it down and keep it off the phone. When the phone is gone, send the code to the staff bot from any other phone, even one that is not connected to the school: as a message or like this: /stop CODE. All your phones are cut off at once.

    The code is shown once. The previous one no longer works. The code lets nobody in.
sessions-cut = Cut off: since { DAY($since) } { CLOCK($since) }
sessions-cut-others = End all but this one
sessions-ask-cut = Cut off the phone connected on { DAY($since) } at { CLOCK($since) }? Access ends at once.
sessions-ask-cut-others = { $count ->
    [one] Cut off { $count } phone? Only this one stays.
   *[other] Cut off { $count } phones? Only this one stays.
}
sessions-ended = { $count ->
    [0] All sessions are over already: <b>{ $name }</b>.
    [one] All sessions are over: <b>{ $name }</b>. { $count } phone was cut off. To come in again, ask the administrator for a new code.
   *[other] All sessions are over: <b>{ $name }</b>. { $count } phones were cut off. To come in again, ask the administrator for a new code.
}
sessions-stop-how = To end all sessions, send the code for a lost phone: /stop CODE. You get it in “Settings” → “My phones and PIN”.

# PIN
pin-ask = 🔒 <b>Enter the PIN</b>
pin-words-kept = Your message is not lost: it is dealt with once the PIN is entered.
pin-wrong = { $count ->
    [one] Wrong. { $count } attempt is left.
   *[other] Wrong. { $count } attempts are left.
}
pin-waits = 🔒 The PIN was wrong several times. Try again at { CLOCK($until) }.
pin-old = 🔒 First enter the PIN that is set now.
pin-new = 🔒 <b>New PIN:</b> enter 4 digits.
pin-again = 🔒 Enter the new PIN once more.
pin-differs = They differ. Enter the new PIN again from the beginning.
pin-plain = Such a PIN is guessed first: repeated digits or digits in a row. Enter another.
pin-over = ↺ Start over
pin-forgotten = Forgot the PIN?
pin-forgotten-how = Ask the administrator to cut this phone off and to issue you a new code. Send the code here: you come in and the PIN is gone.
pin-opened = The PIN has already been entered
pin-set = 🔒 Set a PIN
pin-set-toast = The PIN is set
pin-change = Change the PIN
pin-remove = Remove the PIN
pin-pause-open = When to ask for it
pin-pause-title = After what pause should the PIN be asked for?
pin-pause = { $count ->
    [60] 1 hour
    [one] { $count } minute
   *[other] { $count } minutes
}
push-pin-missed-own = ⚠ <b>A wrong PIN was entered { $misses } times on your phone.</b> It takes no PIN for { $minutes } min. If that was not you, end the sessions.
push-pin-missed = ⚠ On a phone connected to the journal ({ $name }) a wrong PIN was entered { $misses } times. The phone takes no PIN for { $minutes } min.
push-sessions-ended = { $count ->
    [one] <b>{ $name }</b>: all sessions were ended by code, { $count } phone was cut off. A new code is needed to come in.
   *[other] <b>{ $name }</b>: all sessions were ended by code, { $count } phones were cut off. A new code is needed to come in.
}
push-open-person = The person's card
error-pin-needed = Enter the PIN first.

# All phones of a family
family-end-open = Cut the family off
family-end-ask = Cut off all phones of this family: { $names }? Access ends at once; their unused codes end too.
settings-cut-others = Cut off other phones
settings-ask-cut-others = { $count ->
    [one] { $count } phone is connected besides this one. Cut it off?
   *[other] { $count } phones are connected besides this one. Cut them off?
}
settings-no-others = No other phone of yours is connected.
