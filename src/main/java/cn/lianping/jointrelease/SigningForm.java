package cn.lianping.jointrelease;

import cn.lianping.Refusal;
import cn.lianping.engine.Annulment;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.identity.People;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What both departments see and say before the document goes out. */
@Component
class SigningForm {

    private final ReleaseDrafts drafts;
    private final Releases releases;
    private final People people;

    SigningForm(ReleaseDrafts drafts, Releases releases, People people) {
        this.drafts = drafts;
        this.releases = releases;
        this.people = people;
    }

    Map<String, Object> show(TaskFacts task) {
        Map<String, Object> shown = new HashMap<>();
        drafts.drafted(task.businessKey()).ifPresent(release -> {
            shown.put("documentNo", release.documentNo());
            shown.put("title", release.title());
            shown.put("body", release.body());
            shown.put("items", DraftReleaseRule.rows(releases.items(release.releaseId())));
            drafts.countersigner(release).ifPresent(who -> shown.put("countersignedBy", people.nameOf(who)));
        });
        return shown;
    }

    boolean sign(TaskFacts task, String department, FormData data) {
        String outcome = data.required("outcome", "意见");
        return switch (outcome) {
            case Signature.AGREE ->
                drafts.sign(task.businessKey(), department, true, data.textOrEmpty("opinion"), task.actor());
            case Signature.REFUSE ->
                drafts.sign(task.businessKey(), department, false, data.required("reason", "退回理由"), task.actor());
            default -> throw Refusal.invalid("意见“" + outcome + "”不在可选范围内");
        };
    }

    /** The case was taken back to before a signature: none of the draft counts any longer. */
    void annul(Annulment annulment) {
        drafts.annulSignatures(annulment.businessKey());
    }
}
