# Объявления: доска, объявление, черновик, что с ним стало
board-open = Объявления
board-open-count = Объявления · { $count }
class-desk-announce = Объявление классу

# Доска у читателя
board-title = <b>Объявления</b>
board-title-of = <b>Объявления</b>, { $name }
board-waiting =
    { $count ->
        [one] Ждёт вашего ответа: { $count }
       *[other] Ждут вашего ответа: { $count }
    }
board-none = Сейчас объявлений нет.
board-more = …и ещё { $count }
board-all = Все объявления
board-by-author = Кто написал
board-author = { $name } · { $count }
board-choose-author = Чьи объявления показать?
board-write = ✎ Написать
board-mine = Мои объявления
announce-line = <b>{ $number }.</b> { $sign } { DAY($day) }, { $author }
announce-line-urgent = ⚡ срочно
announce-line-waits =
    { $kind ->
        [read] нужно «Прочитал(а)»
       *[other] нужен ответ
    }
announce-label = { $sign } { $number }. { $words }
announce-sign =
    { $state ->
        [waits] ●
        [new] ○
       *[read] ✓
    }
announce-withdrawn = Это объявление отозвано.
announce-over = Срок объявления прошёл: оно действовало до { DAY($day) } включительно.
announce-you-read = ✓ Вы прочитали: { DAY($at) } в { CLOCK($at) }
announce-you-answered = ✓ Ваш ответ: <b>{ $answer }</b> ({ DAY($at) } в { CLOCK($at) }).
announce-may-change = Его можно изменить.
announce-may-change-each = Ответы можно изменить.
announce-each = Ответьте, пожалуйста, за каждого ребёнка.
announce-child-answered = ✓ { $name }: <b>{ $answer }</b>
announce-child-waits = ● { $name }: ответа пока нет
announce-for-all = Все: { $answer }
announce-one-number = Одно число на всех: { $names }.
announce-number-change = Изменить ответ
announce-ask-number = Ответьте числом, например: 2. Объявление: «{ $words }»
announce-ask-number-short = Число
announce-answered = ✓ Ответ записан
announce-file = Файл объявления, { $author }

# Черновик
draft-title = <b>Черновик объявления</b>
draft-no-words = Текста пока нет.
draft-wordless = без текста
draft-whom = Кому: { $whom }
draft-gone = ⚠ Там нет учеников: { $names }. Уберите их из получателей.
draft-time-now = Когда: сразу после вашего подтверждения
draft-time = Когда: { DAY($at) } в { CLOCK($at) }
draft-ask =
    { $kind ->
        [none] Ответ: не нужен
        [read] Ответ: «Прочитал(а)»
        [number] Ответ: число
       *[choice] Ответ на выбор: { $choices }
    }
draft-end = На доске: до { DAY($day) }
draft-end-none = На доске: без срока
draft-urgent = ⚡ Срочно: { $reason }
draft-left = Это объявление уже не черновик: оно отправлено.
draft-write = Написать
draft-choose-whom = Выбрать, кому
draft-preview = Проверить и отправить ›
draft-rewrite = Изменить текст
draft-files = Файлы
draft-files-count = Файлы: { $count }
draft-button-whom = Кому
draft-button-time = Когда
draft-button-ask = Ответ
draft-button-end = Срок на доске
draft-make-urgent = ⚡ Срочное
draft-calm = Не срочное
draft-drop = Удалить
draft-drop-sure = Удалить этот черновик? Его никто не увидит.
draft-drop-yes = Да, удалить
draft-dropped = ✓ Черновик удалён
draft-changed = Изменено с другого устройства. Вот как сейчас.
draft-saved = ✓ Записано. Пока объявление видите только вы.
draft-saved-album = ✓ Записано. Остальные файлы этого сообщения приложатся сюда же.
draft-ask-words = Напишите объявление одним сообщением: текст, фото или файлы (до { $files }, каждый до { $mb } МБ). Пока его никто не увидит: сначала покажу, что получилось.
draft-ask-again = Напишите текст заново: прежний заменится. Можно приложить фото или файлы (до { $files }, каждый до { $mb } МБ).
draft-ask-short = Объявление
draft-ask-files = Пришлите фото или файлы: до { $limit } на объявление, до { $mb } МБ каждый.
draft-ask-files-again = Подойдёт фото, голосовое или файл.
draft-files-title = Файлы объявления. Нажмите ✕, чтобы убрать файл.
draft-file-remove = ✕ { $name }
draft-choose-time = Когда отправить?
draft-at-once = Сразу
draft-this-evening = Сегодня в { $at }
draft-tomorrow = Завтра в { $at }
draft-other-time = Другое время…
draft-ask-time = Когда отправить? Например: «завтра 8:00», «25.11 18:30» или «19:00».
draft-ask-time-short = завтра 8:00
draft-choose-end = До какого дня (включительно) объявление действует и стоит на доске? До этого дня можно и ответить.
draft-end-day = до { SHORTDAY($day) }
draft-end-never = Без срока
draft-other-day = Другой день…
draft-ask-end = До какого дня действует объявление? Например: 30.11 или «до пятницы».
draft-ask-end-short = 30.11
draft-choose-ask = Что нужно от читателя?
draft-ask-none = Ничего
draft-ask-read = Отметка «Прочитал(а)»
draft-ask-choice = Ответ «Да» или «Нет»
draft-ask-number = Число (сколько придёт, сколько сдаст…)
draft-ask-own = Свои варианты ответа…
draft-ask-choices = Напишите варианты ответа, каждый с новой строки. Например:

    Придём
    Не придём
    Пока не знаем
