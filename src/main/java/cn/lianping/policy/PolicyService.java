package cn.lianping.policy;

import cn.lianping.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Publishes policies and finds them. A published version never changes; a change is the next version (article 9). */
@Service
public class PolicyService {

    private final PolicyMapper mapper;
    private final Clock clock;
    private final Map<Key, Policy> parsed = new ConcurrentHashMap<>();

    private record Key(String id, int version, String sha256) {}

    PolicyService(PolicyMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Publishes a version. Publishing the same content again does nothing.
     *
     * @param document the policy as JSON
     * @return the policy
     * @throws Refusal when the document is wrong (invalid), when the version exists with other content or is not the
     *     next one (conflict)
     */
    public Policy publish(String document) {
        Policy policy = PolicyReader.read(document);
        String sha256 = sha256(PolicyReader.canonical(document));
        Optional<PolicyRow> existing = mapper.find(policy.id(), policy.version());
        if (existing.isPresent()) {
            requireSame(policy, sha256, existing.get());
            return policy;
        }
        int next = mapper.findLatest(policy.id()).map(row -> row.version() + 1).orElse(1);
        if (policy.version() != next) {
            throw Refusal.conflict("政策 %s 的下一版本应为第 %d 版,现为第 %d 版".formatted(policy.id(), next, policy.version()));
        }
        try {
            mapper.insert(new PolicyRow(
                    policy.id(),
                    policy.version(),
                    policy.areaCode(),
                    policy.title(),
                    document,
                    sha256,
                    clock.millis()));
        } catch (DuplicateKeyException e) {
            // another node, started at the same moment, was first
            requireSame(
                    policy, sha256, mapper.find(policy.id(), policy.version()).orElseThrow(() -> e));
        }
        return policy;
    }

    private static void requireSame(Policy policy, String sha256, PolicyRow existing) {
        if (!existing.sha256().equals(sha256)) {
            throw Refusal.conflict("政策 %s 已发布,内容不能更改;请以第 %d 版发布".formatted(policy.label(), policy.version() + 1));
        }
    }

    /** The version a round is pinned to; not found is refused. */
    public Policy require(String id, int version) {
        return parse(
                mapper.find(id, version).orElseThrow(() -> Refusal.notFound("没有政策 %s 第 %d 版".formatted(id, version))));
    }

    /** The newest version of a policy. */
    public Optional<Policy> latest(String id) {
        return mapper.findLatest(id).map(this::parse);
    }

    /** The policy published last for exactly this area; empty where the area has none of its own. */
    public Optional<Policy> latestForArea(String areaCode) {
        return mapper.findLatestForArea(areaCode).map(this::parse);
    }

    /** All published versions, by id and version. */
    public List<Policy> all() {
        return mapper.findAll().stream().map(this::parse).toList();
    }

    /**
     * A published version without its content.
     *
     * @param createdAt epoch milliseconds
     */
    public record Published(String id, int version, String areaCode, String title, long createdAt) {}

    /** Every published version, by id and version. */
    public List<Published> published() {
        return mapper.findAll().stream()
                .map(row -> new Published(row.policyId(), row.version(), row.areaCode(), row.title(), row.createdAt()))
                .toList();
    }

    /** The document of a version as it was published; empty if there is no such version. */
    public Optional<String> document(String id, int version) {
        return mapper.find(id, version).map(PolicyRow::document);
    }

    /** Every value of a version with its source and status, for the administrator. */
    public List<PolicyReader.Entry> entries(String id, int version) {
        return mapper.find(id, version)
                .map(row -> PolicyReader.entries(row.document()))
                .orElseThrow(() -> Refusal.notFound("没有政策 %s 第 %d 版".formatted(id, version)));
    }

    private Policy parse(PolicyRow row) {
        return parsed.computeIfAbsent(
                new Key(row.policyId(), row.version(), row.sha256()), key -> PolicyReader.read(row.document()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
