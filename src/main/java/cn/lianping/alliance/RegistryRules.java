package cn.lianping.alliance;

import cn.lianping.alliance.RegistryMapper.Chain;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of a registry (article 2). What the files refer to may be in the files or already in the registry; the files
 * win.
 */
final class RegistryRules {

    private static final Pattern ALLIANCE_ID = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");
    private static final Pattern DIVISION_CODE = Pattern.compile("[A-Z][A-Z0-9]{0,15}");
    private static final Pattern USER_ID = Pattern.compile("[a-z][a-z0-9]{2,31}");

    /** Logins that are derived from organisations, areas and divisions; an expert must not share one. */
    private static final Pattern DERIVED_USER_ID =
            Pattern.compile("u[0-9a-z]{18}|(sci|ind)[0-9a-z]{6}|div[a-z][0-9a-z]*");

    private final RegistryData stored;
    private final Set<String> areas;
    private final ImportProblems problems;
    private final RegistryData read = new RegistryData();
    private final Map<String, CsvRow> allianceRows = new HashMap<>();

    RegistryRules(RegistryData stored, Set<String> areas, ImportProblems problems) {
        this.stored = stored;
        this.areas = areas;
        this.problems = problems;
    }

    /** The content of the files; what breaks a rule is among the problems. */
    RegistryData check(Map<RegistryFile, List<CsvRow>> files) {
        files.getOrDefault(RegistryFile.ORGANISATIONS, List.of()).forEach(this::organisation);
        files.getOrDefault(RegistryFile.ALLIANCES, List.of()).forEach(this::alliance);
        files.getOrDefault(RegistryFile.MEMBERS, List.of()).forEach(this::member);
        allianceRows.forEach(this::composition);
        Set<String> chains = new HashSet<>();
        files.getOrDefault(RegistryFile.CHAINS, List.of()).forEach(row -> chain(row, chains));
        files.getOrDefault(RegistryFile.DIVISIONS, List.of()).forEach(this::division);
        files.getOrDefault(RegistryFile.EXPERTS, List.of()).forEach(this::expert);
        return read;
    }

    private void organisation(CsvRow row) {
        String code = row.get("code");
        creditCode(row, "code", code);
        String name = text(row, "name", 200);
        if (OrganisationKind.of(row.get("kind")).isEmpty()) {
            problems.add(
                    row,
                    "kind",
                    "未知的单位类型“%s”".formatted(row.get("kind")),
                    "请填 enterprise(企业)、university(高校)、institute(科研院所)、finance(金融机构)或 intermediary(中介机构)");
        }
        area(row);
        Organisation organisation = new Organisation(code, name, row.get("kind"), row.get("area"));
        if (read.organisations.putIfAbsent(code, organisation) != null) {
            problems.add(row, "code", "单位“%s”重复".formatted(code), "请删去重复的行");
        }
    }

    private void alliance(CsvRow row) {
        String id = row.get("alliance");
        if (!ALLIANCE_ID.matcher(id).matches()) {
            problems.add(row, "alliance", "联盟编号“%s”格式不对".formatted(id), "用 1 至 32 位大写字母、数字或连字符,例如 LN0001");
        }
        area(row);
        String lead = row.get("lead");
        Optional<Organisation> leader = organisation(lead);
        if (leader.isEmpty()) {
            problems.add(row, "lead", "盟主企业“%s”不在单位名单中".formatted(lead), "请先在 organisations.csv 中加入该单位,或更正代码");
        } else if (!leader.get().kind().equals(OrganisationKind.ENTERPRISE.code())) {
            problems.add(row, "lead", "盟主“%s”不是企业".formatted(leader.get().name()), "盟主须为企业(enterprise),请更正");
        }
        Alliance alliance = new Alliance(
                id, text(row, "name", 200), text(row, "field", 64), row.get("area"), lead, text(row, "filing_no", 64));
        if (read.alliances.putIfAbsent(id, alliance) != null) {
            problems.add(row, "alliance", "联盟编号“%s”重复".formatted(id), "每个联盟一行,请更正编号或删去重复的行");
        } else {
            allianceRows.put(id, row);
        }
    }

    private void member(CsvRow row) {
        String id = row.get("alliance");
        String code = row.get("organisation");
        if (!read.alliances.containsKey(id) && !stored.alliances.containsKey(id)) {
            problems.add(row, "alliance", "没有联盟“%s”".formatted(id), "请先在 alliances.csv 中加入该联盟,或更正编号");
            return;
        }
        allianceRows.putIfAbsent(id, row);
        if (organisation(code).isEmpty()) {
            problems.add(row, "organisation", "成员单位“%s”不在单位名单中".formatted(code), "请先在 organisations.csv 中加入该单位,或更正代码");
        }
        List<String> members = read.members.computeIfAbsent(id, key -> new ArrayList<>());
        if (members.contains(code)) {
            problems.add(row, "organisation", "成员单位“%s”在联盟“%s”中重复".formatted(code, id), "请删去重复的行");
        } else {
            members.add(code);
        }
    }

