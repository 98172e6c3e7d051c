package cn.lianping.repair;

/** How far a repair has come. */
enum RepairStatus {
    PROPOSED,
    DONE,
    REFUSED
}
