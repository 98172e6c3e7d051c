package cn.lianping.policy;

import cn.lianping.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Publishes the packaged policies that the database does not have yet, at every start. Where a published version differs
 * from the packaged one, the published one stays and the difference is reported: a version in use can never change.
 */
@Component
@Profile("!rehearsal")
class PackagedPolicies implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(PackagedPolicies.class);

    private final PolicyService policies;

    PackagedPolicies(PolicyService policies) {
        this.policies = policies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        publishAbsent(documents());
    }

    void publishAbsent(List<String> documents) {
        Stream<Packaged> inOrder = documents.stream()
                .map(document -> new Packaged(PolicyReader.read(document), document))
                .sorted(Comparator.comparing(
                                (Packaged packaged) -> packaged.policy().id())
                        .thenComparing(packaged -> packaged.policy().version()));
        inOrder.forEach(packaged -> {
            try {
                policies.publish(packaged.document());
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.CONFLICT) {
                    throw refusal;
                }
                log.error("打包的政策未发布,数据库中的版本不变:{}", refusal.getMessage());
            }
        });
    }

    private record Packaged(Policy policy, String document) {}

    private static List<String> documents() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:db/policy/*.json"))
                    .map(PackagedPolicies::content)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
