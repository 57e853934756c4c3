# Меню и первые слова ботов
command-today = Уроки сегодня
command-menu = Главный экран
command-help = Как пользоваться
command-language = Язык · Language
command-cancel = Отменить ввод
command-stop = Пропал телефон: отключить все мои
bot-about-staff = Журнал «Звонок»: учителям и администрации школы
bot-about-family = Дневник «Звонок»: родителям и ученикам
bot-description-staff =
    Здравствуйте! Это журнал вашей школы: перекличка за несколько касаний, отсутствующие и связь с семьями.

    Нажмите «Начать» и пришлите код доступа. Код выдаёт администратор школы.
bot-description-family =
    Здравствуйте! Здесь видно, что у ребёнка сегодня в школе, и вы сразу узнаете, если его нет на уроке.

    Нажмите «Начать» и пришлите код доступа. Код выдаёт классный руководитель.

# Командная строка
cli-about = «Звонок»: электронный журнал школы с двумя ботами в Telegram.
cli-demo-about = Показать всё на этом компьютере: школа для примера, два телефона в браузере.
cli-demo-port = порт страницы (занят — будет взят свободный)
cli-run-about = Запустить ботов, рассылку и напоминания.
cli-import-about = Загрузить книгу школы (.xlsx).
cli-import-file = книга школы
cli-import-dry = только показать, что изменится
cli-template-about = Создать пустую книгу школы с подсказками.
cli-template-file = куда записать, например school.xlsx
cli-invite-about = Выдать код первому администратору.
cli-invite-name = фамилия, имя и отчество администратора
cli-invite-number = табельный номер сотрудника, который станет администратором (без него — первый)
cli-check-about = Проверить базу, ботов, часы, часовой пояс и место на диске.
cli-check-running = только: работает ли запущенный «Звонок»
cli-template-written = Книга записана: { $file }
cli-file-exists = Файл { $file } уже есть. Укажите другое имя.
cli-database-away = База данных не отвечает ({ $error }). Проверьте ZVONOK_DATABASE_URL или папку ZVONOK_DATA; подскажет «zvonok check».

# Настройки
setting-missing = { $variable } не задан. Токен бота выдаёт @BotFather; запишите его в .env или в окружение.
setting-token = { $variable }: это не токен бота. Нужен вид 123456:ABC…, как его выдал @BotFather.
setting-same-token = { $variable } совпадает с ZVONOK_STAFF_TOKEN. Нужны два разных бота: для школы и для семей.
setting-secret = { $variable }: нужно от 16 до 256 знаков A-Z a-z 0-9 _ -
setting-secret-missing = { $variable } не задан. Он нужен вместе с ZVONOK_WEBHOOK_URL: от 16 до 256 знаков A-Z a-z 0-9 _ -
setting-database = { $variable }: нужен адрес вида postgresql://имя:пароль@сервер:5432/база
setting-proxy = { $variable }: нужен адрес вида http://имя:пароль@сервер:порт или socks5://сервер:порт
setting-address = { $variable }: нужен адрес вида https://api.telegram.org
setting-webhook = { $variable }: нужен адрес https://… (http:// можно только для localhost)
setting-listen = { $variable }: нужен вид адрес:порт, например 127.0.0.1:8080
setting-log-format = { $variable }: можно console или json
setting-data = { $variable }: в папку { $folder } нельзя писать. Укажите другую или поправьте её права.
setting-unreadable = { $variable }: значение не подходит.
setting-unknown = { $variable }: такой настройки нет. Возможно, { $known }?

# Проверка
check-database = База данных
check-schema = Схема базы
check-staff = Бот школы
check-family = Бот семей
check-clock = Часы
check-regulation = Правила школы
check-zone = Часовой пояс школы
check-disk = Место на диске
check-running = Работа
check-database-ok = отвечает, PostgreSQL { $version }
check-database-away = не отвечает ({ $error }). Запустите сервер или поправьте ZVONOK_DATABASE_URL.
check-schema-ok = новейшая ({ $version })
check-schema-old = не новейшая. Запустите «zvonok run»: база обновится сама.
check-bot-ok = @{ $username }
check-bot-no-token = { $variable } не задан. Токен выдаёт @BotFather.
check-bot-refused = Telegram не принял токен. Возьмите новый у @BotFather и поправьте { $variable }.
check-bot-away = нет связи с { $address } ({ $error }). Проверьте сеть, ZVONOK_PROXY и ZVONOK_TELEGRAM_API.
check-clock-ok = точны до { $seconds } с
check-clock-off = расходятся на { $seconds } с. Включите на сервере сверку времени (NTP).
check-clock-unknown = сверить не с чем: нет ни базы, ни Telegram.
check-regulation-ok = { $title }
check-regulation-broken = не читаются в этой версии, действует общий регламент: { $error }. Выберите регламент заново: «Правила школы» в боте сотрудника.
check-zone-ok = { $zone }, сейчас { CLOCK($now) }
check-zone-wrong = «{ $zone }» не найден. Поправьте его в книге школы, лист «Школа», и загрузите её снова.
check-disk-ok = свободно { $gb } ГБ
check-disk-low = свободно { $gb } ГБ. Нужен хотя бы 1 ГБ: освободите место или перенесите ZVONOK_DATA.
check-running-ok = работает
check-running-away = работает, но нет связи: { $parts }
check-running-no = не запущен. Запустите «zvonok run».
