# Тема урока из плана и сам план (КТП)
topic-now = <b>Тема:</b> { $topic }
topic-none = Тема ещё не записана.
topic-delivered = По плану: № { $lines }
topic-portion = { $number } ({ $hours } ч.)
topic-no-plan = Плана (КТП) у этой страницы журнала пока нет: тему можно написать, план — загрузить.
topic-choose = Выберите тему из плана. Она заменит ту, что записана по плану сейчас.
topic-line = { $number }. { $topic }
topic-line-left = { $number }. { $topic } (осталось { $left } ч.)
topic-line-done = ✓ { $number }. { $topic }
topic-half = ½ темы { $number }
topic-whole = Тема { $number } целиком
topic-both = { $first } и { $second } вместе
topic-also = + { $line }
topic-drop = Снять тему { $number }
topic-others = Другая тема плана
topic-write = ✎ Написать тему
topic-plan = План (КТП)
topic-give-homework = Задать из плана: { $homework }

plan-page = { $classes } · { $subject }
plan-title = <b>КТП · { $page }</b>
plan-none = Плана пока нет. По учебному плану нужно { $expected } ч.
plan-empty = В плане нет ни одной строки.
plan-of-class = План класса { $name }
plan-of-grade = Общий план параллели { $grade }
plan-of-grade-group = Общий план параллели { $grade }, группа { $group }
plan-of-grade-note = Это общий план параллели, его меняет завуч. Чтобы изменить строку только для своего класса, сделайте его копию.
plan-hours-equal = Часов: { $hours } из { $expected }
plan-hours-short = ! Часов: { $hours } из { $expected }, не хватает { $difference }. План принят как неполный.
plan-hours-long = ! Часов: { $hours }, а по учебному плану { $expected }: лишних { $difference }.
plan-hours-fault = ✗ Нарушение: часы плана должны совпадать с учебным планом ({ $regulation }).
plan-delivered = Пройдено { $delivered } из { $total } ч.
plan-not-begun = Пройдено 0 из { $total } ч.
plan-even = Идёте по плану.
plan-ahead = Опережение: { $lessons } ур.
plan-behind = Отставание: { $lessons } ур.
plan-more = …и ещё строк: { $count }
plan-line-done = ✓ { $number }. { $topic } — { SHORTDAY($day) }
plan-line-begun = ½ { $number }. { $topic } — пройдено { $delivered } из { $hours } ч.
plan-line-next = <b>▸ { $number }. { $topic }</b>
plan-line-open = { $number }. { $topic }
plan-line-hours = { $hours } ч.
plan-to-next = К следующей: { $number }
plan-add-last = + Строка в конец
plan-copy = Скопировать
plan-upload = Загрузить КТП
plan-own = Сделать свой план для { $name }
plan-journal = ‹ К журналу

plan-line-title = <b>Строка { $number }</b>
plan-line-facts = Часов: { $hours }. { $kind }.
plan-line-homework = Домашнее задание: { $homework }
plan-line-delivered = Пройдено { $hours } ч., последний раз { DAY($day) }.
plan-line-used = Эта строка уже пройдена в другом классе.
plan-edit-topic = Тема
plan-edit-hours = Часы
plan-edit-homework = ДЗ
plan-up = ↑ Выше
plan-down = ↓ Ниже
plan-add-after = + Строка после этой
plan-split = Разбить на уроки ({ $hours } ч.)
plan-remove = Удалить строку
plan-remove-ask = Удалить строку { $number }? { $topic }
plan-remove-yes = Удалить
plan-ask-topic = Строка { $number }: напишите тему. Ответьте на это сообщение.
plan-ask-hours = Строка { $number }: сколько часов? Например: 2 или 0,5. Ответьте на это сообщение.
plan-ask-homework = Строка { $number }: напишите домашнее задание (или «-», чтобы убрать). Ответьте на это сообщение.
plan-ask-new = Напишите тему новой строки. Ответьте на это сообщение.
plan-ask-formerly = Сейчас: { $words }
plan-ask-short = Строка плана
plan-note-already = Уже так
plan-note-changed = План изменился. На экране — как есть сейчас.
plan-own-made = Теперь у класса свой план

