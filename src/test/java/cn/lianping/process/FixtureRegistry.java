package cn.lianping.process;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.CreditCodes;
import cn.lianping.alliance.Registry;
import cn.lianping.alliance.RegistryImport;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A registry of its own, imported when it is first asked for an alliance. Every test takes alliances that nobody used
 * before, because a recusal holds for an alliance for ever.
 */
public class FixtureRegistry {

    /** Fourteen experts, so that a panel has a reserve; one division of each department. */
    public static final String FIELD = "高端装备";

    /** Exactly as many experts as a panel has seats; one division. */
    public static final String NARROW_FIELD = "新材料";

    private static final String[] AREAS = {"210100", "210200", "SFQ000"};
    private static final int WIDE = 180;
    private static final int NARROW = 20;

    private final Registry registry;
    private final RegistryImport imports;
    private final Deque<String> wide = new ConcurrentLinkedDeque<>();
    private final Deque<String> narrow = new ConcurrentLinkedDeque<>();

    public FixtureRegistry(Registry registry, RegistryImport imports) {
        this.registry = registry;
        this.imports = imports;
    }

    /** Only once the application is up: people are created by a listener of the import. */
    private synchronized Alliance take(Deque<String> unused) {
        if (registry.isEmpty()) {
            var report = imports.run(files());
            if (!report.imported()) {
                throw new IllegalStateException("fixture registry: " + report.problems());
            }
        }
        return registry.alliance(unused.pop());
    }

    /** An alliance of three members, led by an enterprise, that no other test takes. */
    public Alliance alliance() {
        return take(wide);
    }

    /** The same of this area. */
    public synchronized Alliance allianceOf(String area) {
        String id = wide.stream()
                .filter(one -> registry.alliance(one).area().equals(area))
                .findFirst()
                .orElseThrow();
        wide.remove(id);
        return registry.alliance(id);
    }

    /** The same in the field whose experts just fill a panel. */
    public Alliance allianceOfNarrowField() {
        return take(narrow);
    }

    /** The login of whoever acts for an organisation. */
    public static String personOf(String organisation) {
        return "u" + organisation.toLowerCase(java.util.Locale.ROOT);
    }

    private Map<String, byte[]> files() {
        StringBuilder organisations = new StringBuilder("code,name,kind,area\n");
        StringBuilder alliances = new StringBuilder("alliance,name,field,area,lead,filing_no\n");
        StringBuilder members = new StringBuilder("alliance,organisation\n");
        String university = CreditCodes.of("210100", 900_001);
        String bank = CreditCodes.of("210100", 900_002);
        organisations.append(university).append(",测试大学,university,210100\n");
        organisations.append(bank).append(",测试银行,finance,210100\n");
        for (int n = 1; n <= WIDE + NARROW; n++) {
            String area = AREAS[n % AREAS.length];
            String lead = CreditCodes.of("210000", n);
            String id = "T%04d".formatted(n);
            organisations.append(lead).append(",测试盟主%d,enterprise,%s\n".formatted(n, area));
            alliances.append(
                    "%s,测试联盟%d,%s,%s,%s,BA%d\n".formatted(id, n, n <= WIDE ? FIELD : NARROW_FIELD, area, lead, n));
            for (String member : new String[] {lead, university, bank}) {
                members.append(id).append(',').append(member).append('\n');
            }
            (n <= WIDE ? wide : narrow).add(id);
        }
        StringBuilder experts = new StringBuilder("expert,name,field,unit\n");
        for (int n = 1; n <= 19; n++) {
            String unit = CreditCodes.of("210200", 800_000 + n);
            organisations.append(unit).append(",测试研究所%d,institute,210200\n".formatted(n));
            experts.append("fixexp%02d,测试专家%d,%s,%s\n".formatted(n, n, n <= 14 ? FIELD : NARROW_FIELD, unit));
        }
        return Map.of(
                "organisations.csv", bytes(organisations),
                "alliances.csv", bytes(alliances),
                "members.csv", bytes(members),
                "chains.csv", bytes("list,chain\nindustry-chain,测试产业链\n"),
                "divisions.csv",
                        bytes("division,department,name,fields\nS1,science,测试高新处,%s;%s\nI1,industry,测试装备处,%s\n"
                                .formatted(FIELD, NARROW_FIELD, FIELD)),
                "experts.csv", bytes(experts));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
