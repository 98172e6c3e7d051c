package cn.lianping.engine;

import java.util.Set;

/** The names that only the platform itself writes; no form of an administrator's own task may set them. */
final class ReservedVariables {

    static final Set<String> NAMES = Set.of(
            "roundNo",
            "allianceId",
            "leadCode",
            "area",
            "applicant",
            "element",
            "member",
            "division",
            "seat",
            "reviewOutcome",
            "deliberationOutcome",
            "deliberationId",
            "submission",
            "panelConfirmationNeeded",
            "recusalDeclared",
            "replacementAppointed",
            "sheetsSuffice",
            "objectionsOpen",
            "objectionAccepted",
            "objectionOutcome",
            "receiptNo",
            "noticeId",
            "releaseId",
            "countersigned",
            "signed",
            "pilotDivision",
            "projectFiled",
            "acceptance",
            "nextStep");

    private ReservedVariables() {}
}
