# Menus and first words of the bots
command-today = Today's lessons
command-menu = Main screen
command-help = How to use it
command-language = Язык · Language
command-cancel = Cancel what I am typing
command-stop = Lost phone: cut off all of mine
bot-about-staff = The Zvonok journal: for teachers and the school office
bot-about-family = The Zvonok diary: for parents and pupils
bot-description-staff =
    Hello! This is your school's journal: the roll in a few taps, who is absent, and a word to the families.

    Press “Start” and send your access code. The school's administrator gives it out.
bot-description-family =
    Hello! Here you see your child's day at school, and you know at once when your child is not at a lesson.

    Press “Start” and send your access code. The class leader gives it out.

# Command line
cli-about = Zvonok: a school's journal with two Telegram bots.
cli-demo-about = Show everything on this computer: a sample school, two phones in the browser.
cli-demo-port = port of the page (a free one is taken when it is busy)
cli-run-about = Run the bots, the delivery and the reminders.
cli-import-about = Import the school's workbook (.xlsx).
cli-import-file = the school's workbook
cli-import-dry = only show what would change
cli-template-about = Write an empty workbook of a school, with hints.
cli-template-file = where to write it, for example school.xlsx
cli-invite-about = Issue the code of the first administrator.
cli-invite-name = surname, given name and patronymic of the administrator
cli-invite-number = staff number of whoever becomes an administrator (without it: the first one)
cli-check-about = Check database, bots, clock, time zone and disk space.
cli-check-running = only: whether the Zvonok that was started is at work
cli-template-written = The workbook is written: { $file }
cli-file-exists = The file { $file } is already there. Give another name.
cli-database-away = The database does not answer ({ $error }). Check ZVONOK_DATABASE_URL or the folder ZVONOK_DATA; “zvonok check” helps.

# Settings
setting-missing = { $variable } is not set. @BotFather gives a bot's token; write it into .env or the environment.
setting-token = { $variable }: this is no bot token. It looks like 123456:ABC…, as @BotFather gave it.
setting-same-token = { $variable } is the same as ZVONOK_STAFF_TOKEN. Two different bots are needed: for the school and for the families.
setting-secret = { $variable }: 16 to 256 characters of A-Z a-z 0-9 _ - are needed
setting-secret-missing = { $variable } is not set. It goes with ZVONOK_WEBHOOK_URL: 16 to 256 characters of A-Z a-z 0-9 _ -
setting-database = { $variable }: an address like postgresql://name:password@server:5432/database is needed
setting-proxy = { $variable }: an address like http://name:password@server:port or socks5://server:port is needed
setting-address = { $variable }: an address like https://api.telegram.org is needed
setting-webhook = { $variable }: an address https://… is needed (http:// only for localhost)
setting-listen = { $variable }: host:port is needed, for example 127.0.0.1:8080
setting-log-format = { $variable }: console or json is allowed
setting-data = { $variable }: nothing can be written to the folder { $folder }. Name another one or correct its permissions.
setting-unreadable = { $variable }: the value does not fit.
setting-unknown = { $variable }: there is no such setting. Perhaps { $known }?

# Check
check-database = Database
check-schema = Schema
check-staff = School's bot
check-family = Families' bot
check-clock = Clock
check-regulation = School's rules
check-zone = School's time zone
check-disk = Disk space
check-running = At work
check-database-ok = answers, PostgreSQL { $version }
check-database-away = does not answer ({ $error }). Start the server or correct ZVONOK_DATABASE_URL.
check-schema-ok = the newest ({ $version })
check-schema-old = not the newest. Start “zvonok run”: it brings the database up to date.
check-bot-ok = @{ $username }
check-bot-no-token = { $variable } is not set. @BotFather gives the token.
check-bot-refused = Telegram did not accept the token. Get a new one from @BotFather and correct { $variable }.
check-bot-away = no connection to { $address } ({ $error }). Check the network, ZVONOK_PROXY and ZVONOK_TELEGRAM_API.
check-clock-ok = right to { $seconds } s
check-clock-off = { $seconds } s off. Switch on time synchronisation (NTP) on this machine.
check-clock-unknown = nothing to compare with: neither database nor Telegram.
check-regulation-ok = { $title }
check-regulation-broken = cannot be read by this edition, the default holds: { $error }. Choose the regulation again: “School's rules” in the staff bot.
check-zone-ok = { $zone }, now { CLOCK($now) }
check-zone-wrong = “{ $zone }” is not known. Correct it in the school's workbook, sheet «Школа», and import it again.
check-disk-ok = { $gb } GB free
check-disk-low = { $gb } GB free. At least 1 GB is needed: free some space or move ZVONOK_DATA.
check-running-ok = at work
check-running-away = at work, but out of reach: { $parts }
check-running-no = not running. Start “zvonok run”.
