package cn.lianping.monitoring;

import cn.lianping.calendar.OfficialCalendar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Figures as tables of a workbook: one table a sheet. */
final class Sheets {

    private static final int NARROWEST = 8;
    private static final int WIDEST = 48;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Sheets() {}

    /** A table: its name, its heads, its rows of numbers and texts. */
    record Sheet(String name, List<String> heads, List<List<@Nullable Object>> rows) {}

    static List<Sheet> of(Board.View board) {
        List<List<@Nullable Object>> stages = new ArrayList<>();
        board.stages()
                .forEach(one -> stages.add(row(
                        one.name(),
                        one.in(),
                        one.again(),
                        one.waiting(),
                        one.overdue(),
                        one.out(),
                        one.back(),
                        one.ended(),
                        one.median(),
                        one.p90(),
                        one.oldest(),
                        one.oldestCase())));
        List<List<@Nullable Object>> trend = new ArrayList<>();
        board.trend()
                .forEach(day -> board.stages().forEach(stage -> {
                    Board.Flow flow = day.stages().get(stage.stage());
                    if (flow != null) {
                        trend.add(row(day.day().toString(), stage.name(), flow.in(), flow.out(), flow.waiting()));
                    }
                }));
        return List.of(
                new Sheet(
                        "环节",
                        List.of("环节", "首次进入", "再次进入", "在办", "逾期", "办结转出", "退回", "终止", "中位用时", "90%用时", "最久在办", "最久案卷"),
                        stages),
                new Sheet("每日趋势", List.of("日期", "环节", "进入", "离开", "日末在办"), trend),
                overdue(board));
    }

    static Sheet overdue(Board.View board) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        board.overdue()
                .forEach(one -> rows.add(row(
                        one.caseNo(),
                        one.alliance(),
                        one.areaName(),
                        one.stageName(),
                        one.task(),
                        one.holder(),
                        time(one.due()),
                        one.overdueDays(),
                        one.waitingDays(),
                        one.visit())));
        return new Sheet("逾期最久", List.of("案卷号", "联盟", "地区", "环节", "任务", "由谁办理", "办理期限", "逾期工作日", "已等工作日", "第几次"), rows);
    }

    static Sheet of(Comparison.View comparison) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        comparison.rows().forEach(one -> rows.add(figures(one.name(), one)));
        rows.add(figures("合计", comparison.all()));
        return new Sheet(
                "比较:" + comparison.stageName(),
                List.of("名称", "首次进入", "再次进入", "在办", "逾期", "办结转出", "退回", "终止", "中位用时", "90%用时", "最久在办", "再次进入占比"),
                rows);
    }

    private static List<@Nullable Object> figures(String name, StageFigures one) {
        return row(
                name,
                one.in(),
                one.again(),
                one.waiting(),
                one.overdue(),
                one.out(),
                one.back(),
                one.ended(),
                one.median(),
                one.p90(),
                one.oldest(),
                one.share());
    }

    static Sheet of(List<CaseLists.Row> cases) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        cases.forEach(one -> rows.add(row(
                one.caseNo(),
                one.alliance(),
                one.areaName(),
                one.field(),
                one.round(),
                one.stageName(),
                one.task(),
                one.holder(),
                time(one.entered()),
                time(one.left()),
                one.days(),
                time(one.due()),
                one.visit())));
        return new Sheet(
                "案卷",
                List.of("案卷号", "联盟", "地区", "领域", "批次", "环节", "任务", "由谁办理", "进入", "离开", "用时工作日", "办理期限", "第几次"),
                rows);
    }

    static List<Sheet> of(TimeUse.View time) {
        List<List<@Nullable Object>> stages = new ArrayList<>();
        time.stages()
                .forEach(one -> stages.add(
                        row(one.name(), one.days(), one.share(), one.perCase(), one.waiting(), one.worked())));
        List<List<@Nullable Object>> loops = new ArrayList<>();
        time.loops().byStage().forEach(one -> loops.add(row(one.name(), one.count())));
        time.loops().elements().forEach(one -> loops.add(row("要素" + one.element() + " " + one.name(), one.count())));
        List<List<@Nullable Object>> wholes = new ArrayList<>();
        time.areas().forEach(one -> wholes.add(row("地区", one.name(), one.cases(), one.perCase())));
        time.rounds().forEach(one -> wholes.add(row("批次", one.name(), one.cases(), one.perCase())));
        List<List<@Nullable Object>> findings = new ArrayList<>();
        time.findings().forEach(one -> findings.add(row(one.rank(), one.title(), one.text(), one.savingPerCase())));
        return List.of(
                new Sheet("时间分布", List.of("环节", "合计工作日", "占比", "平均每件", "任务等待", "任务办理"), stages),
                new Sheet("反复", List.of("环节或要素", "再次办理"), loops),
                new Sheet("比较", List.of("类别", "名称", "案卷数", "平均每件工作日"), wholes),
                new Sheet("改进建议", List.of("序号", "发现", "说明", "平均每件可省工作日"), findings));
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(OfficialCalendar.ZONE));
    }

    /** The file. Texts are written as texts: what begins with = is no formula. */
    static byte[] write(List<Sheet> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Lianping", "1.0")) {
            sheets.forEach(sheet -> write(workbook.newWorksheet(sheet.name().replace(':', ':')), sheet));
        } catch (IOException e) {
            throw new UncheckedIOException("电子表格未能生成", e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet page, Sheet sheet) {
        for (int column = 0; column < sheet.heads().size(); column++) {
            page.value(0, column, sheet.heads().get(column));
            page.width(column, width(sheet, column));
        }
        page.range(0, 0, 0, sheet.heads().size() - 1)
                .style()
                .bold()
                .fillColor("F0F0F0")
                .borderStyle(BorderStyle.THIN)
                .set();
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<@Nullable Object> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                Object cell = cells.get(column);
                if (cell instanceof Number number) {
                    page.value(row + 1, column, number);
                } else {
                    page.value(row + 1, column, cell == null ? "" : cell.toString());
                }
            }
        }
        page.freezePane(0, 1);
    }

    /** Chinese characters are two wide. */
    private static double width(Sheet sheet, int column) {
        int widest = 2 * sheet.heads().get(column).length() + 2;
        for (List<@Nullable Object> row : sheet.rows()) {
            Object cell = row.get(column);
            widest = Math.max(widest, cell == null ? 0 : 2 * cell.toString().length() + 2);
        }
        return Math.min(Math.max(widest, NARROWEST), WIDEST);
    }
}
