package cn.lianping.rehearsal.explore;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.alliance.RegistryImport;
import cn.lianping.alliance.UnifiedSocialCreditCode;
import cn.lianping.identity.Groups;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.act.Desk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Alliances, divisions, experts and staff that nobody knows, so that generated cases need no registry. */
@RehearsalOnly
public class Invented {

    /** A field with one division of each department and experts in reserve. */
    static final String WIDE = "试运行领域甲";

    /** A field with one division, and exactly as many experts as a panel has seats. */
    static final String NARROW = "试运行领域乙";

    /** Members of every alliance: the lead enterprise, a university, a bank. */
    static final int MEMBERS = 3;

    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int WIDE_ALLIANCES = 120;
    private static final int NARROW_ALLIANCES = 20;

    private final Registry registry;
    private final RegistryImport imports;
    private final Desk desk;
    private List<String> areas = List.of();
    private int seats;
    private int made;
    private final Deque<String> wide = new ArrayDeque<>();
    private final Deque<String> narrow = new ArrayDeque<>();

    Invented(Registry registry, RegistryImport imports, Desk desk) {
        this.registry = registry;
        this.imports = imports;
        this.desk = desk;
    }

    /**
     * Makes them.
     *
     * @param areas where the alliances are, in turn
     * @param seats of a panel
     */
    void make(List<String> areasOfAlliances, int seatsOfPanel) {
        areas = areasOfAlliances;
        seats = seatsOfPanel;
        more();
        for (String group : List.of(
                Groups.PROVINCE_OFFICE,
                Groups.PROVINCE_SCIENCE,
                Groups.PROVINCE_INDUSTRY,
                Groups.PARTY_GROUP_OFFICE,
                Groups.SUPERVISION,
                Groups.MANAGER)) {
            desk.enrol(staff(group), "试运行人员(" + group + ")", group);
        }
    }

    private void more() {
        var report = imports.run(files());
        if (!report.imported()) {
            throw new IllegalStateException("invented registry: " + report.problems());
        }
    }

    /** The login of somebody of a provincial office. */
    static String staff(String group) {
        return "reh" + group.replace("-", "");
    }

    /** The login of whoever acts for an organisation. */
    static String personOf(String organisation) {
        return "u" + organisation.toLowerCase(Locale.ROOT);
    }

    /** An alliance that no other case has. */
    Alliance alliance(boolean ofNarrowField) {
        Deque<String> unused = ofNarrowField ? narrow : wide;
        if (unused.isEmpty()) {
            more();
        }
        return registry.alliance(unused.pop());
    }

    private Map<String, byte[]> files() {
        StringBuilder organisations = new StringBuilder("code,name,kind,area\n");
        StringBuilder alliances = new StringBuilder("alliance,name,field,area,lead,filing_no\n");
        StringBuilder members = new StringBuilder("alliance,organisation\n");
        String home = areas.get(0);
        String university = code(900_001);
        String bank = code(900_002);
        organisations
                .append(university)
                .append(",试运行大学,university,")
                .append(home)
                .append('\n');
        organisations.append(bank).append(",试运行银行,finance,").append(home).append('\n');
        int last = made + WIDE_ALLIANCES + NARROW_ALLIANCES;
        while (made < last) {
            int n = ++made;
            boolean isWide = last - n >= NARROW_ALLIANCES;
            String area = areas.get(n % areas.size());
            String lead = code(n);
            String id = "REHEARSAL%05d".formatted(n);
            organisations.append(lead).append(",试运行盟主%d,enterprise,%s\n".formatted(n, area));
            alliances.append("%s,试运行联盟%d,%s,%s,%s,试运行%d\n".formatted(id, n, isWide ? WIDE : NARROW, area, lead, n));
            for (String member : List.of(lead, university, bank)) {
                members.append(id).append(',').append(member).append('\n');
            }
            (isWide ? wide : narrow).add(id);
        }
        StringBuilder experts = new StringBuilder("expert,name,field,unit\n");
        int reserve = 2 * seats + 4;
        for (int n = 1; n <= reserve + seats; n++) {
            String unit = code(800_000 + n);
            organisations.append(unit).append(",试运行研究所%d,institute,%s\n".formatted(n, home));
            experts.append("rehexpert%03d,试运行专家%d,%s,%s\n".formatted(n, n, n <= reserve ? WIDE : NARROW, unit));
        }
        return Map.of(
                "organisations.csv", bytes(organisations),
                "alliances.csv", bytes(alliances),
                "members.csv", bytes(members),
                "chains.csv", bytes("list,chain\n试运行名单,试运行产业链\n"),
                "divisions.csv",
                        bytes("division,department,name,fields\nREHS,science,试运行科技处室,%s;%s\nREHI,industry,试运行工信处室,%s\n"
                                .formatted(WIDE, NARROW, WIDE)),
                "experts.csv", bytes(experts));
    }

    /** A valid code of an organisation that does not exist. */
    private static String code(int n) {
        String first17 = "91999999" + "%09d".formatted(n);
        for (char check : CODE_ALPHABET.toCharArray()) {
            if (UnifiedSocialCreditCode.problem(first17 + check).isEmpty()) {
                return first17 + check;
            }
        }
        throw new IllegalStateException(first17);
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