plan-sources = Откуда скопировать?
plan-no-sources = Копировать пока не с чего: по этому предмету в параллели нет других планов.
plan-source = { $name }: строк { $lines }, { $hours } ч.
plan-source-year = { $name }, { $year }: строк { $lines }, { $hours } ч.
plan-source-grade = Параллель { $grade }
plan-copy-title = <b>Скопировать план · { $page }</b>
plan-for-class = Для класса { $name }.
plan-for-class-own = Для класса { $name }: у него будет свой план вместо общего.
plan-for-grade = Для всей параллели { $grade }.
plan-scope-class = Только для { $name }
plan-scope-grade = Для всей параллели { $grade }
plan-preview-lines = Строк: { $count }, часов: { $hours } (по учебному плану { $expected }).
plan-preview-short = ! Не хватает { $difference } ч. План будет принят как неполный.
plan-preview-long = ! Больше учебного плана на { $difference } ч.
plan-preview-first = Первая тема: { $topic }
plan-preview-last = Последняя тема: { $topic }
plan-preview-same = Точно такой план уже есть.
plan-preview-replaces =
    { $count ->
        [0] Прежние строки сохранятся или уточнятся.
        [one] Прежний план заменится, { $count } его строка исчезнет.
        [few] Прежний план заменится, { $count } его строки исчезнут.
       *[other] Прежний план заменится, исчезнет его строк: { $count }.
    }
plan-preview-kept =
    { $count ->
        [one] Сохранится { $count } пройденная строка, которой здесь нет: { $topics }
        [few] Сохранятся { $count } пройденные строки, которых здесь нет: { $topics }
       *[other] Сохранятся { $count } пройденных строк, которых здесь нет: { $topics }
    }
plan-take =
    { $count ->
        [one] Принять: { $count } строка
        [few] Принять: { $count } строки
       *[other] Принять: { $count } строк
    }
plan-take-split =
    { $count ->
        [one] Разбить на уроки: { $count } строка
        [few] Разбить на уроки: { $count } строки
       *[other] Разбить на уроки: { $count } строк
    }
plan-take-whole =
    { $count ->
        [one] Оставить как есть: { $count } строка
        [few] Оставить как есть: { $count } строки
       *[other] Оставить как есть: { $count } строк
    }
plan-taken = План принят
plan-ask-file = Пришлите файл с планом: .xlsx, .xls, .ods или .csv. Нужен столбец «Тема», удобно — «Часов», «Домашнее задание». Заголовок может быть не в первой строке.
plan-ask-file-short = Файл с планом
plan-file-title =
    <b>КТП · { $page }</b>
    Файл: { $name }
plan-file-heading = Над таблицей: { $title }
plan-file-passed = Пропущено строк-разделов и итогов: { $count }.
plan-file-long =
    { $count ->
        [one] { $count } строка длиннее урока. Разбить её на уроки «Тема (1 из 3)» (всего выйдет { $lessons }) или оставить: тогда одна строка проходится за несколько уроков.
        [few] { $count } строки длиннее урока. Разбить их на уроки «Тема (1 из 3)» (всего выйдет { $lessons }) или оставить: тогда одна строка проходится за несколько уроков.
       *[other] { $count } строк длиннее урока. Разбить их на уроки «Тема (1 из 3)» (всего выйдет { $lessons }) или оставить: тогда одна строка проходится за несколько уроков.
    }
plan-file-not-a-table = Этот файл не удалось прочитать как таблицу. Подойдут .xlsx, .xls, .ods и .csv. План не изменён.
plan-file-faulty =
    { $count ->
        [one] <b>В файле { $count } ошибка.</b> План не изменён. Исправьте и пришлите снова.
        [few] <b>В файле { $count } ошибки.</b> План не изменён. Исправьте и пришлите снова.
       *[other] <b>В файле { $count } ошибок.</b> План не изменён. Исправьте и пришлите снова.
    }
plan-file-fault = • { $text }
plan-file-more = …и ещё { $count }.
plan-upload-again = Прислать другой файл
plan-file-dropped = Файл забыт, план не изменён

plans-open = КТП классов
plans-title = <b>КТП классов</b>
plans-counts = Страниц журнала: { $total }. Без плана: { $missing }, часов меньше: { $short }, часов больше: { $long }, в порядке: { $full }.
plans-must-equal = ✗ По правилам школы часы плана должны совпадать с учебным планом.
plans-before-year = ✗ По правилам школы план должен быть готов до начала учебного года.
plans-page-missing = ✗ { $classes } { $subject } — нет плана ({ $teacher })
plans-page-short = ! { $classes } { $subject } — { $hours } из { $expected } ч.
plans-page-long = ! { $classes } { $subject } — { $hours }, нужно { $expected } ч.
plans-page-full = ✓ { $classes } { $subject } — { $hours } ч.
plans-all = Показать все
plans-needing = Только с замечаниями

error-hours-wrong = Не получилось понять: «{ $words }». Нужно число больше 0 и не больше { $limit }, например 2 или 0,5.
error-line-delivered = Строка { $number } уже пройдена на уроке: её можно изменить, но не удалить.
