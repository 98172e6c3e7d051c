package cn.lianping.selfevaluation;

/** The seal of one member unit under one version of the report. */
public record Seal(String memberCode, int reportVersion, String evidenceId, String sealedBy, long sealedAt) {}
