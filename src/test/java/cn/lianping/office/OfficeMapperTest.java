package cn.lianping.office;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.round.RoundDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@DisplayName("办理动作的表")
class OfficeMapperTest {

    private OfficeMapper mapper;

    @BeforeEach
    void open() throws Exception {
        mapper = new RoundDatabase().mapper(OfficeMapper.class);
    }

    private static Signer signer(String id) {
        return new Signer(id, "t1", "2026-01-0001", "任务", "party1", "sci1", "请提出意见", 10, Signer.ASKED, null, null);
    }

    @Test
    @DisplayName("加签只能答复一次;标记随之消失")
    void signers() {
        mapper.insertSigner(signer("a"));
        mapper.insertSigner(signer("b"));
        assertThat(mapper.marks("t1")).extracting(OfficeMapper.Mark::kind).containsExactly("SIGNER", "SIGNER");
        assertThat(mapper.closeSigner("a", Signer.AGREED, "同意", 20)).isEqualTo(1);
        assertThat(mapper.closeSigner("a", Signer.DISMISSED, "不再需要", 30)).isZero();
        assertThat(mapper.signer("a"))
                .isEqualTo(new Signer(
                        "a", "t1", "2026-01-0001", "任务", "party1", "sci1", "请提出意见", 10, Signer.AGREED, "同意", 20L));
        assertThat(mapper.signers("t1")).extracting(Signer::id).containsExactly("a", "b");
        assertThat(mapper.marks("t1")).hasSize(1);
    }

    @Test
    @DisplayName("抄送按收件人查,可搜索、分页、标为已读")
    void copies() {
        for (int i = 1; i <= 3; i++) {
            mapper.insertCopy(
                    new Copy("c" + i, "2026-01-000" + i, "t", "任务" + i, "party1", "sci1", "请阅知", i, null, null));
        }
        assertThat(mapper.copies("party1", "%%", 0, 2)).extracting(Copy::id).containsExactly("c3", "c2");
        assertThat(mapper.copies("party1", "%%", 2, 2)).extracting(Copy::id).containsExactly("c1");
        assertThat(mapper.copies("party1", "%任务2%", 0, 9)).extracting(Copy::id).containsExactly("c2");
        assertThat(mapper.countCopiesFound("party1", "%2026-01-0003%")).isEqualTo(1);
        assertThat(mapper.copies("super1", "%%", 0, 9)).isEmpty();
        assertThat(mapper.countCopies("2026-01-0001", "party1")).isEqualTo(1);
        assertThat(mapper.readCopy("c1", "super1", 9)).isZero();
        assertThat(mapper.readCopy("c1", "party1", 9)).isEqualTo(1);
        assertThat(mapper.copies("party1", "%任务1%", 0, 9))
                .first()
                .extracting(Copy::readAt)
                .isEqualTo(9L);
    }

    @Test
    @DisplayName("代理在起止日内有效,取消即止")
    void standIns() {
        mapper.insertStandIn(new StandIn(
                "s", "sci1", "sci2", LocalDate.parse("2026-02-10"), LocalDate.parse("2026-02-12"), "出差", 1, null));
        assertThat(mapper.standInsBy("sci2", LocalDate.parse("2026-02-09"))).isEmpty();
        assertThat(mapper.standInsBy("sci2", LocalDate.parse("2026-02-10"))).hasSize(1);
        assertThat(mapper.standInsBy("sci2", LocalDate.parse("2026-02-12"))).hasSize(1);
        assertThat(mapper.standInsBy("sci2", LocalDate.parse("2026-02-13"))).isEmpty();
        assertThat(mapper.revokeStandIn("s", "sci2", 5)).isZero();
        assertThat(mapper.revokeStandIn("s", "sci1", 5)).isEqualTo(1);
        assertThat(mapper.standInsBy("sci2", LocalDate.parse("2026-02-11"))).isEmpty();
        assertThat(mapper.standInsOf("sci1")).extracting(StandIn::revokedAt).containsExactly(5L);
    }

    @Test
    @DisplayName("暂存、催办、常用语、代理接办")
    void theRest() {
        assertThat(mapper.updateDraft("t1", "sci1", "{}", 1)).isZero();
        mapper.insertDraft("t1", "sci1", "{}", 1);
        assertThat(mapper.updateDraft("t1", "sci2", "{\"a\":1}", 2)).isEqualTo(1);
        assertThat(mapper.draft("t1")).isEqualTo(new Drafts.Kept("sci2", "{\"a\":1}", 2));
        mapper.insertTaskStandIn("t1", "sci1", "sci2", 3);
        assertThat(mapper.marks("t1"))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(new OfficeMapper.Mark("DRAFT", "sci2"), new OfficeMapper.Mark("STAND_IN", "sci1")));
        assertThat(mapper.lastUrged("t1", null)).isNull();
        mapper.insertUrging("u1", "t1", "2026-01-0001", "office1", "请尽快", 7);
        mapper.insertUrging("u2", "t1", "2026-01-0001", "sci9", "请尽快", 8);
        assertThat(mapper.lastUrged("t1", null)).isEqualTo(8);
        assertThat(mapper.lastUrged("t1", "office1")).isEqualTo(7);
        mapper.insertPhrase("p1", "sci1", "同意上报。", 1);
        assertThat(mapper.phrases("sci1")).containsExactly(new Phrases.Phrase("p1", "同意上报。"));
        assertThat(mapper.deletePhrase("p1", "sci2")).isZero();
        assertThat(mapper.deletePhrase("p1", "sci1")).isEqualTo(1);
        assertThat(mapper.deleteDraft("t1") + mapper.deleteTaskStandIn("t1")).isEqualTo(2);
        assertThat(mapper.marks("t1")).isEmpty();
    }
}