draft-ask-choices-short = Варианты ответа
draft-ask-urgency = Почему это срочно? Срочное объявление приходит сразу, даже в тихие часы, и обгоняет остальные. Причину увидят получатели.
draft-ask-urgency-short = Причина

# Кому
whom-choose = <b>Кому объявление?</b> Отметьте, кто его получит.
whom-choose-part = Отметьте нужное.
whom-choose-class = Группы какого класса?
whom-families =
    { $who ->
        [both] родители и ученики
        [pupils] ученики
       *[guardians] родители
    } { $where }
whom-group = группы «{ $name }»
whom-everybody = всей школы
whom-grade = { $grade }-х классов
whom-grade-label = { $grade }-е классы
whom-more = и ещё { $count }
whom-all-staff = все сотрудники
whom-role =
    { $role ->
        [administrator] администраторы
        [director] директор
        [deputy_head] завучи
        [secretary] секретари
       *[teacher] учителя
    }
whom-class-leaders = классные руководители
whom-nobody = пока никому
whom-guardians = Родители
whom-pupils = Ученики
whom-part-classes =
    { $count ->
        [0] Классы…
       *[other] Классы: { $count }
    }
whom-part-grades =
    { $count ->
        [0] Параллели…
       *[other] Параллели: { $count }
    }
whom-part-groups =
    { $count ->
        [0] Группы…
       *[other] Группы: { $count }
    }
whom-part-roles =
    { $count ->
        [0] По должности…
       *[other] По должности: { $count }
    }
whom-whole-school = Все семьи
whom-staff = Все сотрудники
whom-leaders = Классные руководители
whom-no-groups = Групп нет
whom-none = Объявления пишут своим классам и группам, а у вас их пока нет.
whom-done = Готово

# Перед отправкой
preview-title = Так это увидят получатели:
preview-above = Выше объявление, каким его увидят получатели.
preview-line = ———
preview-buttons = Под сообщением будут кнопки: { $labels }
preview-people = <b>Получателей: { $count }</b>
preview-connected = • получат в бот: { $count }
preview-not-connected = • не подключены, прочтут только на бумаге: { $count }
preview-unreachable = • заблокировали бот: { $count }
preview-quiet = У кого тихие часы, тот получит после них.
preview-unheard = ⚠ Ночью сообщения семьям не приходят, а утром срок уже выйдет ({ DAY($day) } последний день): в чат оно не придёт, только на доску. Продлите срок или отметьте как срочное.
preview-nobody = ⚠ Получателей нет: отправлять некому.
preview-by-class = Подключены по классам: { $classes }
preview-class = { $name } — { $connected } из { $people }
preview-staff = сотрудники — { $connected } из { $people }
preview-send =
    { $count ->
        [one] ✓ Отправить { $count } получателю
       *[other] ✓ Отправить { $count } получателям
    }
