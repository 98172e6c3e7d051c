package cn.lianping.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.OfficeHours;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@DisplayName("环节事实的表")
class FactMapperTest {

    private static final Filter ALL = Filter.NONE;
    private static final String SELF = "self-evaluation";

    private MonitoringDatabase database;
    private FactMapper facts;
    private FigureMapper figures;
    private ListMapper lists;

    @BeforeEach
    void open() {
        database = new MonitoringDatabase();
        facts = database.mapper(FactMapper.class);
        figures = database.mapper(FigureMapper.class);
        lists = database.mapper(ListMapper.class);
    }

    private static TaskFact task(String id, String key, String instance, long at, @Nullable Long due) {
        return new TaskFact(
                id,
                "2026-01-0001",
                "2026-01-0001",
                "2026-01",
                "210100",
                "新材料",
                "process",
                "process:1",
                "i1",
                SELF,
                key,
                instance,
                3,
                1,
                "organisation",
                "91210000000000000X",
                0,
                null,
                "org-91210000000000000X",
                at,
                null,
                null,
                due,
                at / 60_000,
                null,
                null,
                Outcome.OPEN,
                null,
                1,
                0);
    }

    private static Passage passage(String id, String caseNo, String stage, long at) {
        return new Passage(
                id,
                caseNo,
                "2026-01",
                "210100",
                "新材料",
                "d",
                "run-" + caseNo,
                "a",
                stage,
                1,
                at,
                null,
                at / 60_000,
                null,
                Outcome.OPEN,
                1,
                0);
    }

    @Test
    @DisplayName("同一步骤再次出现记为第二次,一次写入多行也如此;认领只记第一次,办结后不再改")
    void tasks() {
        facts.insertTasks(List.of(task("a", "k", "3", 0, 100L), task("b", "k", "4", 0, 50L)));
        facts.insertTasks(List.of(task("c", "k", "3", 60_000, null)));
        assertThat(figures.tasksOfCase("2026-01-0001"))
                .extracting(TaskFact::taskId, TaskFact::visit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", 1),
                        org.assertj.core.groups.Tuple.tuple("b", 1),
                        org.assertj.core.groups.Tuple.tuple("c", 2));
        facts.hold("a", "lead", 100L, 5L, 5L);
        facts.hold("a", "other", 100L, 7L, 7L);
        assertThat(facts.end("a", "other", 100L, 9L, 9L, 9L, 9L, Outcome.COMPLETED, "通过"))
                .isEqualTo(1);
        assertThat(facts.end("a", null, null, 11L, 11L, 11L, 11L, Outcome.CANCELLED, null))
                .isZero();
        assertThat(facts.takeBack("a")).isEqualTo(1);
        assertThat(facts.takeBack("b")).as("still open").isZero();
        TaskFact done = figures.tasksOfInstance("i1").get(0);
        assertThat(List.of(done.takenAt(), done.leftAt())).containsExactly(5L, 9L);
        assertThat(done.outcome()).isEqualTo(Outcome.TAKEN_BACK);
        assertThat(done.holderUser()).isEqualTo("other");
        assertThat(figures.overdue(ALL, 60, 9)).extracting(TaskFact::taskId).containsExactly("b");
        assertThat(figures.nodes("process", ALL, 60)).containsExactly(new FigureMapper.NodeState("k", 2, 1, 0L));
        assertThat(lists.tasks(ALL, CaseLists.Measure.AGAIN, null, "process", "k", 60, 9, 0))
                .extracting(TaskFact::taskId)
                .containsExactly("c");
        assertThat(lists.countTasks(ALL.withDepartment("organisation"), CaseLists.Measure.IN, SELF, null, null, 60))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("环节:离开一次;后续去向补记;最久在办与逾期清单")
    void passages() {
        facts.insertPassages(
                List.of(passage("p1", "2026-01-0001", SELF, 0), passage("p2", "2026-01-0002", SELF, 60_000)));
        facts.insertTasks(List.of(task("a", "k", "3", 0, 100L)));
        FigureMapper.Probe probe = new FigureMapper.Probe("x", SELF, "2026-01", null, null, null);
        assertThat(figures.oldestPassages(
                        List.of(probe, new FigureMapper.Probe("y", SELF, null, "999999", null, null))))
                .singleElement()
                .satisfies(one -> assertThat(one.caseNo()).isEqualTo("2026-01-0001"));
        assertThat(lists.passages(ALL, CaseLists.Measure.OVERDUE, SELF, 100, 9, 0))
                .extracting(Passage::passageId)
                .containsExactly("p1");
        assertThat(lists.countPassages(ALL, CaseLists.Measure.WAITING, SELF, 100))
                .isEqualTo(2);
        assertThat(facts.leave("p1", 120_000, 2, Outcome.LEFT)).isEqualTo(1);
        assertThat(facts.leave("p1", 180_000, 3, Outcome.BACK)).isZero();
        assertThat(facts.follow("run-2026-01-0001", List.of("preliminary-review"), null))
                .isEqualTo(1);
        facts.insertPassages(List.of(passage("p3", "2026-01-0001", SELF, 180_000)));
        assertThat(figures.passagesOfCase("2026-01-0001"))
                .extracting(Passage::visit, Passage::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, Outcome.FORWARD),
                        org.assertj.core.groups.Tuple.tuple(2, Outcome.OPEN));
        facts.leave("p3", 240_000, 4, Outcome.LEFT);
        assertThat(facts.follow("run-2026-01-0001", List.of(), Outcome.WITHDRAWN))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("时刻取整到秒,工作时间轴以分计")
    void moments() {
        OfficeHours hours =
                new OfficeHours(new CalendarRepository(Path.of("none")), "08:30", "12:00", "13:00", "17:30");
        Moment early = Moment.of(Instant.parse("2026-02-14T00:30:59.499Z"), hours);
        Moment late = Moment.of(Instant.parse("2026-02-14T00:30:59.500Z"), hours);
        assertThat(late.at() - early.at()).isEqualTo(1000);
        assertThat(late.wm() - early.wm()).isEqualTo(1);
        assertThat(List.of(early.at() % 1000, late.at() % 1000)).containsOnly(0L);
    }
}
