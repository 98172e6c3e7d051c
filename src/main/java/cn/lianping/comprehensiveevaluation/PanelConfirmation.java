package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Organisation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a panel must fulfil before staff can confirm it. */
final class PanelConfirmation {

    private PanelConfirmation() {}

    /**
     * Refuses a panel that breaks a rule.
     *
     * @param seats the seats as they stand
     * @param chosen who shall sit there, seat 1 first
     * @param finished experts who have handed in a valid sheet; they keep their seats
     * @param reason needed when the panel differs from the draw
     */
    static void check(
            List<Seat> seats,
            List<Expert> chosen,
            Collection<Organisation> members,
            Map<String, String> recused,
            Set<String> finished,
            @Nullable String reason) {
        if (chosen.size() != seats.size()) {
            throw Refusal.invalid("专家组应为 %d 人,现选 %d 人".formatted(seats.size(), chosen.size()));
        }
        boolean differs = false;
        for (int i = 0; i < seats.size(); i++) {
            Expert expert = chosen.get(i);
            Conflicts.of(expert, members, recused)
                    .or(() -> Conflicts.within(expert, chosen.subList(0, chosen.indexOf(expert))))
                    .ifPresent(conflict -> {
                        throw Refusal.invalid(conflict + ";请另选专家");
                    });
            if (chosen.indexOf(expert) != i) {
                throw Refusal.invalid("%s 被选了两次".formatted(expert.name()));
            }
            Seat seat = seats.get(i);
            if (seat.expert() != null
                    && finished.contains(seat.expert())
                    && !seat.expert().equals(expert.userId())) {
                throw Refusal.invalid("第 %d 席的专家已提交评审表,不能调换;如须更换,请办理回避".formatted(seat.seat()));
            }
            differs |= !Objects.equals(seat.drawnExpert(), expert.userId());
        }
        if (differs && (reason == null || reason.isBlank())) {
            throw Refusal.invalid("专家组与抽取结果不同,请填写“调整理由”");
        }
    }
}
