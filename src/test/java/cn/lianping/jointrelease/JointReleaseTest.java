package cn.lianping.jointrelease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.identity.Offices;
import cn.lianping.jointrelease.NoticedList.NoticedCase;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Participation;
import cn.lianping.round.RoundDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class JointReleaseTest {

    private static final String ROUND = RoundDatabase.ROUND;
    private static final String NO = "辽科发〔2026〕20号";

    private final ProcessMessages messages = mock(ProcessMessages.class);
    private final DocumentService documents = mock(DocumentService.class);
    private final List<NoticedCase> noticed = new ArrayList<>();
    private RoundDatabase db;
    private ReleaseDrafts drafts;
    private Publication publication;
    private Releases releases;

    @BeforeEach
    void createRound() throws Exception {
        db = new RoundDatabase();
        db.addCase("C1", CaseStatus.NOTICE_ENDED);
        noticed.add(new NoticedCase("C1", 1, new BigDecimal("8.43"), "联盟", "盟主"));
        ReleaseMapper mapper = db.mapper(ReleaseMapper.class);
        NoticedList list = r -> List.copyOf(noticed);
        drafts = new ReleaseDrafts(mapper, list, db.rounds, db.cases, db.participation, db.audit, RoundDatabase.CLOCK);
        publication = new Publication(
                mapper,
                drafts,
                list,
                db.rounds,
                db.cases,
                mock(Offices.class),
                documents,
                messages,
                db.audit,
                RoundDatabase.CLOCK);
        releases = new Releases(mapper);
        when(documents.produce(any(), any(), any(), any(), any()))
                .thenReturn(new Document("d", ROUND, DocumentKind.RELEASE, "", 1, "t", "f", "s", 0, "x", 1));
        drafts.draft(ROUND, NO, "标题", "正文", "office");
    }

    @Test
    void waitsForTheWholeRoundWhereAnObjectionHoldsIt() {
        sign(Signature.INDUSTRY, true, "industry");
        sign(Signature.SCIENCE, true, "science");
        db.addCase("C2", CaseStatus.NOTICED);
        assertThatThrownBy(() -> publication.publish(ROUND)).hasMessageContaining("还有 1 个案卷未办结(C2)");
        assertNotPublished();
    }

    private boolean sign(String department, boolean agrees, String who) {
        return drafts.sign(ROUND, department, agrees, "意见", who);
    }

    private void assertNotPublished() {
        assertThat(releases.ofRound(ROUND)).isEmpty();
        assertThat(db.statusOf("C1")).isEqualTo(CaseStatus.NOTICE_ENDED);
        verify(messages, never()).fanOut(any(), any());
    }

    @Test
    void publishesWhatBothDepartmentsSigned() {
        sign(Signature.INDUSTRY, true, "industry");
        sign(Signature.SCIENCE, true, "science");
        publication.publish(ROUND);
        assertThat(db.statusOf("C1")).isEqualTo(CaseStatus.RELEASED);
        assertThat(releases.all())
                .singleElement()
                .satisfies(release -> assertThat(release.documentNo()).isEqualTo(NO))
                .satisfies(release -> assertThat(releases.items(release.releaseId()))
                        .extracting(NoticedList.NoticedCase::caseNo)
                        .containsExactly("C1"));
        verify(messages).fanOut(JointReleaseProcess.PUBLISHED, List.of("p-C1"));
    }

    @Test
    void refusesTheSamePersonForBothSignatures() {
        sign(Signature.INDUSTRY, true, "one");
        assertThatThrownBy(() -> sign(Signature.SCIENCE, true, "one")).hasMessageContaining("签发人不能是会签人");
        assertThatThrownBy(() -> publication.publish(ROUND)).hasMessageContaining("签发");
        assertNotPublished();
    }

    @Test
    void aRefusalVoidsTheOtherSignatureAndKeepsIt() {
        sign(Signature.INDUSTRY, true, "industry");
        assertThat(sign(Signature.SCIENCE, false, "science")).isFalse();
        drafts.draft(ROUND, NO, "标题", "正文二", "office");
        assertThatThrownBy(() -> sign(Signature.SCIENCE, true, "science")).hasMessageContaining("会签");
        assertThat(db.jdbc.queryForObject("SELECT COUNT(*) FROM release_signature", Integer.class))
                .isEqualTo(2);
        assertNotPublished();
    }

    @Test
    void refusesAnAnnexThatDiffersFromTheNotice() {
        sign(Signature.INDUSTRY, true, "industry");
        sign(Signature.SCIENCE, true, "science");
        noticed.set(0, new NoticedCase("C1", 1, new BigDecimal("8.44"), "联盟", "盟主"));
        assertThatThrownBy(() -> publication.publish(ROUND)).hasMessageContaining("不一致");
        assertNotPublished();
    }

    @Test
    void refusesScorersAndMalformedNumbers() {
        db.participation.record("C1", Participation.SCORER, "expert");
        assertThatThrownBy(() -> sign(Signature.INDUSTRY, true, "expert")).hasMessageContaining("评分");
        assertThatThrownBy(() -> drafts.draft(ROUND, NO, "标题", "正文", "expert")).hasMessageContaining("评分");
        assertThatThrownBy(() -> drafts.draft(ROUND, "辽科发[2026]20号", "标题", "正文", "office"))
                .hasMessageContaining("文号");
    }
}
