package cn.lianping.evidence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses where the bytes are kept. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    /** Any other value of {@code lianping.evidence.store} leaves the place to another bean. */
    @Bean
    @ConditionalOnProperty(name = "lianping.evidence.store", havingValue = "database", matchIfMissing = true)
    EvidenceStore databaseEvidenceStore(EvidenceChunkMapper chunks) {
        return new DatabaseEvidenceStore(chunks);
    }
}
