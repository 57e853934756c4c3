# Быстрый ввод: сообщение вроде «7Б алгебра: Иванов 5; тема Дроби; дз п. 12»
quick-title = <b>{ $classes } · { $subject }</b>, { $number }-й урок, { SHORTDAY($day) }
quick-check = Проверьте, что будет записано:
quick-written = ✓ Записано:
quick-nothing-written = Ничего не записано:
quick-no-lesson = Не нашёл сегодня урок { $head }. Выберите урок:
quick-no-lesson-own = Сегодня у вас нет уроков. Откройте нужный урок и введите отметки там.
quick-mark-ready = ✓
quick-mark-done = ✔
quick-mark-refused = ✗
quick-pupil = { $sign } { $name } — { $said }
quick-pupil-before = {" "}(уже стоит: { $marks })
quick-more = …и ещё: { $count }
quick-who = ? { $typed } — кто это?
quick-nobody = ✗ { $typed } — нет в списке класса
quick-left-out = ✗ { $typed } — не записываю
quick-nothing = ✗ { $name } — не указано, что записать
quick-unclear = ✗ { $name }: не понял «{ $words }»
quick-segment = ✗ Не понял: «{ $words }»
quick-absent = отсутствует
quick-late = опоздание
quick-late-minutes = опоздание { $minutes } мин.
quick-of-kind = { $marks } ({ $kind })
quick-topic = { $sign } Тема: { $body }
quick-topic-before = вместо: { $body }
quick-homework = { $sign } Домашнее задание: { $body }
quick-homework-none = { $sign } Домашнее задание: не задано
quick-rest = { $sign } Остальные на месте, перекличка окончена
quick-foreign = ⚠ По правилам школы ({ $regulation }) записи ведутся на русском языке.
quick-apply =
    { $count ->
        [one] Записать { $count } запись
        [few] Записать { $count } записи
       *[other] Записать { $count } записей
    }
quick-apply-foreign = Записать всё равно
quick-apply-late = Отправить запрос на остальное
quick-choose-nobody = Никто из них: { $typed }
quick-choose = { $typed } → { $name }
quick-other-lesson = Это урок { $number }. { $classes } { $subject }
quick-drop = Не записывать
quick-dropped = Ничего не записано.
quick-page = Страница урока
quick-ask = Напишите одним сообщением: «Иванов 5, Петрова 4 4, Сидоров н, Ким оп 10; тема Дроби; дз п. 12».
quick-ask-short = Иванов 5, Сидоров н; тема …
quick-button = Быстрый ввод
quick-note-written = Записано
quick-note-already = Уже записано
quick-note-outdated = Список изменился. Проверьте и нажмите ещё раз.
quick-note-repeated = Такое же сообщение уже приходило: второй раз ничего не записано.
