package cn.lianping.comprehensiveevaluation;

import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Organisation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Why somebody may not review an alliance (回避): every member unit counts, present and past, not the lead alone. */
final class Conflicts {

    private Conflicts() {}

    /**
     * The reason as people read it, or empty.
     *
     * @param members the member units of the alliance
     * @param recused the reasons of those who were recused for the alliance, by user id
     */
    static Optional<String> of(Expert expert, Collection<Organisation> members, Map<String, String> recused) {
        String earlier = recused.get(expert.userId());
        if (earlier != null) {
            return Optional.of("%s 对该联盟已回避(%s),不能再次入选".formatted(expert.name(), earlier));
        }
        for (Organisation member : members) {
            if (member.code().equals(expert.unitCode())) {
                return Optional.of("%s 现任职于联盟成员单位“%s”,应当回避".formatted(expert.name(), member.name()));
            }
            if (expert.pastUnits().contains(member.code())) {
                return Optional.of("%s 曾任职于联盟成员单位“%s”,应当回避".formatted(expert.name(), member.name()));
            }
        }
        return Optional.empty();
    }

    /** Why the expert cannot sit beside these, or empty: two experts of one unit are one voice too many. */
    static Optional<String> within(Expert expert, Collection<Expert> others) {
        for (Expert other : others) {
            if (other.userId().equals(expert.userId())) {
                return Optional.of("%s 已在专家组中".formatted(expert.name()));
            }
            if (other.unitCode().equals(expert.unitCode())) {
                return Optional.of("%s 与 %s 来自同一单位,一个单位只能有一名专家".formatted(expert.name(), other.name()));
            }
        }
        return Optional.empty();
    }
}
