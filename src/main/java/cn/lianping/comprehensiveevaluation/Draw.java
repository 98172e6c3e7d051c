package cn.lianping.comprehensiveevaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The random draw (practice; the measures leave it open), which anybody can repeat from the stored seed: the candidates
 * are ordered by SHA-256, in lower-case hex, of {@code seed + "|" + user id} in UTF-8; from the first on, each takes a
 * seat unless somebody of the same unit already has one, until the seats are full. All others are the reserve, in that
 * order.
 */
final class Draw {

    private Draw() {}

    /**
     * Somebody who may be drawn.
     *
     * @param userId login of the expert
     * @param unit code of the present unit
     */
    record Candidate(String userId, String unit) {}

    /**
     * What a draw gives.
     *
     * @param panel seat 1 first; shorter than asked when the pool does not suffice
     * @param reserve everybody else, in the order of the draw
     */
    record Drawn(List<String> panel, List<String> reserve) {

        Drawn {
            panel = List.copyOf(panel);
            reserve = List.copyOf(reserve);
        }
    }

    /** The candidates in the order of the draw; the order they are given in does not matter. */
    static List<Candidate> order(String seed, Collection<Candidate> pool) {
        return pool.stream()
                .sorted(Comparator.comparing((Candidate c) -> sha256(seed + "|" + c.userId()))
                        .thenComparing(Candidate::userId))
                .toList();
    }

    /** Draws a panel of this size. */
    static Drawn draw(String seed, Collection<Candidate> pool, int size) {
        List<String> panel = new ArrayList<>();
        List<String> reserve = new ArrayList<>();
        Set<String> units = new HashSet<>();
        for (Candidate candidate : order(seed, pool)) {
            if (panel.size() < size && units.add(candidate.unit())) {
                panel.add(candidate.userId());
            } else {
                reserve.add(candidate.userId());
            }
        }
        return new Drawn(panel, reserve);
    }

    /** SHA-256 of the text's UTF-8 bytes, lower-case hex. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
