package cn.lianping.repair;

/** What is done to a case that got stuck. */
enum RepairKind {
    MOVE("移到另一步骤"),
    RETRY("重试失败的作业"),
    VARIABLE("更正路由变量");

    private final String chinese;

    RepairKind(String chinese) {
        this.chinese = chinese;
    }

    /** As people read it. */
    String chinese() {
        return chinese;
    }
}
