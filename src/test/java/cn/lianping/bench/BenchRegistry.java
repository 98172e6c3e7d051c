package cn.lianping.bench;

import cn.lianping.alliance.CreditCodes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A made-up registry of any size: alliances in all cities, led by as many enterprises as there are to be people. */
final class BenchRegistry {

    static final String FIELD = "高端装备";

    /** Every city of the province; in each one person of the science and one of the industry department. */
    static final List<String> AREAS = List.of(
            "210100", "210200", "210300", "210400", "210500", "210600", "210700", "210800", "210900", "211000",
            "211100", "211200", "211300", "211400", "SFQ000");

    private static final int EXPERTS = 14;

    private final List<String> leads = new ArrayList<>();
    private final int alliances;

    /**
     * @param leads enterprises, each with one person
     * @param alliances alliances, spread over leads and cities
     */
    BenchRegistry(int leads, int alliances) {
        for (int n = 1; n <= leads; n++) {
            this.leads.add(CreditCodes.of("210000", n));
        }
        this.alliances = alliances;
    }

    String alliance(int n) {
        return "B%05d".formatted(n);
    }

    String leadOf(int n) {
        return leads.get(n % leads.size());
    }

    String areaOf(int n) {
        return AREAS.get(n % leads.size() % AREAS.size());
    }

    Map<String, byte[]> files() {
        StringBuilder organisations = new StringBuilder("code,name,kind,area\n");
        StringBuilder rows = new StringBuilder("alliance,name,field,area,lead,filing_no\n");
        StringBuilder members = new StringBuilder("alliance,organisation\n");
        String university = CreditCodes.of("210100", 900_001);
        String bank = CreditCodes.of("210100", 900_002);
        organisations.append(university).append(",压测大学,university,210100\n");
        organisations.append(bank).append(",压测银行,finance,210100\n");
        for (int n = 0; n < leads.size(); n++) {
            organisations.append("%s,压测企业%d,enterprise,%s\n".formatted(leads.get(n), n, AREAS.get(n % AREAS.size())));
        }
        for (int n = 0; n < alliances; n++) {
            rows.append("%s,压测联盟%d,%s,%s,%s,BA%d\n".formatted(alliance(n), n, FIELD, areaOf(n), leadOf(n), n));
            for (String member : new String[] {leadOf(n), university, bank}) {
                members.append(alliance(n)).append(',').append(member).append('\n');
            }
        }
        StringBuilder experts = new StringBuilder("expert,name,field,unit\n");
        for (int n = 1; n <= EXPERTS; n++) {
            String unit = CreditCodes.of("210200", 800_000 + n);
            organisations.append(unit).append(",压测研究所%d,institute,210200\n".formatted(n));
            experts.append("benchexp%02d,压测专家%d,%s,%s\n".formatted(n, n, FIELD, unit));
        }
        return Map.of(
                "organisations.csv", bytes(organisations),
                "alliances.csv", bytes(rows),
                "members.csv", bytes(members),
                "chains.csv", bytes("list,chain\nindustry-chain,测试产业链\n"),
                "divisions.csv",
                        bytes("division,department,name,fields\nS1,science,压测高新处,%s\nI1,industry,压测装备处,%s\n"
                                .formatted(FIELD, FIELD)),
                "experts.csv", bytes(experts));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
