package cn.lianping.migration;

/** How far a migration has come. */
enum MigrationStatus {
    PROPOSED("待试迁移"),
    TRIED("已试迁移,待确认"),
    RUNNING("进行中"),
    DONE("已结束"),
    REFUSED("已退回");

    private final String chinese;

    MigrationStatus(String chinese) {
        this.chinese = chinese;
    }

    /** As people read it. */
    String chinese() {
        return chinese;
    }
}
