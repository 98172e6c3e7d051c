package cn.lianping.comprehensiveevaluation;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Nobody can foresee them. */
@Component
@Profile("!rehearsal")
class RandomSeeds implements DrawSeeds {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next(String caseNo) {
        byte[] seed = new byte[BYTES];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