    private void composition(String id, CsvRow row) {
        Alliance alliance = read.alliances.getOrDefault(id, stored.alliances.get(id));
        List<String> members = read.members.getOrDefault(id, stored.members.getOrDefault(id, List.of()));
        if (alliance != null && !members.contains(alliance.leadCode())) {
            problems.add(
                    row, "lead", "盟主企业“%s”不是联盟“%s”的成员单位".formatted(alliance.leadCode(), id), "请在 members.csv 中加入盟主企业");
        }
        boolean academic = members.stream()
                .flatMap(code -> organisation(code).stream())
                .flatMap(member -> OrganisationKind.of(member.kind()).stream())
                .anyMatch(OrganisationKind::isAcademic);
        if (!academic) {
            problems.add(row, "alliance", "联盟“%s”没有高校或科研院所成员".formatted(id), "请在 members.csv 中至少加入一所高校或科研院所");
        }
    }

    private void chain(CsvRow row, Set<String> seen) {
        Chain chain = new Chain(text(row, "list", 64), text(row, "chain", 200));
        if (!seen.add(comparable(chain.listName()) + "\n" + comparable(chain.chainName()))) {
            problems.add(row, "chain", "产业链“%s”重复".formatted(chain.chainName()), "请删去重复的行");
        }
        read.chains.add(chain);
    }

    private void division(CsvRow row) {
        String code = row.get("division");
        if (!DIVISION_CODE.matcher(code).matches()) {
            problems.add(row, "division", "处室代码“%s”格式不对".formatted(code), "以大写字母开头,用 1 至 16 位大写字母或数字,例如 S1");
        }
        String department = row.get("department");
        if (!department.equals("science") && !department.equals("industry")) {
            problems.add(row, "department", "未知的部门“%s”".formatted(department), "请填 science(科技厅)或 industry(工信厅)");
        }
        List<String> fields = list(row.get("fields"));
        Set<String> seen = new HashSet<>();
        for (String field : fields) {
            if (field.length() > 64 || !seen.add(comparable(field))) {
                problems.add(row, "fields", "归口领域“%s”重复或超过 64 字".formatted(field), "领域以英文分号隔开,每个写一次");
            }
        }
        if (fields.isEmpty()) {
            problems.add(row, "fields", "处室“%s”没有归口领域".formatted(code), "至少填一个领域,多个以英文分号隔开");
        }
        if (read.divisions.putIfAbsent(code, new Division(code, department, text(row, "name", 100))) != null) {
            problems.add(row, "division", "处室代码“%s”重复".formatted(code), "请更正代码或删去重复的行");
        }
        read.fields.put(code, fields);
    }

    private void expert(CsvRow row) {
        String user = row.get("expert");
        if (!USER_ID.matcher(user).matches()) {
            problems.add(row, "expert", "专家用户名“%s”格式不对".formatted(user), "以小写字母开头,用 3 至 32 位小写字母或数字,例如 expert001");
        } else if (DERIVED_USER_ID.matcher(user).matches()) {
            problems.add(row, "expert", "专家用户名“%s”与单位或部门的用户名同式".formatted(user), "请换一个用户名,例如 expert001");
        }
        String unit = row.get("unit");
        if (organisation(unit).isEmpty()) {
            problems.add(row, "unit", "专家所在单位“%s”不在单位名单中".formatted(unit), "请先在 organisations.csv 中加入该单位,或更正代码");
        }
        List<String> past = list(row.get("past_units")).stream().distinct().toList();
        past.forEach(code -> creditCode(row, "past_units", code));
        Expert expert = new Expert(user, text(row, "name", 100), text(row, "field", 64), unit, past);
        if (read.experts.putIfAbsent(user, expert) != null) {
            problems.add(row, "expert", "专家用户名“%s”重复".formatted(user), "请更正用户名或删去重复的行");
        }
    }

    private Optional<Organisation> organisation(String code) {
        Organisation organisation = read.organisations.get(code);
        return Optional.ofNullable(organisation != null ? organisation : stored.organisations.get(code));
    }

    private void creditCode(CsvRow row, String column, String code) {
        UnifiedSocialCreditCode.problem(code)
                .ifPresent(problem -> problems.add(row, column, problem, "请核对营业执照或法人证书上的统一社会信用代码"));
    }

    private void area(CsvRow row) {
        if (!areas.contains(row.get("area"))) {
            problems.add(row, "area", "未知的地区代码“%s”".formatted(row.get("area")), "请填六位代码,例如 210100(沈阳市)、SFQ000(沈抚示范区)");
        }
    }

    private String text(CsvRow row, String column, int longest) {
        String text = row.get(column);
        if (text.isEmpty()) {
            problems.add(row, column, "“%s”为空".formatted(column), "请填写");
        } else if (text.length() > longest) {
            problems.add(row, column, "“%s”超过 %d 字".formatted(column, longest), "请缩短");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            problems.add(row, column, "“%s”含有换行或控制字符".formatted(column), "请删去");
        }
        return text;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The database may hold wide and narrow, capital and small letters for equal. */
    private static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
