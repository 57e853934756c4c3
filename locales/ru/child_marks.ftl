# Отметки ребёнка: четверть, предмет, итоговые, графики
child-marks-title = <b>{ $name }, { $class }</b> · отметки
child-marks-period = { $period }, { DAY($first) } – { DAY($last) }
child-marks-period-other-year = { $period }, { $year }
child-marks-year = { $year }
child-marks-unmarked = В 1 классе отметки не ставят.
child-marks-nothing = Отметок пока нет.
child-marks-nothing-over = Отметок нет.
child-marks-line = <b>{ $subject }</b>: { $said }
child-marks-average =
    { $moved ->
        [up] { POINT($average) } ↑
        [down] { POINT($average) } ↓
       *[same] { POINT($average) }
    }
child-marks-likely = выходит <b>{ $value }</b>
child-marks-final = за период <b>{ $value }</b>
child-marks-final-year = за год <b>{ $value }</b>
child-marks-without = Без отметок: { $subjects }.
child-marks-legend-weighted = Средний балл здесь взвешенный: чем больше вес работы, тем больше она значит.
child-marks-legend-moved = ↑ ↓ — как он изменился за неделю.
child-marks-legend-dot = • — работа ещё не сдана.
child-marks-before = ‹ { $period }
child-marks-after = { $period } ›
child-marks-finals = Итоговые
child-marks-charts = Графики
child-marks-back = ‹ Отметки

child-subject-title = <b>{ $subject }</b> · { $name }, { $class }
child-subject-final = За период: <b>{ $value }</b>
child-subject-final-year = За год: <b>{ $value }</b>
child-subject-weighted = Взвешенный средний: <b>{ POINT($average) }</b>. Обычный: { POINT($other) }.
child-subject-plain = Средний: <b>{ POINT($average) }</b>. Взвешенный: { POINT($other) }, в школе считают обычный.
child-subject-likely = По нему выходит <b>{ $value }</b>: 5 — от { POINT($five) }, 4 — от { POINT($four) }, 3 — от { POINT($three) }.
child-subject-sum = Как посчитано: { $sum } = { POINT($average) }
child-subject-why =
    { $weight ->
        [usual] Последняя отметка: { $value } за { $kind }. Было { POINT($before) }, стало { POINT($after) }.
       *[other] Последняя отметка: { $value } за { $kind }, вес { $weight }. Было { POINT($before) }, стало { POINT($after) }.
    }
child-subject-class = В среднем по классу: { $average }
child-subject-owed =
    { $counts ->
        [two] Не сдано работ: { $count }. Пока каждая считается как 2.
       *[no] Не сдано работ: { $count }.
    }
child-subject-pass = По этому предмету ставят «зачёт» и «незачёт», среднего балла нет.
child-subject-nothing-counts = Отметок, которые учитываются в среднем, нет.
child-subject-least =
    Чтобы вывести отметку за период, школе нужно не меньше { $least ->
        [one] { $least } отметки
       *[other] { $least } отметок
    }. Пока { $count }.
child-goal = Чтобы вышла <b>{ $target }</b>: { $ways }.
child-goal-or = { $ways } или { $way }
child-goal-way =
    { $count ->
        [1] одна { $value } за { $kind }
        [2] две { $value } за { $kind }
        [3] три { $value } за { $kind }
        [4] четыре { $value } за { $kind }
        [5] пять { $value } за { $kind }
        [6] шесть { $value } за { $kind }
        [7] семь { $value } за { $kind }
        [8] восемь { $value } за { $kind }
        [9] девять { $value } за { $kind }
        [10] десять { $value } за { $kind }
        [one] { $count } отметка «{ $value }» за { $kind }
        [few] { $count } отметки «{ $value }» за { $kind }
       *[other] { $count } отметок «{ $value }» за { $kind }
    }
child-goal-far =
    Чтобы вышла <b>{ $target }</b>, нужно ещё не меньше { $least ->
        [one] { $least } отметки
       *[other] { $least } отметок
    }, а уроков до конца периода { $ahead }.
child-goal-beyond = Чтобы вышла <b>{ $target }</b>, не хватит и { $most } пятёрок.
child-goal-no-lessons = Уроков до конца периода больше нет.
child-goal-reached = <b>5</b> уже выходит.
child-slip = Одна { $value } за { $kind } опустит средний до { POINT($average) }, и выйдет { $likely }.
child-mark-line = { SHORTDAY($day) } · <b>{ $value }</b> · { $kind }
child-mark-line-weight = { SHORTDAY($day) } · <b>{ $value }</b> · { $kind }, вес { $weight }
child-mark-line-zero = { SHORTDAY($day) } · <b>{ $value }</b> · { $kind }, вес 0: в среднем не учитывается
child-mark-moved = { POINT($before) } → { POINT($after) }
child-mark-first = средний { POINT($after) }
child-mark-comment = «{ $comment }»
child-mark-day = { $day }
child-subject-older = ‹ Раньше
child-subject-newer = Позже ›
child-subject-chart = График
child-subject-wrong = Ошибка в отметке
child-wrong-choose = В какой отметке ошибка?
child-wrong-mark = { SHORTDAY($day) } · { $value } · { $kind }

child-finals-title = <b>{ $name }, { $class }</b> · итоговые отметки
child-finals-none = Итоговых отметок за этот год пока нет.
child-finals-year = Год
child-finals-exam = Экз
child-finals-final = Итог
child-finals-key = { $number } — { $period }

child-chart-all = Средний балл по всем предметам
child-chart-subjects = Средний балл по предметам
child-chart-attendance = Посещаемость
child-chart-class = { $name } класс в среднем
child-chart-says-movement = Средний балл на конец каждой недели: ученик и класс в среднем.
child-chart-says-subjects = Средний балл по предметам: ученик и класс в среднем.
child-chart-says-attendance = Сколько уроков посещено по месяцам: ученик и класс в среднем.
child-chart-nothing = Рисовать пока нечего: отметок, которые учитываются в среднем, нет.
child-chart-nothing-attendance = Рисовать пока нечего: присутствующих ещё не отмечали.
child-chart-movement-open = По неделям
child-chart-subjects-open = По предметам
child-chart-attendance-open = Посещаемость