preview-send-later =
    { $count ->
        [one] ✓ Запланировать { $count } получателю
       *[other] ✓ Запланировать { $count } получателям
    }
sent-now = ✓ Объявление отправляется. Кто его получил и прочитал, видно здесь же.
sent-later = ✓ Запланировано: объявление уйдёт { DAY($at) } в { CLOCK($at) }. До этого его можно отозвать.
sent-already = Уже отправлено

# Мои объявления
mine-title = <b>Мои объявления</b>
mine-none = Вы пока ничего не писали.
mine-state =
    <b>{ $number }.</b> { $state ->
        [draft] ✎ черновик от { DAY($day) }
        [waiting] ⏱ уйдёт { DAY($day) } в { CLOCK($at) }
        [over] ✓ { DAY($day) } · срок прошёл
        [withdrawn] ✕ { DAY($day) } · отозвано
       *[published] ✓ { DAY($day) } в { CLOCK($at) }
    }
mine-label = { $number }. { $words }

# Что стало с объявлением
draft-progress = Кто прочитал
watch-title = <b>Объявление: кто прочитал</b>
watch-state =
    { $state ->
        [waiting] Уйдёт { DAY($day) } в { CLOCK($at) }
        [over] Отправлено { DAY($day) } в { CLOCK($at) }, срок прошёл
        [withdrawn] Отправлено { DAY($day) } в { CLOCK($at) }, отозвано
       *[published] Отправлено { DAY($day) } в { CLOCK($at) }
    }
watch-withdrawn-unsent = Отозвано до отправки: его никто не видел.
watch-part = Показаны только ваши классы.
watch-people = Получателей: { $count }
watch-delivered = Доставлено: { $count }
watch-read = Прочитали: { $count }
watch-answered = <b>Ответили: { $count }</b>
watch-answer = • { $answer }: { $count }{ $children ->
        [0] { "" }
       *[other] , детей: { $children }
    }
watch-total = Сумма: <b>{ $total }</b>
watch-unreachable = ⚠ Не доставить (бот заблокирован): { $count }
watch-not-connected = ○ Не подключены к боту: { $count }
watch-reminded = Напоминали { DAY($at) } в { CLOCK($at) }.
watch-remind = Напомнить тем, кто молчит
watch-reminded-toast =
    { $count ->
        [0] Напоминать некому
       *[other] Напоминание отправлено, получателей: { $count }
    }
watch-silent = Кто молчит: { $count }
watch-readers-answered = Кто что ответил: { $count }
watch-by-class = По классам
watch-sheet = 🖨 Лист ознакомления
watch-sheet-caption = Лист ознакомления на { DAY($at) }, { CLOCK($at) }
watch-open = Текст объявления
watch-withdraw = Отозвать
watch-withdraw-sure = Отозвать это объявление? Оно исчезнет с доски и, насколько позволит Telegram, из чатов получателей.
watch-withdraw-sure-waiting = Отозвать это объявление? Его ещё никто не видел, и оно не уйдёт.
watch-withdraw-yes = Да, отозвать
watch-withdrawn-toast = ✓ Отозвано
watch-classes-title = <b>По классам</b>
watch-class = { $name } · молчат { $silent }
watch-class-read = <b>{ $name }</b>: прочитали { $done } из { $people }, доставлено { $delivered }
watch-class-answered = <b>{ $name }</b>: ответили { $done } из { $people }, доставлено { $delivered }
watch-names-title =
    <b>{ $readers ->
        [read] Прочитали
        [answered] Ответили
        [silent] Молчат
        [unreachable] Заблокировали бот
       *[not_connected] Не подключены
    }: { $count }</b>
watch-names-none = Никого.
watch-readers =
    { $readers ->
        [read] Прочитали
        [answered] Ответили
        [silent] Кто молчит
        [unreachable] Заблокировали бот
       *[not_connected] Не подключены
    }
watch-name = <b>{ $name }</b>
watch-name-read = ✓ { DAY($at) } в { CLOCK($at) }
watch-name-state =
    { $state ->
        [delivered] доставлено, не прочитано
        [sent] ещё в пути
        [board] есть на доске, не открыто
        [unreachable] бот заблокирован
        [not_connected] не подключён(а)
       *[read] прочитано
    }
