package cn.lianping.selfevaluation;

import cn.lianping.alliance.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member unit has sealed the report.
 *
 * @param evidenceId the sealed copy
 * @param sealedBy user id
 * @param sealedAt epoch milliseconds
 */
public record SealState(
        String memberCode,
        String memberName,
        boolean sealed,
        @Nullable String evidenceId,
        @Nullable String sealedBy,
        @Nullable Long sealedAt) {

    static SealState of(Organisation member, @Nullable Seal seal) {
        return seal == null
                ? new SealState(member.code(), member.name(), false, null, null, null)
                : new SealState(
                        member.code(), member.name(), true, seal.evidenceId(), seal.sealedBy(), seal.sealedAt());
    }
}
