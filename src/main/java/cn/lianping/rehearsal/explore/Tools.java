package cn.lianping.rehearsal.explore;

import cn.lianping.engine.OpenForms;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.act.Filling;
import cn.lianping.rehearsal.act.Passing;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

/** What playing a round needs. */
@RehearsalOnly
record Tools(
        World world,
        Players players,
        Passing passing,
        Filling filling,
        OpenForms forms,
        Walks walks,
        TaskChecks checks,
        Outcomes outcomes,
        TaskService tasks,
        RuntimeService runtime,
        ManagementService management,
        Invented invented) {}
